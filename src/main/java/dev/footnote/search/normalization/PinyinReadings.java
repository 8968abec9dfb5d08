package dev.footnote.search.normalization;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The pinyin readings of Chinese texts: the most frequent reading of each character, except for words and family names with a
 * different reading.
 */
final class PinyinReadings {

    private static final int LONGEST = 3;
    private static final Map<String, List<String>> OTHERWISE = read();

    private PinyinReadings() {
    }

    /** @param characters of one text, in simplified Chinese */
    static List<String> of(List<String> characters) {
        List<String> syllables = new ArrayList<>();
        while (syllables.size() < characters.size()) {
            List<String> known = otherwise(characters, syllables.size());
            syllables.addAll(known != null ? known
                    : List.of(Transliteration.READ.of(characters.get(syllables.size()).codePointAt(0))));
        }
        return syllables;
    }

    private static List<String> otherwise(List<String> characters, int from) {
        for (int length = Math.min(LONGEST, characters.size() - from); length > 0; length--) {
            String word = String.join("", characters.subList(from, from + length));
            List<String> name = from == 0 && characters.size() <= LONGEST ? OTHERWISE.get("^^" + word) : null;
            List<String> start = from == 0 ? OTHERWISE.get("^" + word) : null;
            List<String> found = start != null ? start : name != null ? name : OTHERWISE.get(word);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static Map<String, List<String>> read() {
        try (InputStream in = PinyinReadings.class.getResourceAsStream("/search/readings.txt")) {
            Map<String, List<String>> readings = new HashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
                    .forEach(line -> {
                        String[] cells = line.split(" ", 2);
                        readings.put(cells[0], List.of(cells[1].split(" ")));
                    });
            return readings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
