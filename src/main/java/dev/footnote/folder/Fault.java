package dev.footnote.folder;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

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

    private static final String ELLIPSIS = "...";
    private static final String NUMBER = ".,-:";
    private static final String ID = "./-_:";
    private static final ObjectMapper JSON = new ObjectMapper();

    public Fault {
        String shown = value == null ? null : Blemish.shown(value);
        // because nobody reads a message that has a text of a million letters in it
        message = value == null || value.equals(shown) || value.isEmpty() ? message : message.replace(value, shown);
        value = shown;
    }

    public Fault(String file, long line, int column, String message) {
        this(file, line, column, null, null, message);
    }

    /** The message without what differs from line to line: what is quoted, numbers, and ids of records. */
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

    /** Tells it from others of the same file, wherever its line stands. */
    long hash() {
        byte[] all = Folder.sha256().digest((file + "\n" + header + "\n" + value + "\n" + message)
                .getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(all).getLong();
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
