package dev.footnote.dataset.staging;

import java.util.ArrayList;
import java.util.List;

import dev.footnote.database.Dialect;
import dev.footnote.dataset.datapackage.EntityColumns;
import dev.footnote.dataset.datapackage.TableColumn;
import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.Metamodel;

/**
 * Describes how the records of an entity type are staged: their values as in the target table, and references still as slugs.
 */
public final class StagedEntityType {

    /** Columns of the staging table for the first citation of a record, after all others. */
    public static final List<String> CITED = List.of("cited_source", "cited_locator", "cited_note", "cited_stance",
            "citation");

    /**
     * A reference to another record.
     *
     * @param header header of the column in the file
     * @param staged staging column that holds the slug
     * @param column column of the target table that holds the key
     * @param same whether it refers to the same entity type
     */
    public record Named(String header, String staged, String column, EntityType target, boolean same) {
    }

    public final EntityColumns entityColumns;
    public final EntityType entityType;
    public final StagingTable table;
    public final List<Named> named = new ArrayList<>();
    /** Columns that are copied to the target table unchanged. */
    public final List<String> copied = new ArrayList<>();
    /** Number of staged rows, at positions from 1. */
    public int count;
    /** Whether any staged row holds a citation. */
    public boolean hasOwnCitations;

    StagedEntityType(EntityColumns entityColumns, Metamodel metamodel, Dialect dialect, boolean isKept) {
        this.entityColumns = entityColumns;
        this.entityType = entityColumns.entityType();
        List<StagingColumn> columns = new ArrayList<>(List.of(StagingColumn.integer("position"), StagingColumn.place(),
                StagingColumn.text("slug", dialect), StagingColumn.integer("number")));
        for (TableColumn column : entityColumns.columns()) {
            if (column.target() == null) {
                List<StagingColumn> copies = StagingColumn.of(column.value(), dialect);
                columns.addAll(copies);
                copies.forEach(copy -> copied.add(copy.name()));
            } else {
                Attribute.ToOne relation = (Attribute.ToOne) entityType.attribute(column.field());
                String staged = "named_" + relation.column();
                columns.add(StagingColumn.text(staged, dialect));
                named.add(new Named(column.header(), staged, relation.column(), metamodel.entityType(relation.target()),
                        relation.target() == entityType.entity()));
            }
        }
        if (entityType.cited()) {
            CITED.forEach(name -> columns.add(StagingColumn.text(name, dialect)));
            columns.add(StagingColumn.integer("citation_number"));
        }
        this.table = new StagingTable("stage_" + entityType.table(), columns, isKept);
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /** Staging columns of a column of the file. */
    public List<String> columns(TableColumn column) {
        if (column.target() != null) {
            return List.of("named_" + ((Attribute.ToOne) entityType.attribute(column.field())).column());
        }
        String name = column.value().column();
        return StagingColumn.width(column.value()) == 1 ? List.of(name)
                : List.of(name + "_text", name + "_earliest", name + "_latest");
    }

    /** Index in a staged row where the values of a field begin. */
    int place(String field) {
        return entityType.attribute(field) instanceof Attribute.ToOne relation ? table.column("named_" + relation.column())
                : table.column(first((Attribute.Scalar) entityType.attribute(field)));
    }

    private static String first(Attribute.Scalar value) {
        return value.served();
    }
}
