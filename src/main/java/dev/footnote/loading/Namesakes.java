package dev.footnote.loading;

import java.util.List;
import java.util.stream.Collectors;

import dev.footnote.graph.Noun;
import dev.footnote.sql.KeyCondition;

/** Records that bear the same name. */
final class Namesakes {

    private Namesakes() {
    }

    /** What whoever looked for one of them is told. */
    static String sentence(Noun noun, String name, List<String> slugs) {
        boolean more = slugs.size() == KeyCondition.MOST_NAMESAKES;
        List<String> told = more ? slugs.subList(0, slugs.size() - 1) : slugs;
        return (more ? "More than " : "") + told.size() + " " + noun.type() + " records have the " + noun.named().name() + " \""
                + name + "\": " + told.stream().map(slug -> noun.table() + ":" + slug).collect(Collectors.joining(", "))
                + (more ? " and others" : "") + ". Ask for one of them, as in by: {slug: \"" + told.get(0) + "\"}.";
    }
}
