package dev.footnote.dataset.staging;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    private final Map<String, Boolean> empty = new HashMap<>();
    private int citationCount;
    private int citedCount;
    private int leftOutCount;

    /**
     * @param connection in a transaction; on H2 it is committed repeatedly, which is safe because no one else sees the staged
     *        rows
     */
    public StagingArea(Connection connection, Dialect dialect, ImportContext importContext) throws SQLException {
        this.connection = connection;
        this.dialect = dialect;
        this.importContext = importContext;
        this.contents = importContext.contents();
        this.citations = CitationStager.table(dialect);
        this.deletions = new StagingTable("stage_deletion", List.of(StagingColumn.integer("position"), StagingColumn.place(),
                StagingColumn.text("kind", dialect), StagingColumn.text("slug", dialect)));
        this.leftOut = new StagingTable("stage_left_out", List.of(StagingColumn.integer("position"),
                StagingColumn.text("kind", dialect), StagingColumn.text("slug", dialect)));
        contents.allColumns().forEach(
                entityColumns -> entityTypes.add(new StagedEntityType(entityColumns, importContext.metamodel(), dialect)));
        for (StagingTable table : tables()) {
            drop(table);
            JdbcOperations.execute(connection, table.definition(dialect));
        }
        for (StagedEntityType staged : entityTypes) {
            empty.put(staged.entityType.table(), isEmpty(staged.entityType.table()));
        }
        empty.put("citation", isEmpty("citation"));
    }

    private List<StagingTable> tables() {
        List<StagingTable> tables = new ArrayList<>(List.of(citations, deletions, leftOut));
        entityTypes.forEach(staged -> tables.add(staged.table));
        return tables;
    }

    private boolean isEmpty(String table) throws SQLException {
        return !JdbcOperations.exists(connection, "SELECT 1 FROM " + table + " LIMIT 1");
    }

    /** Reads all files, and checks each row by itself. */
    public void read() throws IOException, SQLException {
        CitationStager citing = new CitationStager(importContext.metamodel(), new RowNumbering(empty.get("citation")));
        for (StagedEntityType staged : entityTypes) {
            if (contents.has(staged.entityType)) {
                RowNumbering numbering = new RowNumbering(empty.get(staged.entityType.table()));
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
                GlobalId id = line.cell("record") == null ? null : GlobalId.parse(line.cell("record"));
                if (id == null || entityTypes.stream().noneMatch(staged -> staged.entityType.table().equals(id.kind()))
                        || ColumnLimits.ID.problem(id.slug()) != null) {
                    if (line.isFaulty("record")) {
                        return;
                    }
                    line.problem("record", "Write the kind of the record, a colon and its id, such as organization:xiaomi.");
                    return;
                }
                numbering.next();
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
        if (dialect == Dialect.POSTGRESQL) {
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

    /** Registers citations that were added to those of the citations file, at positions after all others. */
    public void addCitations(int count) {
        citedCount += count;
        citationCount = citedCount;
    }

    /** Whether a table was empty before the import. */
    public boolean fresh(String table) {
        return empty.get(table);
    }

    /** Drops the temporary table of this connection, but not a permanent table of the same name. */
    private void drop(StagingTable table) throws SQLException {
        String there = dialect == Dialect.POSTGRESQL ? "pg_temp." + table.name : table.name;
        if (dialect == Dialect.POSTGRESQL || isStaged(table)) {
            JdbcOperations.execute(connection, "DROP TABLE IF EXISTS " + there);
        }
    }

    private boolean isStaged(StagingTable table) throws SQLException {
        return JdbcOperations.exists(connection, """
                SELECT 1
                FROM information_schema.tables
                WHERE table_type = 'LOCAL TEMPORARY'
                AND table_name = ?""", table.name.toUpperCase(Locale.ROOT));
    }

    /** Discards the staged data, and any uncommitted changes. */
    @Override
    public void close() throws SQLException {
        connection.rollback();
        for (StagingTable table : tables()) {
            drop(table);
        }
        connection.commit();
    }
}
