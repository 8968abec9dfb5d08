package dev.footnote.metamodel.scalar;

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

/**
 * Country and currency codes, from our own dated lists, so that the valid values of a dataset do not depend on the platform.
 */
public final class IsoCodes {

    /** Two-letter country codes by three-letter codes. */
    private static final Map<String, String> COUNTRIES = countries();
    private static final Set<String> SHORT_COUNTRIES = Set.copyOf(COUNTRIES.values());
    private static final Set<String> CURRENCIES = lines("currencies").stream()
            .flatMap(line -> Arrays.stream(line.split(" "))).collect(Collectors.toUnmodifiableSet());

    private IsoCodes() {
    }

    private static Map<String, String> countries() {
        Map<String, String> countries = new LinkedHashMap<>();
        lines("countries").forEach(line -> countries.put(line.substring(3), line.substring(0, 2)));
        return Map.copyOf(countries);
    }

    private static List<String> lines(String list) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                IsoCodes.class.getResourceAsStream("/codes/" + list + ".txt"), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it is a two-letter country code of ISO 3166-1, or XK. */
    public static boolean isCountry(String code) {
        return SHORT_COUNTRIES.contains(code);
    }

    /** The two-letter code for a two-letter or three-letter code; null if the code is unknown. */
    public static String country(String code) {
        return isCountry(code) ? code : COUNTRIES.get(code);
    }

    /** Whether it is a currency code of ISO 4217. */
    public static boolean isCurrency(String code) {
        return CURRENCIES.contains(code);
    }
}
