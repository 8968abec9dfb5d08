package dev.footnote.edit.draft;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.ibm.icu.text.Transliterator;

import dev.footnote.dataset.datapackage.EntityColumns;
import dev.footnote.dataset.datapackage.TableColumn;

/** Proposes the id of a new record: from its name, or from the records that it connects. */
public final class SlugProposal {

    private static final int LONGEST = 80;

    private SlugProposal() {
    }

    /**
     * Proposes an id that is free.
     *
     * @param cells texts of the record by header
     * @param isTaken whether another record of the type has the id
     */
    public static String of(EntityColumns columns, Map<String, String> cells, Predicate<String> isTaken) {
        List<String> connected = columns.columns().stream().filter(column -> column.target() != null)
                .map(TableColumn::header).map(cells::get).filter(Objects::nonNull).toList();
        // a title, such as that of a role, does not tell records apart that connect two others
        Stream<String> names = connected.size() > 1 ? Stream.of("name") : Stream.of("name", "title", "text");
        String name = names.map(cells::get).filter(Objects::nonNull).findFirst().orElse(String.join("-", connected));
        String base = slug(name);
        base = base.isEmpty() ? columns.entityType().table() : base;
        String slug = base;
        for (int i = 2; isTaken.test(slug); i++) {
            slug = base + "-" + i;
        }
        return slug;
    }

    /** A readable id in Latin letters, digits and hyphens. */
    private static String slug(String name) {
        String latin = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower").transliterate(name);
        String slug = latin.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.length() <= LONGEST ? slug : slug.substring(0, LONGEST).replaceAll("-$", "");
    }
}
