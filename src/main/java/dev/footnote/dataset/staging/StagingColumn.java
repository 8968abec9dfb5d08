package dev.footnote.dataset.staging;

import java.util.List;

import dev.footnote.database.Dialect;
import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.ValueType;
import dev.footnote.metamodel.scalar.PartialDate;

/**
 * A column of a staging table.
 *
 * @param type SQL type
 */
record StagingColumn(String name, String type) {

    static StagingColumn text(String name, Dialect dialect) {
        return new StagingColumn(name, dialect.text());
    }

    static StagingColumn integer(String name) {
        return new StagingColumn(name, "INTEGER");
    }

    static StagingColumn place() {
        return new StagingColumn("found_at", "BIGINT");
    }

    /** Columns of a value, with the names and types of its target table. */
    static List<StagingColumn> of(Attribute.Scalar value, Dialect dialect) {
        String name = value.column();
        return switch (value.domain()) {
            case INTEGER -> List.of(integer(name));
            case BOOLEAN -> List.of(new StagingColumn(name, "BOOLEAN"));
            case DECIMAL -> List.of(new StagingColumn(name, "NUMERIC(38, 12)"));
            case DATE -> List.of(text(name + "_text", dialect), new StagingColumn(name + "_earliest", "DATE"),
                    new StagingColumn(name + "_latest", "DATE"));
            default -> List.of(text(name, dialect));
        };
    }

    /** Number of columns of a value. */
    static int width(Attribute.Scalar value) {
        return value.domain() == ValueType.DATE ? 3 : 1;
    }

    /** Writes a value into its columns of a row. */
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
