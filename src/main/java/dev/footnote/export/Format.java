package dev.footnote.export;

import java.io.OutputStream;
import java.util.Arrays;

/** What the lines of an export look like. */
public enum Format {

    /** A line of columns for each record, RFC 4180; the first line names them. */
    CSV("text/csv", "; charset=utf-8; header=present", ".csv") {

        @Override
        Lines lines(Choosing.Chosen chosen, OutputStream out) {
            return new CsvLines(chosen.columns(), out);
        }
    },

    /** A line with a JSON object for each record. */
    NDJSON("application/x-ndjson", "; charset=utf-8", ".ndjson") {

        @Override
        Lines lines(Choosing.Chosen chosen, OutputStream out) {
            return new Lines.Json(out);
        }
    };

    private final String mediaType;
    private final String parameters;
    private final String suffix;

    Format(String mediaType, String parameters, String suffix) {
        this.mediaType = mediaType;
        this.parameters = parameters;
        this.suffix = suffix;
    }

    /** @return the format that a path ends with, or null */
    public static Format of(String path) {
        return Arrays.stream(values()).filter(format -> path.endsWith(format.suffix)).findFirst().orElse(null);
    }

    abstract Lines lines(Choosing.Chosen chosen, OutputStream out);

    /** What the path ends with where it asks for this format. */
    public String suffix() {
        return suffix;
    }

    /** The media type with its parameters. */
    public String contentType() {
        return mediaType + parameters;
    }
}
