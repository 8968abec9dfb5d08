package dev.footnote.transfer;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import dev.footnote.entry.Revised;
import dev.footnote.graph.Graph;
import dev.footnote.graph.Member;
import dev.footnote.graph.Noun;
import dev.footnote.merging.Pace;
import dev.footnote.staging.Progress;

/** Keeps which records a later revision stands for: few of many, so that leaving them out costs hardly anything. */
@Singleton
class Superseded implements Derived {

    private final Graph graph;

    Superseded(Graph graph) {
        this.graph = graph;
    }

    @Override
    public String name() {
        return "superseded";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public void derive(Connection connection, boolean anew, Pace pace, Progress progress) throws SQLException {
        for (Noun noun : graph.nouns()) {
            Revised revised = noun.revised();
            if (revised != null && revised.through().isEmpty()) {
                try (Statement statement = connection.createStatement()) {
                    statement.executeUpdate("DELETE FROM " + noun.supersededTable());
                    statement.executeUpdate(insert(noun, revised));
                }
                pace.step();
            }
        }
    }

    private static String insert(Noun noun, Revised revised) {
        return """
                INSERT INTO %s (id)
                SELECT r.id
                FROM (
                  SELECT t.id, t.%s AS revision, MAX(t.%s) OVER (PARTITION BY %s) AS latest
                  FROM %s t) r
                WHERE r.revision < r.latest""".formatted(noun.supersededTable(), noun.value(revised.number()).column(),
                noun.value(revised.number()).column(),
                Arrays.stream(revised.alike()).map(name -> "t." + column(noun.member(name)))
                        .collect(Collectors.joining(", ")),
                noun.table());
    }

    private static String column(Member member) {
        return member instanceof Member.ToOne way ? way.column() : ((Member.Value) member).column();
    }
}
