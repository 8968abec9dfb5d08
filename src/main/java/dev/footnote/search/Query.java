package dev.footnote.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

import dev.footnote.spelling.Folding;
import dev.footnote.spelling.Spelling;

/**
 * What is looked for.
 *
 * @param whole all of it, folded, without blanks
 * @param needed the words that a name must have: all but the small ones, of which the last may be another that is typed
 * @param read whether Chinese characters of it were turned into how they are read
 */
record Query(String whole, List<String> needed, boolean read) {

    /** As written and, where it holds Chinese characters, as these are read; nothing where there is no letter in it. */
    static List<Query> of(String text) {
        List<List<String>> written = Folding.words(text);
        List<Query> queries = new ArrayList<>();
        if (!written.isEmpty()) {
            queries.add(of(written, false));
        }
        if (written.stream().flatMap(List::stream).anyMatch(Folding::isChinese)) {
            queries.add(of(Folding.read(written), true));
        }
        return queries;
    }

    private static Query of(List<List<String>> folded, boolean read) {
        List<String> words = folded.stream().map(word -> String.join("", word)).toList();
        List<String> needed = new ArrayList<>(new LinkedHashSet<>(words));
        needed.removeIf(word -> Spelling.SMALL.contains(word) && !word.equals(words.get(words.size() - 1)));
        return new Query(String.join("", words), needed, read);
    }
}
