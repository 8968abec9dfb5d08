package dev.footnote.dataset.validation;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.footnote.database.JdbcOperations;
import dev.footnote.dataset.datapackage.RecordSource;
import dev.footnote.dataset.staging.ImportContext;
import dev.footnote.dataset.staging.StagedEntityType;
import dev.footnote.dataset.staging.StagingArea;
import dev.footnote.domain.source.Citation;
import dev.footnote.domain.source.Source;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.Metamodel;

/**
 * Drops references to records that are in the files but left out: the whole row if the reference is required, else only the
 * cell. Each case is reported with its count. A reference to a record that does not exist at all stays, and is an error.
 */
public final class OmissionPropagation {

    private static final String SOURCE = "cited_source";

    private final Connection connection;
    private final StagingArea stage;
    private final ImportContext importContext;
    private final SurvivingRecords kept;
    private final ProblemQuery finding;
    /** Entity types whose left-out records are known. */
    private final Set<EntityType> read = new HashSet<>();

    /** @param stage staging area of that connection, read and indexed */
    public OmissionPropagation(Connection connection, ImportContext importContext, StagingArea stage) {
        this.connection = connection;
        this.stage = stage;
        this.importContext = importContext;
        this.kept = new SurvivingRecords(importContext.contents().delta());
        this.finding = new ProblemQuery(connection, importContext.contents(), importContext.problems()::warn);
    }

    public void run() throws IOException, SQLException {
        for (StagedEntityType staged : stage.entityTypes()) {
            for (StagedEntityType.Named named : staged.named) {
                follow(staged, named);
            }
        }
        Metamodel metamodel = importContext.metamodel();
        for (StagedEntityType staged : stage.entityTypes()) {
            if (staged.entityType.cited()) {
                for (Naming naming : namings(metamodel.entityType(Citation.class), "stage_citation", staged.entityType,
                        "s.subject_slug",
                        "s.subject_kind = '%s'".formatted(staged.entityType.table()))) {
                    cites("subject", naming);
                }
                own(staged);
            }
        }
        for (Naming naming : namings(metamodel.entityType(Citation.class), "stage_citation", metamodel.entityType(Source.class),
                "s." + SOURCE,
                "s.%s IS NOT NULL".formatted(SOURCE))) {
            cites("source", naming);
        }
    }

    /**
     * Staged rows that refer to left-out records.
     *
     * @param slug column that holds the reference
     * @param condition SQL condition for exactly these rows
     * @param reason why they are left out
     */
    private record Naming(String table, EntityType target, String slug, String condition, Reason reason) {
    }

    /** Reason why something is left out. */
    private enum Reason {

        LEFT_OUT("the mapping leaves out the "),
        NOT_THERE("there is no ");

        private final String words;

        Reason(String words) {
            this.words = words;
        }
    }

    private void follow(StagedEntityType staged, StagedEntityType.Named named) throws IOException, SQLException {
        String slug = "s." + named.staged();
        for (Naming naming : namings(staged.entityType, staged.table.name, named.target(), slug, slug + " IS NOT NULL")) {
            follow(staged, named, naming);
        }
    }

    private void follow(StagedEntityType staged, StagedEntityType.Named named, Naming naming) throws IOException, SQLException {
        if (!needed(staged, named.header())) {
            tell(named.header(), "cell", naming);
            JdbcOperations.execute(connection, """
                    UPDATE %s s
                    SET %s = NULL
                    WHERE %s""".formatted(staged.table.name, named.staged(), naming.condition));
            return;
        }
        tell(named.header(), "line", naming);
        goes(staged, naming);
    }

    private static boolean needed(StagedEntityType staged, String header) {
        return staged.entityType.exactlyOne().stream().anyMatch(group -> group.contains(header))
                || staged.entityColumns.columns().stream()
                        .anyMatch(column -> column.header().equals(header) && column.required());
    }

    /** Leaves records out, so that references to them are dropped, too. */
    private void goes(StagedEntityType staged, Naming naming) throws IOException, SQLException {
        JdbcOperations.execute(connection, """
                INSERT INTO stage_left_out (position, kind, slug)
                SELECT (
                  SELECT COALESCE(MIN(l.position), 0)
                  FROM stage_left_out l) - ROW_NUMBER() OVER (ORDER BY s.position), '%s', s.slug
                FROM %s s
                WHERE %s""".formatted(staged.entityType.table(), staged.table.name, naming.condition));
        JdbcOperations.execute(connection, """
                DELETE FROM %s s
                WHERE %s""".formatted(staged.table.name, naming.condition));
        read(staged.entityType);
    }

    private void cites(String header, Naming naming) throws SQLException {
        tell(header, "line", naming);
        JdbcOperations.execute(connection, """
                DELETE FROM stage_citation s
                WHERE %s""".formatted(naming.condition));
    }

    /** Drops the first citation of a record if its source does not exist and a rule says so. */
    private void own(StagedEntityType staged) throws SQLException {
        String existing = SourceLineSpan.of(importContext.contents().feed(staged.entityType), RecordSource::existing);
        EntityType source = importContext.metamodel().entityType(Source.class);
        String slug = "s." + SOURCE;
        String nowhere = slug + " IS NOT NULL\nAND " + existing + "\nAND " + kept.none(source, slug);
        if (existing != null && exists(staged.table.name, nowhere)) {
            tell("source", "cell", new Naming(staged.table.name, source, slug, nowhere, Reason.NOT_THERE));
            JdbcOperations.execute(connection, """
                    UPDATE %s s
                    SET %s
                    WHERE %s""".formatted(staged.table.name, StagedEntityType.CITED.stream().map(column -> column + " = NULL")
                    .collect(Collectors.joining(", ")) + ", citation_number = NULL", nowhere));
        }
    }

    /**
     * Finds rows that refer to left-out records, and rows that refer to missing records where a rule says that such rows are
     * left out.
     *
     * @param entityType entity type of the rows
     */
    private List<Naming> namings(EntityType entityType, String table, EntityType target, String slug, String condition)
            throws IOException, SQLException {
        boolean leavesOut = read.contains(target) || importContext.contents().leavesOut(target);
        String existing = SourceLineSpan.of(importContext.contents().feed(entityType), RecordSource::existing);
        String nowhere = condition + "\nAND " + kept.none(target, slug);
        if (!leavesOut && existing == null || !exists(table, nowhere)) {
            return List.of();
        }
        read(target);
        String known = """
                EXISTS (
                  SELECT 1
                  FROM stage_left_out l
                  WHERE l.kind = '%s'
                  AND l.slug = %s)""".formatted(target.table(), slug);
        List<Naming> namings = new ArrayList<>();
        if (exists(table, nowhere + "\nAND " + known)) {
            namings.add(new Naming(table, target, slug, nowhere + "\nAND " + known, Reason.LEFT_OUT));
        }
        String unknown = nowhere + "\nAND NOT " + known + "\nAND " + existing;
        if (existing != null && exists(table, unknown)) {
            namings.add(new Naming(table, target, slug, unknown, Reason.NOT_THERE));
        }
        return namings;
    }

    /** Reads the left-out ids only when they are needed, because usually nothing refers to them. */
    private void read(EntityType entityType) throws IOException, SQLException {
        if (read.add(entityType) && importContext.contents().leavesOut(entityType)) {
            stage.readLeftOut(entityType);
        }
    }

    private boolean exists(String table, String condition) throws SQLException {
        return JdbcOperations.exists(connection, """
                SELECT 1
                FROM %s s
                WHERE %s
                LIMIT 1""".formatted(table, condition));
    }

    private void tell(String header, String what, Naming naming) throws SQLException {
        for (long[] left : counted(naming)) {
            boolean one = left[1] == 1;
            finding.find(header, (named, none) -> "From here on "
                    + (one ? "one " + what + " is" : left[1] + " " + what + "s are")
                    + " left out, because " + naming.reason.words + naming.target.table() + " that "
                    + (one ? "it names" : "they name") + ", such as \"" + named + "\".",
                    """
                            SELECT s.found_at, %s, NULL
                            FROM %s s
                            WHERE s.found_at = %s""".formatted(naming.slug, naming.table, left[0]));
        }
    }

    /**
     * The place of the first row in each file and the number of rows. This is a query of its own, because H2 would count for
     * each row.
     */
    private List<long[]> counted(Naming naming) throws SQLException {
        return JdbcOperations.list(connection, """
                SELECT MIN(s.found_at), COUNT(*)
                FROM %1$s s
                WHERE %2$s
                GROUP BY s.found_at / %3$s
                ORDER BY 1""".formatted(naming.table, naming.condition, RecordSource.Place.FILE),
                row -> new long[] { row.getLong(1), row.getLong(2) });
    }
}
