package dev.footnote.review;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.footnote.folder.Feed;
import dev.footnote.graph.Graph;
import dev.footnote.graph.Noun;
import dev.footnote.source.Citation;
import dev.footnote.source.Source;
import dev.footnote.staging.Intake;
import dev.footnote.staging.Stage;
import dev.footnote.staging.StagedNoun;

/**
 * Has what names a record go with it that is in the files and left out: the line, where it cannot be without, else the cell.
 * It says so, and how much it is. What names a record that is nowhere stays, and is a fault.
 */
public final class LeftOut {

    private static final String SOURCE = "cited_source";

    private final Connection connection;
    private final Stage stage;
    private final Intake intake;
    private final Kept kept;
    private final Finding finding;
    /** The nouns of which it is known which records are left out. */
    private final Set<Noun> read = new HashSet<>();

    /** @param stage of that connection, read and indexed */
    public LeftOut(Connection connection, Intake intake, Stage stage) {
        this.connection = connection;
        this.stage = stage;
        this.intake = intake;
        this.kept = new Kept(intake.contents().delta());
        this.finding = new Finding(connection, intake.contents(), intake.faults()::warn);
    }

    public void run() throws IOException, SQLException {
        for (StagedNoun staged : stage.nouns()) {
            for (StagedNoun.Named named : staged.named) {
                follow(staged, named);
            }
        }
        Graph graph = intake.graph();
        for (StagedNoun staged : stage.nouns()) {
            if (staged.noun.cited()) {
                for (Naming naming : namings(graph.noun(Citation.class), "stage_citation", staged.noun, "s.subject_slug",
                        "s.subject_kind = '%s'".formatted(staged.noun.table()))) {
                    cites("subject", naming);
                }
                own(staged);
            }
        }
        for (Naming naming : namings(graph.noun(Citation.class), "stage_citation", graph.noun(Source.class), "s." + SOURCE,
                "s.%s IS NOT NULL".formatted(SOURCE))) {
            cites("source", naming);
        }
    }

    /**
     * Lines of a staging table that name records which are left out.
     *
     * @param slug the column that names them
     * @param condition that holds for these lines alone
     * @param reason why, with the target and whether it is one
     */
    private record Naming(String table, Noun target, String slug, String condition, Reason reason) {
    }

    /** Why something is left out. */
    private enum Reason {

        LEFT_OUT("the mapping leaves out the "),
        NOT_THERE("there is no ");

        private final String words;

        Reason(String words) {
            this.words = words;
        }
    }

    private void follow(StagedNoun staged, StagedNoun.Named named) throws IOException, SQLException {
        String slug = "s." + named.staged();
        for (Naming naming : namings(staged.noun, staged.table.name, named.target(), slug, slug + " IS NOT NULL")) {
            follow(staged, named, naming);
        }
    }

    private void follow(StagedNoun staged, StagedNoun.Named named, Naming naming) throws IOException, SQLException {
        if (!needed(staged, named.header())) {
            tell(named.header(), "cell", naming);
            execute("""
                    UPDATE %s s
                    SET %s = NULL
                    WHERE %s""".formatted(staged.table.name, named.staged(), naming.condition));
            return;
        }
        tell(named.header(), "line", naming);
        goes(staged, naming);
    }

    private static boolean needed(StagedNoun staged, String header) {
        return staged.noun.exactlyOne().stream().anyMatch(group -> group.contains(header))
                || staged.carrier.columns().stream().anyMatch(column -> column.header().equals(header) && column.required());
    }

    /** Leaves records out, so that what names them goes, too. */
    private void goes(StagedNoun staged, Naming naming) throws IOException, SQLException {
        execute("""
                INSERT INTO stage_left_out (position, kind, slug)
                SELECT (
                  SELECT COALESCE(MIN(l.position), 0)
                  FROM stage_left_out l) - ROW_NUMBER() OVER (ORDER BY s.position), '%s', s.slug
                FROM %s s
                WHERE %s""".formatted(staged.noun.table(), staged.table.name, naming.condition));
        execute("""
                DELETE FROM %s s
                WHERE %s""".formatted(staged.table.name, naming.condition));
        read(staged.noun);
    }

    private void cites(String header, Naming naming) throws SQLException {
        tell(header, "line", naming);
        execute("""
                DELETE FROM stage_citation s
                WHERE %s""".formatted(naming.condition));
    }

    /** Leaves out the first citation of records whose source is not there, where a rule says so. */
    private void own(StagedNoun staged) throws SQLException {
        String existing = Spans.of(intake.contents().feed(staged.noun), Feed::existing);
        Noun source = intake.graph().noun(Source.class);
        String slug = "s." + SOURCE;
        String nowhere = slug + " IS NOT NULL\nAND " + existing + "\nAND " + kept.none(source, slug);
        if (existing != null && exists(staged.table.name, nowhere)) {
            tell("source", "cell", new Naming(staged.table.name, source, slug, nowhere, Reason.NOT_THERE));
            execute("""
                    UPDATE %s s
                    SET %s
                    WHERE %s""".formatted(staged.table.name, StagedNoun.CITED.stream().map(column -> column + " = NULL")
                    .collect(Collectors.joining(", ")) + ", citation_number = NULL", nowhere));
        }
    }

    /**
     * That lines name records which are left out, or which are nowhere where a rule says that these lines are left out, too.
     *
     * @param noun of the lines
     */
    private List<Naming> namings(Noun noun, String table, Noun target, String slug, String condition)
            throws IOException, SQLException {
        boolean leavesOut = read.contains(target) || intake.contents().leavesOut(target);
        String existing = Spans.of(intake.contents().feed(noun), Feed::existing);
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

    /** Reads them at the second look only, because mostly nothing names them. */
    private void read(Noun noun) throws IOException, SQLException {
        if (read.add(noun) && intake.contents().leavesOut(noun)) {
            stage.readLeftOut(noun);
        }
    }

    private boolean exists(String table, String condition) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery("""
                SELECT 1
                FROM %s s
                WHERE %s
                LIMIT 1""".formatted(table, condition))) {
            return rows.next();
        }
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
     * Where the first one of each file stands, and how many there are; asked by itself, because H2 would count for each line.
     */
    private List<long[]> counted(Naming naming) throws SQLException {
        List<long[]> counted = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery("""
                SELECT MIN(s.found_at), COUNT(*)
                FROM %1$s s
                WHERE %2$s
                GROUP BY s.found_at / %3$s
                ORDER BY 1""".formatted(naming.table, naming.condition, Feed.Place.FILE))) {
            while (rows.next()) {
                counted.add(new long[] { rows.getLong(1), rows.getLong(2) });
            }
        }
        return counted;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
