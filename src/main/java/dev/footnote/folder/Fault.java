package dev.footnote.folder;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.footnote.cell.Blemish;

/**
 * One thing that is wrong in a dataset, or may be.
 *
 * @param file the name of the file
 * @param line counted from 1; 0 where the file as a whole is meant
 * @param column counted from 1 in cells; 0 where the line as a whole is meant
 * @param header of the column; null where no cell is meant
 * @param value what the cell says; null where it is empty or no cell is meant
 * @param message what is wrong and what to do
 */
public record Fault(String file, long line, int column, String header, String value, String message) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public Fault {
        value = value == null ? null : Blemish.shown(value);
    }

    public Fault(String file, long line, int column, String message) {
        this(file, line, column, null, null, message);
    }

    @Override
    public String toString() {
        return file + (line == 0 ? "" : ":" + line) + (column == 0 ? "" : ":" + column) + ": "
                + (header == null ? "" : header + ": ") + message;
    }

    /** One line of JSON, whose keys are what the parts are called here; what is not known is null. */
    public String json() {
        ObjectNode json = JSON.createObjectNode();
        json.put("file", file).put("line", line == 0 ? null : line).put("column", column == 0 ? null : column);
        return json.put("header", header).put("value", value).put("message", message).toString();
    }
}
