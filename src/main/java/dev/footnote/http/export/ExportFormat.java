package dev.footnote.http.export;

import java.io.OutputStream;
import java.util.Arrays;

/** The format of the lines of an export. */
public enum ExportFormat {

    /** One CSV line per record, by RFC 4180. The first line contains the column names. */
    CSV("text/csv", "; charset=utf-8; header=present", ".csv") {

        @Override
        RecordWriter lines(ExportableListFinder.Chosen chosen, OutputStream out) {
            return new CsvRecordWriter(chosen.columns(), out);
        }
    },

    /** One line with a JSON object per record. */
    NDJSON("application/x-ndjson", "; charset=utf-8", ".ndjson") {

        @Override
        RecordWriter lines(ExportableListFinder.Chosen chosen, OutputStream out) {
            return new RecordWriter.Json(out);
        }
    };

    private final String mediaType;
    private final String parameters;
    private final String suffix;

    ExportFormat(String mediaType, String parameters, String suffix) {
        this.mediaType = mediaType;
        this.parameters = parameters;
        this.suffix = suffix;
    }

    /** @return the format that the path ends with, or null */
    public static ExportFormat of(String path) {
        return Arrays.stream(values()).filter(format -> path.endsWith(format.suffix)).findFirst().orElse(null);
    }

    abstract RecordWriter lines(ExportableListFinder.Chosen chosen, OutputStream out);

    /** The suffix of a path that requests this format. */
    public String suffix() {
        return suffix;
    }

    /** The media type with its parameters. */
    public String contentType() {
        return mediaType + parameters;
    }
}
