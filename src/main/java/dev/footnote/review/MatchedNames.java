package dev.footnote.review;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

import dev.footnote.graph.Noun;
import dev.footnote.staging.Intake;
import dev.footnote.staging.StagedNoun;

/**
 * Finds records by their names where a mapping says that a text is one: by the name itself, else by one of the other names.
 * What is the name of nothing stays, and is taken for an id.
 */
public final class MatchedNames {

    private final Connection connection;
    private final Intake intake;
    private final Finding finding;

    /** @param connection that the dataset is staged on */
    public MatchedNames(Connection connection, Intake intake) {
        this.connection = connection;
        this.intake = intake;
        this.finding = new Finding(connection, intake.contents(), intake.faults()::add);
    }

    /** @param nouns what is staged */
    public void run(List<StagedNoun> nouns) throws SQLException {
        for (StagedNoun staged : nouns) {
            for (StagedNoun.Named named : staged.named) {
                String lines = Spans.of(intake.contents().feed(staged.noun), feed -> feed.byName(named.header()));
                if (lines != null) {
                    match(nouns, staged, named, lines);
                }
            }
        }
    }

    private void match(List<StagedNoun> nouns, StagedNoun staged, StagedNoun.Named named, String lines) throws SQLException {
        StagedNoun target = nouns.stream().filter(one -> one.noun == named.target()).findFirst().orElseThrow();
        target.table.index(connection, "name");
        String text = "s." + named.staged();
        String main = "FROM %s o WHERE o.name = %s".formatted(target.table.name, text);
        finding.find(named.header(), (name, two) -> "\"" + name + "\" is the name of several records, such as " + two
                + ". Name the one that is meant by its id.", """
                        SELECT s.found_at, %1$s, (SELECT MIN(o.slug) %2$s) || ' and ' || (SELECT MAX(o.slug) %2$s)
                        FROM %3$s s
                        WHERE %4$s
                        AND (SELECT COUNT(*) %2$s) > 1""".formatted(text, main, staged.table.name, lines));
        String others = others(nouns, target, text).map(sql -> ", (SELECT MIN(a.slug) " + sql + ")").orElse("");
        String held = intake.contents().delta() ? ", (SELECT MIN(t.slug) FROM %s t WHERE t.name = %s)"
                .formatted(target.noun.table(), text) : "";
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("""
                    UPDATE %s s
                    SET %s = COALESCE((SELECT MIN(o.slug) %s)%s%s, %s)
                    WHERE %s
                    AND %s IS NOT NULL""".formatted(staged.table.name, named.staged(), main, others, held, text, lines, text));
        }
    }

    /** Records that bear the text as another name. */
    private Optional<String> others(List<StagedNoun> nouns, StagedNoun target, String text) throws SQLException {
        for (StagedNoun names : nouns) {
            for (StagedNoun.Named bearer : names.named) {
                if (names.copied.contains("text") && isBearer(bearer, target.noun)) {
                    names.table.index(connection, "text");
                    return Optional.of("FROM (SELECT n.%s AS slug, n.text FROM %s n) a WHERE a.text = %s AND a.slug IS NOT NULL"
                            .formatted(bearer.staged(), names.table.name, text));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isBearer(StagedNoun.Named bearer, Noun noun) {
        return bearer.target() == noun;
    }
}
