package dev.footnote.search;

import java.util.ArrayList;
import java.util.List;

import dev.footnote.spelling.Folding;
import dev.footnote.spelling.Spelling;

/**
 * What is looked for.
 *
 * @param words folded, each without blanks
 * @param read whether Chinese characters of it were turned into how they are read
 */
record Query(List<String> words, boolean read) {

    /** As written and, where it holds Chinese characters, as these are read; nothing where there is no letter in it. */
    static List<Query> of(String text) {
        List<List<String>> written = Folding.words(text);
        List<Query> queries = new ArrayList<>();
        if (!written.isEmpty()) {
            queries.add(new Query(joined(written), false));
        }
        if (written.stream().flatMap(List::stream).anyMatch(Folding::isChinese)) {
            queries.add(new Query(joined(Folding.read(written)), true));
        }
        return queries;
    }

    private static List<String> joined(List<List<String>> words) {
        return words.stream().map(word -> String.join("", word)).toList();
    }

    String whole() {
        return String.join("", words);
    }

    /** The words that a name must have: all but the small ones, where there are others. */
    List<String> needed() {
        List<String> needed = words.stream().filter(word -> !Spelling.SMALL.contains(word)).toList();
        return needed.isEmpty() ? words : needed;
    }
}
