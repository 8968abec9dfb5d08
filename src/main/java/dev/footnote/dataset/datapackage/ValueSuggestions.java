package dev.footnote.dataset.datapackage;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.footnote.metamodel.scalar.IsoCodes;

/** Suggests a valid value for a text that is invalid for its type. */
public final class ValueSuggestions {

    /** Currencies with common names other than their codes. */
    private static final Map<String, String> CALLED = Map.of("RMB", "CNY", "CNH", "CNY", "NTD", "TWD", "UKP", "GBP", "US$",
            "USD", "€", "EUR", "£", "GBP");

    private static final int LONGEST = 40;

    private ValueSuggestions() {
    }

    /**
     * Suggests what to write instead.
     *
     * @param type name of the GraphQL scalar
     * @return a sentence for the author of the dataset, or null if there is no suggestion
     */
    public static String of(String type, String text) {
        String doubt = type.equals("PartialDate") ? DateGuesser.doubt(text.strip()) : null;
        if (doubt != null) {
            return doubt;
        }
        List<String> readings = readings(type, text.strip());
        return switch (readings.size()) {
            case 0 -> null;
            case 1 ->
                "\"" + text + (isClear(type, text) ? "\" is not in the expected format. Write " + readings.get(0) + "."
                        : "\" is not a bare number. It may mean " + readings.get(0) + "; write that if it does.");
            default -> "\"" + text + "\" can be " + String.join(" or ", readings) + ". Write the one that is meant.";
        };
    }

    /** The valid form of the text; null if its meaning is not clear. */
    public static String clear(String type, String text) {
        List<String> readings = text.length() > LONGEST ? List.of() : readings(type, text.strip());
        return readings.size() == 1 && isClear(type, text) ? readings.get(0) : null;
    }

    /** Removes the time from an ISO 8601 date and time; returns any other text unchanged. */
    public static String withoutTime(String text) {
        return DateGuesser.withoutTime(text);
    }

    private static boolean isClear(String type, String text) {
        return !isNumber(type) || amount(text.strip()).clear();
    }

    private static boolean isNumber(String type) {
        return type.equals("Decimal") || type.equals("Int");
    }

    private static NumberGuesser amount(String text) {
        return NumberGuesser.of(text, word -> currency(word) != null);
    }

    private static List<String> readings(String type, String text) {
        return switch (type) {
            case "PartialDate" -> DateGuesser.readings(text);
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
        return IsoCodes.isCurrency(code) ? code : null;
    }

    private static String country(String text) {
        return text.equals("UK") ? "GB" : IsoCodes.country(text);
    }
}
