package dev.footnote.query.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.footnote.database.Dialect;
import dev.footnote.database.JdbcOperations;
import dev.footnote.database.KnownSchema;
import dev.footnote.metamodel.GlobalId;
import dev.footnote.query.ArgumentValues;
import dev.footnote.query.RequestError;
import dev.footnote.query.RequestException;
import graphql.execution.CoercedVariables;
import graphql.language.Directive;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;

/**
 * The edit after which the dataset is asked for, by the directive {@code @knownAt}.
 *
 * @param edit the id of the edit, global or by itself; 0 for the first import; null if the time is given
 * @param time null if the edit is given
 * @param directive for errors
 */
public record KnownAt(String edit, String time, Directive directive) {

    public static final String NAME = "knownAt";

    /** Behind all times in the order of texts. */
    private static final String LATEST = "~";

    /** @throws RequestException if the directive does not have exactly one argument, or not one that can be read */
    public static Optional<KnownAt> of(GraphQLSchema schema, OperationDefinition operation, CoercedVariables variables) {
        List<Directive> directives = operation.getDirectives(NAME);
        if (directives.isEmpty()) {
            return Optional.empty();
        }
        Directive directive = directives.get(0);
        Map<String, Object> arguments = ArgumentValues.of(schema.getDirective(NAME).getArguments(), directive.getArguments(),
                variables);
        Object edit = arguments.get("edit");
        Object time = arguments.get("time");
        if ((edit == null) == (time == null)) {
            throw wrong("@knownAt has exactly one argument. Write edit, such as \"edit:7\", or time, such as"
                    + " \"2026-11-26T20:00:00Z\".", directive);
        }
        if (time != null) {
            return Optional.of(new KnownAt(null, time.toString(), directive));
        }
        String number = GlobalId.slug("edit", edit.toString());
        if (!number.matches("\\d{1,9}")) {
            throw wrong("\"" + edit + "\" is no id of an edit. Write such as \"edit:7\", or \"edit:0\" for the first import.",
                    directive);
        }
        return Optional.of(new KnownAt(number, null, directive));
    }

    /**
     * Makes the following statements of a connection read the dataset as it was then, as {@link KnownSchema#enter} does.
     *
     * @throws RequestException if there is no such edit, or the dataset as it was then is not kept
     */
    public void enter(Connection connection, Dialect dialect) throws SQLException {
        if (!KnownSchema.enter(connection, dialect, number(connection))) {
            throw wrong("This server cannot answer @knownAt, because the views of the past are missing in its database, or its"
                    + " user may not read them. Grant the user that serves the right CREATE on the database and start the"
                    + " server again, and grant a user that only reads USAGE on the schema of the views and SELECT on them, as"
                    + " docs/postgresql.md says. Or leave @knownAt out.", directive);
        }
    }

    private int number(Connection connection) throws SQLException {
        // times in the log are written alike, so that they are ordered like their texts
        int last = JdbcOperations.first(connection, "SELECT COALESCE(MAX(id), 0) FROM edit WHERE made_at <= ?",
                row -> row.getInt(1), time == null ? LATEST : time).orElseThrow();
        int number = time == null ? Integer.parseInt(edit) : last;
        if (number > last) {
            throw wrong("There is no edit " + number + " yet. The last one is edit:" + last + ".", directive);
        }
        int start = JdbcOperations.first(connection, "SELECT edit_id FROM history_start", row -> row.getInt(1)).orElse(0);
        if (number < start) {
            throw wrong("What was known before edit:" + start + " is not kept. The history begins at edit:" + start
                    + madeAt(connection, start) + ". Ask for that or a later one.", directive);
        }
        return number;
    }

    private static String madeAt(Connection connection, int edit) throws SQLException {
        return JdbcOperations.first(connection, "SELECT made_at FROM edit WHERE id = ?", row -> row.getString(1), edit)
                .map(", made at "::concat).orElse("");
    }

    private static RequestException wrong(String message, Directive directive) {
        return new RequestException(
                new RequestError(RequestError.Code.BAD_USER_INPUT, message, List.of(directive.getSourceLocation())));
    }
}
