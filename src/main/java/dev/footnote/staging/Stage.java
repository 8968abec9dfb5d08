package dev.footnote.staging;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import dev.footnote.constraint.Limits;
import dev.footnote.database.Dialect;
import dev.footnote.folder.Contents;
import dev.footnote.folder.Line;
import dev.footnote.graph.NodeId;
import dev.footnote.graph.Noun;
import dev.footnote.source.Citation;

/**
 * A dataset on its way in: read into tables that only one connection sees, so that what is kept in memory does not depend on
 * how much there is.
 */
public final class Stage implements AutoCloseable {

    private static final int TOLD = 1000;

    private final Connection connection;
    private final Dialect dialect;
    private final Intake intake;
    private final Contents contents;
    private final List<StagedNoun> nouns = new ArrayList<>();
    private final StageTable citations;
    private final StageTable deletions;
    private final StageTable leftOut;
    private final Map<String, Boolean> empty = new HashMap<>();
    private int citationCount;
    private int citedCount;
    private int leftOutCount;

    /**
     * @param connection in a transaction; on H2 it is committed again and again, because what is staged there is nobody's yet
     */
    public Stage(Connection connection, Dialect dialect, Intake intake) throws SQLException {
        this.connection = connection;
        this.dialect = dialect;
        this.intake = intake;
        this.contents = intake.contents();
        this.citations = CitationReading.table(dialect);
        this.deletions = new StageTable("stage_deletion", List.of(StageColumn.integer("position"), StageColumn.place(),
                StageColumn.text("kind", dialect), StageColumn.text("slug", dialect)));
        this.leftOut = new StageTable("stage_left_out", List.of(StageColumn.integer("position"),
                StageColumn.text("kind", dialect), StageColumn.text("slug", dialect)));
        contents.carriers().forEach(carrier -> nouns.add(new StagedNoun(carrier, intake.graph(), dialect)));
        for (StageTable table : tables()) {
            drop(table);
            execute(table.definition(dialect));
        }
        for (StagedNoun staged : nouns) {
            empty.put(staged.noun.table(), isEmpty(staged.noun.table()));
        }
        empty.put("citation", isEmpty("citation"));
    }

    private List<StageTable> tables() {
        List<StageTable> tables = new ArrayList<>(List.of(citations, deletions, leftOut));
        nouns.forEach(staged -> tables.add(staged.table));
        return tables;
    }

    private boolean isEmpty(String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT 1 FROM " + table + " LIMIT 1")) {
            return !rows.next();
        }
    }

    /** Reads all files, and finds what is wrong with single lines. */
    public void read() throws IOException, SQLException {
        CitationReading citing = new CitationReading(intake.graph(), new Numbering(empty.get("citation")));
        for (StagedNoun staged : nouns) {
            if (contents.has(staged.noun)) {
                Numbering numbering = new Numbering(empty.get(staged.noun.table()));
                try (Rows rows = staged.table.rows(connection, dialect)) {
                    RecordReading reading = new RecordReading(staged, rows, numbering, citing);
                    each(staged.noun, reading::line);
                }
                staged.count = numbering.count();
            }
        }
        Noun citation = intake.graph().noun(Citation.class);
        if (contents.has(citation)) {
            try (Rows rows = citations.rows(connection, dialect)) {
                each(citation, line -> citing.line(line, rows));
            }
            citationCount = citing.count();
        }
        citedCount = citing.count();
        if (contents.hasDeletions()) {
            readDeletions();
        }
    }

    private void each(Noun noun, Consumer<Line> reading) throws IOException, SQLException {
        String what = "reading " + noun.resource();
        long[] count = new long[1];
        try {
            contents.read(noun, line -> {
                reading.accept(line);
                if (++count[0] % TOLD == 0) {
                    intake.progress().tell(what, count[0], all(count[0], contents.share(noun)));
                }
            });
        } catch (Rows.Lost e) {
            throw e.reason();
        }
        intake.progress().tell(what, count[0], count[0]);
    }

    /** As many thousands as there are if the rest is like what was read. */
    private static long all(long read, double share) {
        return share == 0 ? 0 : Math.max(read, Math.round(read / share / TOLD) * TOLD);
    }

    private void readDeletions() throws IOException, SQLException {
        Numbering numbering = new Numbering(false);
        try (Rows rows = deletions.rows(connection, dialect)) {
            contents.deletions(line -> {
                NodeId id = line.cell("record") == null ? null : NodeId.parse(line.cell("record"));
                if (id == null || nouns.stream().noneMatch(staged -> staged.noun.table().equals(id.kind()))
                        || Limits.ID.fault(id.slug()) != null) {
                    if (line.isFaulty("record")) {
                        return;
                    }
                    line.fault("record", "Write the kind of the record, a colon and its id, such as organization:xiaomi.");
                    return;
                }
                numbering.next();
                rows.take(numbering.count(), line.place(), id.kind(), id.slug());
            });
        } catch (Rows.Lost e) {
            throw e.reason();
        }
    }

    /** Reads which records of a noun are left out, because lines that are staged may name them. */
    public void readLeftOut(Noun noun) throws IOException, SQLException {
        try (Rows rows = leftOut.rows(connection, dialect)) {
            contents.leftOut(noun, id -> rows.take(++leftOutCount, noun.table(), id));
        } catch (Rows.Lost e) {
            throw e.reason();
        }
        analyze(leftOut);
    }

    /** Makes lines quick to find, once all are read. */
    public void index() throws SQLException {
        for (StagedNoun staged : nouns) {
            staged.table.index(connection, "slug");
        }
        citations.index(connection, "slug");
        citations.index(connection, "subject_kind", "subject_slug");
        deletions.index(connection, "kind", "slug");
        leftOut.index(connection, "kind", "slug");
        for (StageTable table : tables()) {
            analyze(table);
        }
    }

    private void analyze(StageTable table) throws SQLException {
        if (dialect == Dialect.POSTGRESQL) {
            // because nobody else does so for tables that only one connection sees
            execute("ANALYZE " + table.name);
        }
    }

    /** All nouns, those ahead that others name. */
    public List<StagedNoun> nouns() {
        return nouns;
    }

    /** How many citations stand in a file of their own. */
    public int citations() {
        return citationCount;
    }

    /** How many citations were found, also those that stand in a record's own line; positions up to here are taken. */
    public int cited() {
        return citedCount;
    }

    /** More citations stand among those of the file now, at positions behind all others. */
    public void addCitations(int count) {
        citedCount += count;
        citationCount = citedCount;
    }

    /** Whether a table held nothing before. */
    public boolean fresh(String table) {
        return empty.get(table);
    }

    /** Drops the one of this connection, and none of the same name that somebody else keeps in the database. */
    private void drop(StageTable table) throws SQLException {
        String there = dialect == Dialect.POSTGRESQL ? "pg_temp." + table.name : table.name;
        if (dialect == Dialect.POSTGRESQL || isStaged(table)) {
            execute("DROP TABLE IF EXISTS " + there);
        }
    }

    private boolean isStaged(StageTable table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT 1
                FROM information_schema.tables
                WHERE table_type = 'LOCAL TEMPORARY'
                AND table_name = ?""")) {
            statement.setString(1, table.name.toUpperCase(Locale.ROOT));
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Forgets what was staged, and with it what was written and not committed. */
    @Override
    public void close() throws SQLException {
        connection.rollback();
        for (StageTable table : tables()) {
            drop(table);
        }
        connection.commit();
    }
}
