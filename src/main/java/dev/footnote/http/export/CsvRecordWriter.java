package dev.footnote.http.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.regex.Pattern;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import dev.footnote.query.output.JsonResultWriter;
import dev.footnote.query.output.ResultWriter;

/** Writes each record as a CSV line. */
final class CsvRecordWriter implements RecordWriter, ResultWriter {

    /**
     * Characters that a spreadsheet takes for the start of a formula. Full-width forms are included, because some spreadsheets
     * treat them the same.
     */
    private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private final CsvWriter csv;
    private final CsvColumns columns;
    private final String[] cells;
    /** The stack of open objects, down to the one that is being written. */
    private final Deque<CsvColumns.Column> open = new ArrayDeque<>();
    private final JsonResultWriter json = new JsonResultWriter();
    /** Number of objects and lists that are open within one cell. */
    private int nested;
    private CsvColumns.Column column;

    CsvRecordWriter(CsvColumns columns, OutputStream out) {
        this.columns = columns;
        this.cells = new String[columns.headers().size()];
        // an empty text is quoted, because an empty cell means an unknown value
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).quoteStrategy(QuoteStrategies.EMPTY)
                .build(out, StandardCharsets.UTF_8);
        csv.writeRecord(columns.headers());
    }

    @Override
    public ResultWriter output() {
        column = columns.whole();
        return this;
    }

    @Override
    public void end() {
        if (cells.length == 1 && cells[0] == null) {
            cells[0] = ""; // readers skip empty lines
        }
        csv.writeRecord(cells);
        Arrays.fill(cells, null);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    /** Prefixes text that begins like a formula with an apostrophe, so that a spreadsheet treats it as text. */
    static String defused(String text) {
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 && !NUMBER.matcher(text).matches();
        return formula ? "'" + text : text;
    }

    @Override
    public void name(Name name) {
        if (nested > 0) {
            json.name(name);
        } else {
            column = open.peek().inner().get(name.text());
        }
    }

    @Override
    public void value(Object value) {
        if (nested > 0) {
            json.value(value);
        } else if (value != null) {
            cells[column.index()] = defused(value.toString());
        }
    }

    @Override
    public void whole(Object tree) {
        json.whole(tree);
        close(nested);
    }

    @Override
    public void element() {
        json.element();
    }

    @Override
    public void openObject(String type) {
        if (nested == 0 && column.inner() != null) {
            open.push(column);
        } else {
            nested++;
            json.openObject(type);
        }
    }

    @Override
    public void closeObject() {
        if (nested == 0) {
            open.pop();
        } else {
            json.closeObject();
            close(--nested);
        }
    }

    @Override
    public void openList() {
        nested++;
        json.openList();
    }

    @Override
    public void closeList() {
        json.closeList();
        close(--nested);
    }

    private void close(int still) {
        if (still == 0) {
            cells[column.index()] = new String(json.take(), StandardCharsets.UTF_8);
        }
    }
}
