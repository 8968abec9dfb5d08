package dev.footnote.edit.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import dev.footnote.dataset.datapackage.DatasetReader;
import dev.footnote.dataset.datapackage.EntityColumns;
import dev.footnote.dataset.datapackage.TableColumn;
import dev.footnote.dataset.snapshot.CitationReader;
import dev.footnote.dataset.snapshot.DatabaseSnapshot;
import dev.footnote.dataset.snapshot.RecordRow;
import dev.footnote.metamodel.GlobalId;

/** The records before an edit. */
public final class CurrentRecords {

    /**
     * A record that is there.
     *
     * @param version counts its changes
     */
    public record Current(RecordRow row, int version, RecordState state) {
    }

    private final DatabaseSnapshot snapshot;
    private final CitationReader citations;
    private final Map<String, EntityColumns> byTable = new LinkedHashMap<>();

    public CurrentRecords(DatabaseSnapshot snapshot) {
        this.snapshot = snapshot;
        this.citations = new CitationReader(snapshot);
        snapshot.allColumns().forEach(columns -> byTable.put(columns.entityType().table(), columns));
    }

    /** @param type name of the entity type in the schema, with a small or a capital first letter */
    EntityColumns columnsOfType(String type) {
        return byTable.values().stream().filter(columns -> columns.entityType().type().equalsIgnoreCase(type)).findFirst()
                .orElseThrow();
    }

    /** Empty if no records of that table can be edited. */
    public Optional<EntityColumns> columnsOfTable(String table) {
        return Optional.ofNullable(byTable.get(table));
    }

    public Optional<Current> find(EntityColumns columns, String slug) {
        return snapshot.find(columns, slug).map(row -> new Current(row, Integer.parseInt(row.beside()), state(row)));
    }

    /** The global id of the record that a record was last merged into. */
    public Optional<String> mergedInto(GlobalId id) {
        return columnsOfTable(id.kind()).flatMap(columns -> snapshot.mergedInto(columns.entityType(), id));
    }

    /** The texts of a record by header. */
    public static Map<String, String> cells(RecordRow row) {
        Map<String, String> cells = new HashMap<>();
        for (TableColumn column : row.entityColumns().columns()) {
            if (row.cell(column.header()) != null) {
                cells.put(column.header(), row.cell(column.header()));
            }
        }
        return cells;
    }

    private RecordState state(RecordRow row) {
        List<Map<String, String>> cited = new ArrayList<>();
        citations.of(row.entityColumns(), List.of(row), citation -> {
            Map<String, String> one = new HashMap<>();
            for (String header : DatasetReader.CITATIONS) {
                if (!header.equals("subject") && citation.cell(header) != null) {
                    one.put(header, citation.cell(header));
                }
            }
            cited.add(Map.copyOf(one));
        });
        return new RecordState(cells(row), cited);
    }

    /** All records that refer to a record. */
    public List<GlobalId> referringTo(RecordRow row) {
        Set<GlobalId> referring = new LinkedHashSet<>();
        referring(row, one -> referring.add(new GlobalId(one.entityColumns().entityType().table(), one.id())));
        return List.copyOf(referring);
    }

    /** Reads all records that refer to a record; twice if they refer to it twice. */
    public void referring(RecordRow row, Consumer<RecordRow> taking) {
        for (EntityColumns columns : byTable.values()) {
            for (TableColumn column : columns.columns()) {
                if (column.target() == row.entityColumns().entityType().entity()) {
                    snapshot.naming(columns, column.header(), List.of(row), (number, one) -> taking.accept(one));
                }
            }
        }
    }
}
