package dev.footnote.cell;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;

/** What a text that is none of its type probably means. */
public final class Meaning {

    /** Currencies that are commonly called otherwise than by their codes. */
    private static final Map<String, String> CALLED = Map.of("RMB", "CNY", "CNH", "CNY", "NTD", "TWD", "UKP", "GBP", "US$",
            "USD", "€", "EUR", "£", "GBP");

    private Meaning() {
    }

    /**
     * What to write instead.
     *
     * @param type the scalar of the schema
     * @return a sentence for the author of the dataset, or null where it is not clear
     */
    public static String of(String type, String text) {
        String stripped = text.strip();
        return switch (type) {
            case "PartialDate" -> Day.meant(stripped);
            case "Decimal", "Int" -> number(stripped);
            case "CurrencyCode" -> write(text, currency(stripped.toUpperCase(Locale.ROOT)));
            case "CountryCode" -> write(text, country(stripped.toUpperCase(Locale.ROOT)));
            default -> null;
        };
    }

    private static String write(String text, String meant) {
        return meant == null ? null : "\"" + text + "\" is not the code. Write " + meant + ".";
    }

    private static String number(String text) {
        if (text.matches("-?\\d{1,3}([,' \u00a0\u202f]\\d{3})+\\.\\d+|-?\\d{1,3}([,' \u00a0\u202f]\\d{3}){2,}|-?\\d+")) {
            return "\"" + text + "\" is not written as a number here. Write " + text.replaceAll("[,' \u00a0\u202f]", "") + ".";
        }
        if (text.matches("-?\\d{1,3}(\\.\\d{3})*,\\d+") && !text.matches("-?\\d{1,3},\\d{3}")) {
            return "\"" + text + "\" is not written as a number here. Write " + text.replace(".", "").replace(',', '.') + ".";
        }
        if (text.matches("-?\\d{1,3},\\d{3}")) {
            return "\"" + text + "\" can be " + text.replace(",", "") + " or " + text.replace(',', '.')
                    + ". Write the one that is meant.";
        }
        if (text.matches("-?\\d+(\\.\\d+)?[eE][+-]?\\d{1,2}")) {
            return "\"" + text + "\" is not written out. Write " + new BigDecimal(text).toPlainString() + ".";
        }
        return null;
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
