package dev.footnote.review;

import dev.footnote.graph.Noun;

/** Which records there will be when what is staged has been taken over, in SQL. */
final class Kept {

    private final boolean delta;

    /** @param delta whether records that are not staged stay, where they are not to be deleted */
    Kept(boolean delta) {
        this.delta = delta;
    }

    boolean delta() {
        return delta;
    }

    /** That no record of a noun will have the slug that an expression gives. */
    String none(Noun noun, String slug) {
        String staged = """
                NOT EXISTS (
                  SELECT 1
                  FROM stage_%s x
                  WHERE x.slug = %s)""".formatted(noun.table(), slug);
        return !delta ? staged : staged + """

                AND NOT EXISTS (
                  SELECT 1
                  FROM %1$s x
                  WHERE x.slug = %2$s
                  AND NOT %3$s)""".formatted(noun.table(), slug, deleted(noun, "x.slug"));
    }

    /** That the record with that slug is to be deleted. */
    String deleted(Noun noun, String slug) {
        return """
                EXISTS (
                  SELECT 1
                  FROM stage_deletion d
                  WHERE d.kind = '%s'
                  AND d.slug = %s)""".formatted(noun.table(), slug);
    }

    /** That a record of the table, by the alias {@code t}, goes. */
    String goes(Noun noun) {
        return delta ? deleted(noun, "t.slug") : """
                NOT EXISTS (
                  SELECT 1
                  FROM stage_%s s
                  WHERE s.slug = t.slug)""".formatted(noun.table());
    }
}
