package dev.footnote.cell;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;

/** What a text that is none of its type probably means. */
public final class Meaning {

    /** Currencies that are commonly called otherwise than by their codes. */
    private static final Map<String, String> CALLED = Map.of("RMB", "CNY", "CNH", "CNY", "NTD", "TWD", "UKP", "GBP", "US$",
            "USD", "€", "EUR", "£", "GBP");

    private static final int LONGEST = 40;

    private Meaning() {
    }

    /**
     * What to write instead.
     *
     * @param type the scalar of the schema
     * @return a sentence for the author of the dataset, or null where nobody knows
     */
    public static String of(String type, String text) {
        String doubt = type.equals("PartialDate") ? Day.doubt(text.strip()) : null;
        if (doubt != null) {
            return doubt;
        }
        List<String> readings = readings(type, text.strip());
        return switch (readings.size()) {
            case 0 -> null;
            case 1 -> "\"" + text + "\" is not written as it is read here. Write " + readings.get(0) + ".";
            default -> "\"" + text + "\" can be " + String.join(" or ", readings) + ". Write the one that is meant.";
        };
    }

    /** What the text is when it is written as it should be; null where that is not clear. */
    public static String clear(String type, String text) {
        List<String> readings = text.length() > LONGEST ? List.of() : readings(type, text.strip());
        return readings.size() == 1 ? readings.get(0) : null;
    }

    private static List<String> readings(String type, String text) {
        return switch (type) {
            case "PartialDate" -> Day.readings(text);
            case "Decimal", "Int" -> numbers(text);
            case "CurrencyCode" -> one(currency(text.toUpperCase(Locale.ROOT)));
            case "CountryCode" -> one(country(text.toUpperCase(Locale.ROOT)));
            default -> List.of();
        };
    }

    private static List<String> one(String meant) {
        return meant == null ? List.of() : List.of(meant);
    }

    private static List<String> numbers(String text) {
        if (text.matches("-?\\d{1,3}([,' \u00a0\u202f]\\d{3})+\\.\\d+|-?\\d{1,3}([,' \u00a0\u202f]\\d{3}){2,}|-?\\d+")) {
            return List.of(text.replaceAll("[,' \u00a0\u202f]", ""));
        }
        if (text.matches("-?\\d{1,3},\\d{3}")) {
            return List.of(text.replace(",", ""), text.replace(',', '.'));
        }
        if (text.matches("-?\\d{1,3}(\\.\\d{3})*,\\d+")) {
            return List.of(text.replace(".", "").replace(',', '.'));
        }
        if (text.matches("-?\\d+(\\.\\d+)?[eE][+-]?\\d{1,2}")) {
            return List.of(new BigDecimal(text).toPlainString());
        }
        return List.of();
    }

    private static String currency(String text) {
        String code = CALLED.getOrDefault(text, text);
        try {
            return Currency.getInstance(code).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String country(String text) {
        return Arrays.stream(Locale.getISOCountries()).filter(code -> code.equals(text) || text.equals(three(code)))
                .findFirst().orElse(text.equals("UK") ? "GB" : null);
    }

    private static String three(String code) {
        try {
            return new Locale("", code).getISO3Country();
        } catch (MissingResourceException e) {
            return null;
        }
    }
}
