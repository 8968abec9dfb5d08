package dev.footnote.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

/** Reads CSV by RFC 4180, in UTF-8 with or without a byte order mark, in any dialect. */
public final class Csv {

    /** Of characters of a cell; a quote that is never closed would else take the rest of the file into memory. */
    private static final int LONGEST = 1 << 22;
    private static final int LONGEST_HEADER = 1 << 16;

    private Csv() {
    }

    /** The lines of a file, which is closed with them. */
    public static CsvReader<CsvRecord> read(InputStream in, Dialect dialect) throws IOException {
        BufferedReader text = new BufferedReader(new InputStreamReader(in,
                StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)), LONGEST_HEADER);
        text.mark(1);
        if (text.read() != '\ufeff') {
            text.reset();
        }
        char delimiter = dialect.delimiter() == null ? shown(text) : dialect.delimiter();
        return CsvReader.builder().fieldSeparator(delimiter).quoteCharacter(dialect.quote()).detectBomHeader(false)
                .maxBufferSize(LONGEST).allowExtraFields(true).allowMissingFields(true).ofCsvRecord(text);
    }

    /** The delimiter that the first line shows. */
    private static char shown(BufferedReader text) throws IOException {
        text.mark(LONGEST_HEADER);
        char found = ',';
        int read = text.read();
        for (int left = LONGEST_HEADER - 1; left > 0 && read >= 0 && read != '\n' && read != ','; left--) {
            found = read == ';' || read == '\t' ? (char) read : found;
            read = text.read();
        }
        text.reset();
        return read == ',' ? ',' : found;
    }
}
