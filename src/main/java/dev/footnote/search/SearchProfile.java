package dev.footnote.search;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import dev.footnote.search.normalization.NormalizedName;

/**
 * The search profile of a record: its name, its other names, its place and its kind. It finds a record whose name alone does
 * not contain all words of a search.
 *
 * @param places the columns with the location of the record: country, city and place; NULL if there is none
 * @param bearer the column by which other names refer to the record
 */
record SearchProfile(SearchType type, String kind, List<String> places, String bearer) {

    static final List<SearchProfile> ALL = List.of(
            new SearchProfile(SearchType.ORGANIZATION, "r.kind", List.of("r.country", "r.city", "NULL"), "organization_id"),
            new SearchProfile(SearchType.PERSON, "NULL", List.of("NULL", "r.hometown", "NULL"), "person_id"),
            new SearchProfile(SearchType.INITIATIVE, "r.kind", List.of("r.country", "r.city", "r.place"), "initiative_id"),
            new SearchProfile(SearchType.EVENT, "r.kind", List.of("r.country", "r.city", "r.place"), "event_id"),
            new SearchProfile(SearchType.PRODUCT, "r.kind", List.of("NULL", "NULL", "NULL"), "product_id"));

    static final Set<SearchType> TYPES = ALL.stream().map(SearchProfile::type).collect(Collectors.toUnmodifiableSet());

    /** The kind, country, city, place, name and all other names, one per line, in SQL over the alias r. */
    private String written() {
        String lines = List.of(kind, places.get(0), places.get(1), places.get(2)).stream()
                .map(column -> "COALESCE(" + column + ", '') || CHR(10) || ").collect(Collectors.joining());
        return """
                %s r.name || COALESCE((
                  SELECT CHR(10) || STRING_AGG(o.text, CHR(10) ORDER BY o.text)
                  FROM name o
                  WHERE o.%s = r.id), '')""".formatted(lines, bearer);
    }

    /** The profiles of records that have no current profile. */
    String missing(boolean anew) {
        return """
                SELECT r.id, r.name, %1$s
                FROM %2$s r
                WHERE r.id > ?
                %3$s
                ORDER BY r.id
                LIMIT ?""".formatted(written(), type.table(), anew ? "" : """
                AND NOT EXISTS (
                  SELECT 1
                  FROM search_name n
                  WHERE n.subject_id = r.id
                  AND n.kind = '%1$s'
                  AND n.profile = %2$s)""".formatted(type.table(), written()));
    }

    /** The profiles that no record has any more. */
    String stale() {
        return """
                SELECT n.id, n.profile, n.folded
                FROM search_name n
                WHERE n.id > ?
                AND n.kind = '%1$s'
                AND n.profile IS NOT NULL
                AND NOT EXISTS (
                  SELECT 1
                  FROM %1$s r
                  WHERE r.id = n.subject_id
                  AND n.profile = %2$s)
                ORDER BY n.id
                LIMIT ?""".formatted(type.table(), written());
    }

    /** The distinct words of a profile, normalized for comparison. */
    static List<String> words(String profile) {
        String[] lines = profile.split("\n", 3);
        String country = lines[1].isEmpty() ? "" : lines[1] + " " + new Locale("", lines[1]).getDisplayCountry(Locale.ENGLISH);
        Set<String> words = new LinkedHashSet<>();
        Arrays.stream((lines[0].replace('_', ' ') + "\n" + country + "\n" + lines[2]).split("\n"))
                .forEach(line -> NormalizedName.of(line).forEach(spelling -> words.addAll(spelling.pieces)));
        return List.copyOf(words);
    }
}
