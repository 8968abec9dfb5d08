package dev.footnote.dataset.staging;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import dev.footnote.database.Dialect;
import dev.footnote.database.JdbcOperations;
import dev.footnote.dataset.datapackage.ColumnLimits;
import dev.footnote.dataset.datapackage.DatasetReader;
import dev.footnote.dataset.datapackage.SourceRecord;
import dev.footnote.domain.source.Citation;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.GlobalId;

/**
 * Holds a dataset while it is validated. It is read into tables that only one connection sees, so that the memory used does not
 * depend on the size of the dataset.
 */
public final class StagingArea implements AutoCloseable {

    private static final int TOLD = 1000;

    private final Connection connection;
    private final Dialect dialect;
    private final ImportContext importContext;
    private final DatasetReader contents;
    private final List<StagedEntityType> entityTypes = new ArrayList<>();
    private final StagingTable citations;
    private final StagingTable deletions;
    private final StagingTable leftOut;
    private final StagingTables all;
    private final Map<String, Boolean> empty = new HashMap<>();
    /** Tables of records that are deleted. */
    private final Set<String> deleted = new HashSet<>();
    /** Tables of the records that staged citations are about, but for those in rows of records. */
    private final Set<String> subjects = new HashSet<>();
    private int citationCount;
    private int citedCount;
    private int leftOutCount;

    /**
     * @param connection in a transaction; on H2 it is committed repeatedly, which is safe because no one else sees the staged
     *        rows
     * @param isKept whether the rows are few and the tables stay on the connection; then it is not committed
     */
    public StagingArea(Connection connection, Dialect dialect, ImportContext importContext, boolean isKept)
            throws SQLException {
        this.connection = connection;
        this.dialect = dialect;
        this.importContext = importContext;
        this.contents = importContext.contents();
        this.citations = CitationStager.table(dialect, isKept);
        this.deletions = new StagingTable("stage_deletion", List.of(StagingColumn.integer("position"), StagingColumn.place(),
                StagingColumn.text("kind", dialect), StagingColumn.text("slug", dialect)), isKept);
        this.leftOut = new StagingTable("stage_left_out", List.of(StagingColumn.integer("position"),
                StagingColumn.text("kind", dialect), StagingColumn.text("slug", dialect)), isKept);
        contents.allColumns().forEach(
                entityColumns -> entityTypes
                        .add(new StagedEntityType(entityColumns, importContext.metamodel(), dialect, isKept)));
        this.all = new StagingTables(connection, dialect, tables(), isKept);
        all.create();
    }

    private List<StagingTable> tables() {
        List<StagingTable> tables = new ArrayList<>(List.of(citations, deletions, leftOut));
        entityTypes.forEach(staged -> tables.add(staged.table));
        return tables;
    }

    /** Reads all files, and checks each row by itself. */
    public void read() throws IOException, SQLException {
        CitationStager citing = new CitationStager(importContext.metamodel(), new RowNumbering(fresh("citation")));
        for (StagedEntityType staged : entityTypes) {
            if (contents.has(staged.entityType)) {
                RowNumbering numbering = new RowNumbering(fresh(staged.entityType.table()));
                try (RowWriter rows = staged.table.rows(connection, dialect)) {
                    RecordStager reading = new RecordStager(staged, rows, numbering, citing);
                    each(staged.entityType, reading::line);
                }
                staged.count = numbering.count();
            }
        }
        EntityType citation = importContext.metamodel().entityType(Citation.class);
        if (contents.has(citation)) {
            try (RowWriter rows = citations.rows(connection, dialect)) {
                each(citation, line -> citing.line(line, rows));
            }
            citationCount = citing.count();
            subjects.addAll(citing.subjects());
        }
        citedCount = citing.count();
        if (contents.hasDeletions()) {
            readDeletions();
        }
    }

    private void each(EntityType entityType, Consumer<SourceRecord> reading) throws IOException, SQLException {
        String what = "reading " + entityType.resource();
        long[] count = new long[1];
        try {
            contents.read(entityType, line -> {
                reading.accept(line);
                if (++count[0] % TOLD == 0) {
                    importContext.progress().tell(what, count[0], all(count[0], contents.share(entityType)));
                }
            });
        } catch (RowWriter.Lost e) {
            throw e.reason();
        }
        importContext.progress().tell(what, count[0], count[0]);
    }

    /** Estimated total, rounded to thousands, if the rest is like what was read. */
    private static long all(long read, double share) {
        return share == 0 ? 0 : Math.max(read, Math.round(read / share / TOLD) * TOLD);
    }

    private void readDeletions() throws IOException, SQLException {
        RowNumbering numbering = new RowNumbering(false);
        try (RowWriter rows = deletions.rows(connection, dialect)) {
            contents.deletions(line -> {
                GlobalId id = line.cell("record") == null ? null : GlobalId.parse(line.cell("record")).orElse(null);
                if (id == null || entityTypes.stream().noneMatch(staged -> staged.entityType.table().equals(id.kind()))
                        || ColumnLimits.ID.problem(id.slug()) != null) {
                    if (line.isFaulty("record")) {
                        return;
                    }
                    line.problem("record", "Write the kind of the record, a colon and its id, such as organization:xiaomi.");
                    return;
                }
                numbering.next();
                deleted.add(id.kind());
                rows.take(numbering.count(), line.place(), id.kind(), id.slug());
            });
        } catch (RowWriter.Lost e) {
            throw e.reason();
        }
    }

    /** Reads the ids of the left-out records of an entity type, because staged rows may refer to them. */
    public void readLeftOut(EntityType entityType) throws IOException, SQLException {
        try (RowWriter rows = leftOut.rows(connection, dialect)) {
            contents.leftOut(entityType, id -> rows.take(++leftOutCount, entityType.table(), id));
        } catch (RowWriter.Lost e) {
            throw e.reason();
        }
        analyze(leftOut);
    }

    /** Creates indexes for finding rows. Called when all rows are read. */
    public void index() throws SQLException {
        if (citations.isKept) {
            return;
        }
        for (StagedEntityType staged : entityTypes) {
            staged.table.index(connection, "slug");
        }
        citations.index(connection, "slug");
        citations.index(connection, "subject_kind", "subject_slug");
        deletions.index(connection, "kind", "slug");
        leftOut.index(connection, "kind", "slug");
        for (StagingTable table : tables()) {
            analyze(table);
        }
    }

    private void analyze(StagingTable table) throws SQLException {
        if (dialect == Dialect.POSTGRESQL && !table.isKept) {
            // autovacuum does not analyze temporary tables
            JdbcOperations.execute(connection, "ANALYZE " + table.name);
        }
    }

    /** All entity types; referenced types come before those that refer to them. */
    public List<StagedEntityType> entityTypes() {
        return entityTypes;
    }

    /** Number of citations in the citations file. */
    public int citations() {
        return citationCount;
    }

    /** Number of all citations, including those in rows of records. Positions up to this number are used. */
    public int cited() {
        return citedCount;
    }

    /**
     * Registers citations that were added to those of the citations file, at positions after all others.
     *
     * @param subject table of the records that they are about
     */
    public void addCitations(String subject, int count) {
        citedCount += count;
        citationCount = citedCount;
        subjects.add(subject);
    }

    /** Whether the citations file has citations of records of the table. */
    public boolean hasCitations(String table) {
        return subjects.contains(table);
    }

    /** Whether any record of the table is deleted by a delta. */
    public boolean deletes(String table) {
        return deleted.contains(table);
    }

    /** Whether a table was empty before the import. */
    public boolean fresh(String table) throws SQLException {
        if (!empty.containsKey(table)) {
            empty.put(table, !JdbcOperations.exists(connection, "SELECT 1 FROM " + table + " LIMIT 1"));
        }
        return empty.get(table);
    }

    /** Deletes the staged rows of kept tables in the transaction that has used them, because its commit would keep them. */
    public void clear() throws SQLException {
        for (StagedEntityType staged : entityTypes) {
            if (!staged.isEmpty()) {
                all.clear(staged.table);
            }
        }
        if (citationCount > 0) {
            all.clear(citations);
        }
        if (!deleted.isEmpty()) {
            all.clear(deletions);
        }
    }

    /** Discards the staged data, and any uncommitted changes. */
    @Override
    public void close() throws SQLException {
        connection.rollback();
        if (!citations.isKept) {
            all.dropAll();
            connection.commit();
        }
    }
}
