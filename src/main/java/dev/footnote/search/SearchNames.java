package dev.footnote.search;

import dev.footnote.metamodel.AlternativeNames;

/** The location of names of one type: the table, the column with the record and the column with the text. */
record SearchNames(SearchType type, boolean main, String table, String subject, String text) {

    /** The names of the records themselves. */
    static SearchNames main(SearchType type) {
        return new SearchNames(type, true, type.table(), "id", type.nameColumn());
    }

    /** The other names of records, which have rows of their own. */
    static SearchNames other(SearchType type) {
        AlternativeNames alias = type.entityType().alias();
        return new SearchNames(type, false, type.entityType().target(alias.names().target()).table(), alias.names().column(),
                alias.text());
    }

    /** The names without keys. */
    String missing(boolean anew, boolean isScoped) {
        return """
                SELECT r.id, r.%2$s, r.%3$s
                FROM %1$s r
                WHERE r.id > ?
                AND r.%2$s IS NOT NULL
                %4$s
                ORDER BY r.id
                LIMIT ?""".formatted(table, subject, text,
                SearchScope.of("r." + subject, isScoped) + (main ? "" : first()) + (anew ? "" : unkept()));
    }

    /** Selects each name only once, because the same name may occur twice, such as in two languages. */
    private String first() {
        return """
                AND NOT EXISTS (
                  SELECT 1
                  FROM %1$s o
                  WHERE o.%2$s = r.%2$s
                  AND o.%3$s = r.%3$s
                  AND o.id < r.id)
                """.formatted(table, subject, text);
    }

    private String unkept() {
        return """
                AND NOT EXISTS (
                  SELECT 1
                  FROM search_name n
                  WHERE n.subject_id = r.%1$s
                  AND n.kind = '%3$s'
                  AND n.main = %4$s
                  AND n.profile IS NULL
                  AND n.text = r.%2$s)""".formatted(subject, text, type.table(), main);
    }

    /** The keyed names that their record no longer has. */
    String stale(boolean isScoped) {
        return """
                SELECT n.id, n.text, n.folded
                FROM search_name n
                WHERE n.id > ?
                AND n.kind = '%4$s'
                AND n.main = %5$s
                AND n.profile IS NULL
                AND NOT EXISTS (
                  SELECT 1
                  FROM %1$s r
                  WHERE r.%2$s = n.subject_id
                  AND r.%3$s = n.text)
                %6$s
                ORDER BY n.id
                LIMIT ?""".formatted(table, subject, text, type.table(), main, SearchScope.of("n.subject_id", isScoped));
    }
}
