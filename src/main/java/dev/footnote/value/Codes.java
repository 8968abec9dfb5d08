package dev.footnote.value;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The codes of countries and currencies, from dated lists of our own, so that no platform decides what a dataset may say. */
public final class Codes {

    /** Countries: codes of two letters by those of three. */
    private static final Map<String, String> COUNTRIES = countries();
    private static final Set<String> SHORT_COUNTRIES = Set.copyOf(COUNTRIES.values());
    private static final Set<String> CURRENCIES = lines("currencies").stream()
            .flatMap(line -> Arrays.stream(line.split(" "))).collect(Collectors.toUnmodifiableSet());

    private Codes() {
    }

    private static Map<String, String> countries() {
        Map<String, String> countries = new LinkedHashMap<>();
        lines("countries").forEach(line -> countries.put(line.substring(3), line.substring(0, 2)));
        return Map.copyOf(countries);
    }

    private static List<String> lines(String list) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Codes.class.getResourceAsStream("/codes/" + list + ".txt"), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it is the code of two letters of a country, ISO 3166-1, or XK. */
    public static boolean isCountry(String code) {
        return SHORT_COUNTRIES.contains(code);
    }

    /** The code of two letters for one of two or three; null where it is none. */
    public static String country(String code) {
        return isCountry(code) ? code : COUNTRIES.get(code);
    }

    /** Whether it is the code of a currency, ISO 4217. */
    public static boolean isCurrency(String code) {
        return CURRENCIES.contains(code);
    }
}
