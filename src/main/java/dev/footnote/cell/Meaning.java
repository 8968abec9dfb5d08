package dev.footnote.cell;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.footnote.value.Codes;

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
            case 1 ->
                "\"" + text + (isClear(type, text) ? "\" is not written as it is read here. Write " + readings.get(0) + "."
                        : "\" is not a bare number. It may mean " + readings.get(0) + "; write that if it does.");
            default -> "\"" + text + "\" can be " + String.join(" or ", readings) + ". Write the one that is meant.";
        };
    }

    /** What the text is when it is written as it should be; null where that is not clear. */
    public static String clear(String type, String text) {
        List<String> readings = text.length() > LONGEST ? List.of() : readings(type, text.strip());
        return readings.size() == 1 && isClear(type, text) ? readings.get(0) : null;
    }

    /** A day of ISO 8601 without the time that follows it; any other text as it is. */
    public static String withoutTime(String text) {
        return Day.withoutTime(text);
    }

    private static boolean isClear(String type, String text) {
        return !isNumber(type) || amount(text.strip()).clear();
    }

    private static boolean isNumber(String type) {
        return type.equals("Decimal") || type.equals("Int");
    }

    private static Amount amount(String text) {
        return Amount.of(text, word -> currency(word) != null);
    }

    private static List<String> readings(String type, String text) {
        return switch (type) {
            case "PartialDate" -> Day.readings(text);
            case "Decimal" -> amount(text).readings();
            case "Int" -> amount(text).readings().stream().filter(one -> one.indexOf('.') < 0).toList();
            case "CurrencyCode" -> one(currency(text.toUpperCase(Locale.ROOT)));
            case "CountryCode" -> one(country(text.toUpperCase(Locale.ROOT)));
            default -> List.of();
        };
    }

    private static List<String> one(String meant) {
        return meant == null ? List.of() : List.of(meant);
    }

    private static String currency(String text) {
        String code = CALLED.getOrDefault(text, text);
        return Codes.isCurrency(code) ? code : null;
    }

    private static String country(String text) {
        return text.equals("UK") ? "GB" : Codes.country(text);
    }
}
