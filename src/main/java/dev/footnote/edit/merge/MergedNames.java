package dev.footnote.edit.merge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import dev.footnote.dataset.datapackage.EntityColumns;
import dev.footnote.dataset.datapackage.TableColumn;
import dev.footnote.edit.draft.CurrentRecords;
import dev.footnote.edit.draft.CurrentRecords.Current;
import dev.footnote.edit.draft.InputPath;
import dev.footnote.edit.draft.RecordDraft;
import dev.footnote.edit.draft.RecordState;
import dev.footnote.edit.draft.SlugProposal;
import dev.footnote.edit.merge.MergeDrafts.Moved;
import dev.footnote.metamodel.AlternativeNames;
import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import graphql.schema.GraphQLEnumType;

/** The name of a merged record, which becomes another name of the record that stays. */
final class MergedNames {

    private static final String ALIAS = "alias";

    private MergedNames() {
    }

    /**
     * The draft of the other name; empty if records of the type have no other names, or if the record has this name already.
     */
    static Optional<RecordDraft> of(CurrentRecords records, Current into, Current from, List<Moved> moved) {
        EntityType type = into.row().entityColumns().entityType();
        if (type.alias() == null || type.named().isEmpty()) {
            return Optional.empty();
        }
        AlternativeNames alias = type.alias();
        String header = type.named().get().name();
        String name = from.state().cells().get(header);
        EntityColumns columns = records.columnsOfTable(names(type)).orElseThrow();
        Set<String> known = new HashSet<>();
        known.add(into.state().cells().get(header));
        moved.stream().filter(one -> one.columns() == columns).forEach(one -> known.add(one.cells().get(alias.text())));
        records.referring(into.row(), row -> {
            if (row.entityColumns() == columns) {
                known.add(row.cell(alias.text()));
            }
        });
        if (name == null || known.contains(name)) {
            return Optional.empty();
        }
        Map<String, String> cells = cells(columns, alias, name, into.row().id());
        String slug = SlugProposal.of(columns, cells, other -> records.find(columns, other).isPresent());
        List<Map<String, String>> citations = columns.entityType().cited() ? from.state().citations() : List.of();
        return Optional.of(new RecordDraft(columns, slug, Optional.empty(), Optional.of(new RecordState(cells, citations)),
                RecordDraft.Paths.all(InputPath.of("from"))));
    }

    private static Map<String, String> cells(EntityColumns columns, AlternativeNames alias, String name, String bearer) {
        Map<String, String> cells = new HashMap<>();
        for (TableColumn column : columns.columns()) {
            if (column.target() != null) {
                Attribute.ToOne relation = (Attribute.ToOne) columns.entityType().attribute(column.field());
                if (relation.column().equals(alias.names().column())) {
                    cells.put(column.header(), bearer);
                }
            } else if (column.header().equals(alias.text())) {
                cells.put(column.header(), name);
            } else if (column.required() && column.value().type() instanceof GraphQLEnumType) {
                // the sort of name that says least
                cells.put(column.header(), ALIAS);
            }
        }
        return cells;
    }

    private static String names(EntityType type) {
        return type.target(type.alias().names().target()).table();
    }

    /** Whether a table has the other names of a record. */
    static boolean isName(CurrentRecords records, Current record, String table) {
        EntityType type = record.row().entityColumns().entityType();
        return type.alias() != null && names(type).equals(table);
    }

    /** What tells names of one record apart. */
    static Map<String, String> text(Current record, Map<String, String> cells) {
        String text = record.row().entityColumns().entityType().alias().text();
        return Map.of(text, Objects.toString(cells.get(text), ""));
    }
}
