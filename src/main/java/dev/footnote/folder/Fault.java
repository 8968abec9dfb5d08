package dev.footnote.folder;

/**
 * One thing that is wrong in a dataset.
 *
 * @param file the name of the file
 * @param line counted from 1; 0 where the file as a whole is meant
 * @param column counted from 1 in cells; 0 where the line as a whole is meant
 * @param message what is wrong and what to do
 */
public record Fault(String file, long line, int column, String message) {

    @Override
    public String toString() {
        return file + (line == 0 ? "" : ":" + line) + (column == 0 ? "" : ":" + column) + ": " + message;
    }
}
