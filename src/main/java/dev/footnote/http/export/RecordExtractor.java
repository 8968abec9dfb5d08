package dev.footnote.http.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import dev.footnote.query.output.ResultWriter;

/** Extracts the records of one list from a response. Everything around them is left out of the lines. */
final class RecordExtractor implements ResultWriter {

    private final List<String> path;
    private final RecordWriter lines;
    private ResultWriter record;
    /** Number of open objects around a record. */
    private int around;
    /** How many names of the path match the current position. */
    private int met;
    /** Number of open objects and lists within a record, including the record itself. */
    private int inside;

    /** @param path the response names that lead to the records */
    RecordExtractor(List<String> path, RecordWriter lines) {
        this.path = path;
        this.lines = lines;
    }

    @Override
    public void name(Name name) {
        if (inside > 0) {
            record.name(name);
        } else if (around <= path.size() && met >= around - 1) {
            met = path.get(around - 1).equals(name.text()) ? around : around - 1;
        }
    }

    @Override
    public void value(Object value) {
        if (inside > 0) {
            record.value(value);
        }
    }

    @Override
    public void whole(Object tree) {
        if (inside > 0) {
            record.whole(tree);
        }
    }

    @Override
    public void element() {
        if (inside > 0) {
            record.element();
        }
    }

    @Override
    public void openObject(String type) {
        if (inside == 0 && (around < path.size() || met < path.size())) {
            around++;
            return;
        }
        if (inside == 0) {
            record = lines.output();
        }
        inside++;
        record.openObject(type);
    }

    @Override
    public void closeObject() {
        if (inside == 0) {
            around--;
            return;
        }
        record.closeObject();
        inside--;
        if (inside == 0) {
            end();
        }
    }

    private void end() {
        try {
            lines.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void openList() {
        if (inside > 0) {
            inside++;
            record.openList();
        }
    }

    @Override
    public void closeList() {
        if (inside > 0) {
            inside--;
            record.closeList();
        }
    }
}
