package dev.footnote.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

import dev.footnote.json.JsonOutput;
import dev.footnote.json.Output;

/** Where the records of an export are written to, a line for each. Closing tells that all of them were. */
interface Lines extends Closeable {

    /** Takes the record that is written next. */
    Output output();

    /** Ends the line of a record. */
    void end() throws IOException;

    /** Writes each record as it stands in a JSON answer. */
    final class Json implements Lines {

        private final JsonOutput json = new JsonOutput();
        private final OutputStream out;

        Json(OutputStream out) {
            this.out = out;
        }

        @Override
        public Output output() {
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
