package dev.footnote.dataset.staging;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Writes rows with COPY of PostgreSQL, in its text format. */
final class CopyRowWriter implements RowWriter {

    private static final int ENOUGH = 1 << 16;

    private final CopyIn copy;
    private final StringBuilder text = new StringBuilder(ENOUGH + 4096);

    CopyRowWriter(Connection connection, StagingTable table) throws SQLException {
        copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY %s FROM STDIN".formatted(table.name));
    }

    @Override
    public void add(Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : "\t");
            if (values[i] == null) {
                text.append("\\N");
            } else {
                escape(day(values[i]));
            }
        }
        text.append('\n');
        if (text.length() >= ENOUGH) {
            flush();
        }
    }

    /** Formats a value. PostgreSQL writes the year 0000 as 0001 BC. */
    private static String day(Object value) {
        if (value instanceof LocalDate date && date.getYear() == 0) {
            return "0001" + date.toString().substring(4) + " BC";
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            switch (letter) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(letter);
            }
        }
    }

    private void flush() throws SQLException {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        text.setLength(0);
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            flush();
            copy.endCopy();
        }
    }
}
