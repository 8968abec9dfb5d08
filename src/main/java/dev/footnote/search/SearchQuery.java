package dev.footnote.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

import dev.footnote.search.normalization.NameFolding;
import dev.footnote.search.normalization.NormalizedName;

/**
 * A search text.
 *
 * @param whole the whole text, folded, without blanks
 * @param needed the words that a name must contain: all but the small words; a small last word counts if it may be an
 *        unfinished longer word
 * @param read whether its Chinese characters were replaced by their reading
 */
record SearchQuery(String whole, List<String> needed, boolean read) {

    /** The text as written and, if it contains Chinese characters, also with their reading; empty if it contains no letters. */
    static List<SearchQuery> of(String text) {
        List<List<String>> written = NameFolding.words(text);
        List<SearchQuery> queries = new ArrayList<>();
        if (!written.isEmpty()) {
            queries.add(of(written, false));
        }
        if (written.stream().flatMap(List::stream).anyMatch(NameFolding::isChinese)) {
            queries.add(of(NameFolding.read(written), true));
        }
        return queries;
    }

    private static SearchQuery of(List<List<String>> folded, boolean read) {
        List<String> words = folded.stream().map(word -> String.join("", word)).toList();
        List<String> needed = new ArrayList<>(new LinkedHashSet<>(words));
        needed.removeIf(word -> NormalizedName.SMALL.contains(word) && !word.equals(words.get(words.size() - 1)));
        return new SearchQuery(String.join("", words), needed, read);
    }
}
