package dev.footnote.edit.draft;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.footnote.dataset.datapackage.EntityColumns;
import dev.footnote.dataset.datapackage.TableColumn;
import dev.footnote.edit.draft.CurrentRecords.Current;
import dev.footnote.edit.draft.EditRequest.Save;
import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.GlobalId;
import dev.footnote.metamodel.scalar.PartialDate;
import graphql.schema.GraphQLEnumType;

/** Makes the draft of a record that an edit creates or changes. */
final class SaveDraft {

    private final EntityColumns columns;
    private final Save save;
    private final List<Map<String, Object>> citingAll;
    private final Optional<Current> current;
    private final Map<String, String> cells;

    /** @param citingAll where the whole edit was read */
    SaveDraft(EntityColumns columns, Save save, List<Map<String, Object>> citingAll, Optional<Current> current) {
        this.columns = columns;
        this.save = save;
        this.citingAll = citingAll;
        this.current = current;
        this.cells = new HashMap<>(current.map(one -> one.state().cells()).orElse(Map.of()));
        save.set().forEach(this::set);
        save.clear().forEach(field -> set(field, null));
    }

    /** The texts of the record after the edit, by header. */
    Map<String, String> cells() {
        return cells;
    }

    private void set(String field, Object value) {
        for (TableColumn column : columns.columns()) {
            if (column.field().equals(field)) {
                Object part = value instanceof Map<?, ?> group ? group.get(column.value().name()) : value;
                String text = part == null ? null : text(column, part);
                if (text == null || text.isEmpty()) {
                    cells.remove(column.header());
                } else {
                    cells.put(column.header(), text);
                }
            }
        }
    }

    /** The text of a value as in a dataset file. */
    private String text(TableColumn column, Object value) {
        if (column.target() != null) {
            Attribute.ToOne relation = (Attribute.ToOne) columns.entityType().attribute(column.field());
            return GlobalId.slug(columns.entityType().target(relation.target()).table(), value.toString());
        }
        if (column.value().type() instanceof GraphQLEnumType) {
            return value.toString().toLowerCase(Locale.ROOT);
        }
        if (value instanceof PartialDate date) {
            return date.text();
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    /** Whether a source is missing: a created or changed fact needs one. */
    boolean isUncited() {
        return columns.entityType().cited() && isFactual() && citingAll.isEmpty() && save.citing().isEmpty();
    }

    /** Whether anything but citations changes. */
    private boolean isFactual() {
        return current.isEmpty() || !current.get().state().diff(new RecordState(cells, current.get().state().citations()),
                columns).isEmpty();
    }

    RecordDraft draft(String slug) {
        List<Map<String, String>> citations = new ArrayList<>(current.map(one -> one.state().citations()).orElse(List.of()));
        List<InputPath> places = new ArrayList<>();
        citations.forEach(there -> places.add(save.path()));
        if (columns.entityType().cited()) {
            cite(citations, places, save.citing(), save.path().then("citing"));
            if (isFactual()) {
                cite(citations, places, citingAll, InputPath.of("citing"));
            }
        }
        return new RecordDraft(columns, slug, current, Optional.of(new RecordState(cells, citations)),
                new Places(List.copyOf(places)));
    }

    private static void cite(List<Map<String, String>> citations, List<InputPath> places, List<Map<String, Object>> citing,
            InputPath path) {
        for (int i = 0; i < citing.size(); i++) {
            Map<String, String> row = new HashMap<>();
            citing.get(i).forEach((key, value) -> {
                if (value != null) {
                    String text = key.equals("stance") ? value.toString().toLowerCase(Locale.ROOT) : value.toString();
                    row.put(key, key.equals("source") ? GlobalId.slug("source", text) : text);
                }
            });
            row.remove("stance", "supports");
            if (!citations.contains(row)) {
                citations.add(Map.copyOf(row));
                places.add(path.then(i));
            }
        }
    }

    /** Places of the record in the input. */
    private final class Places implements RecordDraft.Paths {

        private final List<InputPath> citations;

        Places(List<InputPath> citations) {
            this.citations = citations;
        }

        @Override
        public InputPath of(String header) {
            if (header == null || header.equals(EntityColumns.ID)) {
                return header == null ? save.path() : save.path().then("id");
            }
            return columns.columns().stream().filter(column -> column.header().equals(header)).findFirst()
                    .map(column -> column.value() == null || column.field().equals(column.value().name())
                            ? save.path().then("set", column.field())
                            : save.path().then("set", column.field(), column.value().name()))
                    .orElse(save.path().then("citing"));
        }

        @Override
        public InputPath citation(int index, String header) {
            return header == null ? citations.get(index) : citations.get(index).then(header);
        }
    }
}
