package dev.footnote.dataset.datapackage;

import java.nio.ByteBuffer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.footnote.metamodel.scalar.Sha256;

/**
 * A problem in a dataset: an error or a warning.
 *
 * @param file name of the file
 * @param line counted from 1; 0 for the file as a whole
 * @param column counted in cells from 1; 0 for the line as a whole
 * @param header header of the column; null if no cell is meant
 * @param value text of the cell; null if it is empty or no cell is meant
 * @param message what is wrong and what to do
 */
public record DatasetProblem(String file, long line, int column, String header, String value, String message) {

    private static final String ELLIPSIS = "...";
    private static final String NUMBER = ".,-:";
    private static final String ID = "./-_:";
    private static final ObjectMapper JSON = new ObjectMapper();

    public DatasetProblem {
        String shown = value == null ? null : HiddenCharacters.shown(value);
        // nobody reads a message that contains a text of a million letters
        message = value == null || value.equals(shown) || value.isEmpty() ? message : message.replace(value, shown);
        value = shown;
    }

    public DatasetProblem(String file, long line, int column, String message) {
        this(file, line, column, null, null, message);
    }

    /** The message without the parts that vary from line to line: quoted text, numbers and record ids. */
    public String cause() {
        StringBuilder cause = new StringBuilder();
        String text = value == null || value.isEmpty() ? message : message.replace(value, ELLIPSIS);
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            int end = i;
            if (one == '"') {
                end = Math.max(i, text.indexOf('"', i + 1));
            } else if (Character.isDigit(one)) {
                end = last(text, i, NUMBER);
            } else if (one == ':' && i + 1 < text.length() && text.charAt(i + 1) != ' ') {
                end = last(text, i, ID);
            }
            cause.append(end == i && !Character.isDigit(one) ? String.valueOf(one)
                    : one == '"' ? "\"" + ELLIPSIS + "\"" : one == ':' ? ":" + ELLIPSIS : ELLIPSIS);
            i = end;
        }
        return cause.toString();
    }

    private static int last(String text, int start, String more) {
        int end = start;
        while (end + 1 < text.length() && (Character.isLetterOrDigit(text.charAt(end + 1))
                || more.indexOf(text.charAt(end + 1)) >= 0 && end + 2 < text.length()
                        && Character.isLetterOrDigit(text.charAt(end + 2)))) {
            end++;
        }
        return end;
    }

    /** Hash that identifies the problem within its file, independent of its line number. */
    long hash() {
        return ByteBuffer.wrap(Sha256.bytes(file + "\n" + header + "\n" + value + "\n" + message)).getLong();
    }

    @Override
    public String toString() {
        return file + (line == 0 ? "" : ":" + line) + (column == 0 ? "" : ":" + column) + ": "
                + (header == null ? "" : header + ": ") + message;
    }

    /** The problem as one line of JSON, with the component names as keys; unknown parts are null. */
    public String json() {
        ObjectNode json = JSON.createObjectNode();
        json.put("file", file).put("line", line == 0 ? null : line).put("column", column == 0 ? null : column);
        return json.put("header", header).put("value", value).put("message", message).toString();
    }
}
