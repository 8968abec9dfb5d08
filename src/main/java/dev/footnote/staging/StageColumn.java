package dev.footnote.staging;

import java.util.List;

import dev.footnote.database.Dialect;
import dev.footnote.graph.Domain;
import dev.footnote.graph.Member;
import dev.footnote.value.PartialDate;

/**
 * A column of a staging table.
 *
 * @param type of SQL
 */
record StageColumn(String name, String type) {

    static StageColumn text(String name, Dialect dialect) {
        return new StageColumn(name, dialect.text());
    }

    static StageColumn integer(String name) {
        return new StageColumn(name, "INTEGER");
    }

    static StageColumn place() {
        return new StageColumn("found_at", "BIGINT");
    }

    /** The columns of a value, which have the names and the types that its table has. */
    static List<StageColumn> of(Member.Value value, Dialect dialect) {
        String name = value.column();
        return switch (value.domain()) {
            case INTEGER -> List.of(integer(name));
            case BOOLEAN -> List.of(new StageColumn(name, "BOOLEAN"));
            case DECIMAL -> List.of(new StageColumn(name, "NUMERIC(38, 12)"));
            case DATE -> List.of(text(name + "_text", dialect), new StageColumn(name + "_earliest", "DATE"),
                    new StageColumn(name + "_latest", "DATE"));
            default -> List.of(text(name, dialect));
        };
    }

    /** How many columns a value takes. */
    static int width(Member.Value value) {
        return value.domain() == Domain.DATE ? 3 : 1;
    }

    /** Puts a value into its columns. */
    static void put(Object value, Object[] row, int column) {
        if (value instanceof PartialDate date) {
            row[column] = date.text();
            row[column + 1] = date.earliest();
            row[column + 2] = date.latest();
        } else {
            row[column] = value;
        }
    }
}
