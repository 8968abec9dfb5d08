package dev.footnote.http.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

import dev.footnote.query.output.JsonResultWriter;
import dev.footnote.query.output.ResultWriter;

/** The output of an export, one line per record. Closing it signals that all records were written. */
interface RecordWriter extends Closeable {

    /** The writer for the next record. */
    ResultWriter output();

    /** Ends the line of a record. */
    void end() throws IOException;

    /** Writes each record as it appears in a JSON response. */
    final class Json implements RecordWriter {

        private final JsonResultWriter json = new JsonResultWriter();
        private final OutputStream out;

        Json(OutputStream out) {
            this.out = out;
        }

        @Override
        public ResultWriter output() {
            return json;
        }

        @Override
        public void end() throws IOException {
            out.write(json.raw("\n").take());
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
