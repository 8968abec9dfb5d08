package dev.footnote.search;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.footnote.metamodel.AlternativeNames;
import dev.footnote.search.normalization.NormalizedName;

/**
 * The search profile of a record: its name, its other names, its place and its kind. It finds a record whose name alone does
 * not contain all words of a search.
 *
 * @param written the kind, the country, all other fields, the name and all other names, one per line, in SQL over the alias r
 */
record SearchProfile(SearchType type, String written) {

    private static final List<String> FIRST = List.of("kind", "country");

    static SearchProfile of(SearchType type) {
        List<String> fields = List.of(type.rule().profile());
        Stream<String> columns = Stream.concat(FIRST.stream().map(field -> fields.contains(field) ? field : ""),
                fields.stream().filter(field -> !FIRST.contains(field)));
        String lines = columns.map(field -> (field.isEmpty() ? ""
                : "COALESCE(r." + type.entityType().value(field).column()
                        + ", '') || ")
                + "CHR(10) || ").collect(Collectors.joining());
        return new SearchProfile(type, lines + "r." + type.nameColumn() + otherNames(type));
    }

    private static String otherNames(SearchType type) {
        AlternativeNames alias = type.entityType().alias();
        return alias == null ? ""
                : """
                        || COALESCE((
                         SELECT CHR(10) || STRING_AGG(o.%1$s, CHR(10) ORDER BY o.%1$s)
                         FROM %2$s o
                         WHERE o.%3$s = r.id), '')""".formatted(alias.text(),
                        type.entityType().target(alias.names().target()).table(), alias.names().column());
    }

    /** The profiles of records that have no current profile. */
    String missing(boolean anew, boolean isScoped) {
        return """
                SELECT r.id, r.%4$s, %1$s
                FROM %2$s r
                WHERE r.id > ?
                %5$s%3$s
                ORDER BY r.id
                LIMIT ?""".formatted(written, type.table(), anew ? "" : """
                AND NOT EXISTS (
                  SELECT 1
                  FROM search_name n
                  WHERE n.subject_id = r.id
                  AND n.kind = '%1$s'
                  AND n.profile = %2$s)""".formatted(type.table(), written), type.nameColumn(),
                SearchScope.of("r.id", isScoped));
    }

    /** The profiles that no record has any more. */
    String stale(boolean isScoped) {
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
                %3$s
                ORDER BY n.id
                LIMIT ?""".formatted(type.table(), written, SearchScope.of("n.subject_id", isScoped));
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
