package dev.footnote.dataset.storage;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipException;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

/** Reads CSV files as in RFC 4180 or in another dialect, with or without a byte order mark. */
public final class CsvReaders {

    /** Most characters in a cell. Without a limit, an unclosed quote would load the rest of the file into memory. */
    private static final int LONGEST = 1 << 22;
    private static final int LONGEST_HEADER = 1 << 16;
    private static final Pattern LINE = Pattern.compile("line (\\d+)");

    private CsvReaders() {
    }

    /** Returns the records of a file. Closing the reader closes the file. */
    public static CsvReader<CsvRecord> read(InputStream in, CsvDialect dialect, Charset charset) throws IOException {
        BufferedReader text = new BufferedReader(new InputStreamReader(in, charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)), LONGEST_HEADER);
        text.mark(1);
        if (text.read() != '\ufeff') {
            text.reset();
        }
        CsvReader.CsvReaderBuilder builder = CsvReader.builder().quoteCharacter(dialect.quote()).detectBomHeader(false)
                .maxBufferSize(LONGEST).allowExtraFields(true).allowMissingFields(true)
                .trimWhitespacesAroundQuotes(dialect.skipsSpace());
        if (dialect.comment() != null && dialect.comment().length() == 1) {
            builder.commentStrategy(CommentStrategy.SKIP).commentCharacter(dialect.comment().charAt(0));
        }
        String delimiter = dialect.delimiter() == null ? String.valueOf(shown(text)) : dialect.delimiter();
        return (delimiter.length() == 1 ? builder.fieldSeparator(delimiter.charAt(0)) : builder.fieldSeparator(delimiter))
                .ofCsvRecord(text);
    }

    /** Detects the delimiter in the first line; a comma by default. */
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

    /**
     * Reason why a file cannot be read.
     *
     * @param line first line that cannot be read; 0 for the file as a whole
     */
    public record Problem(long line, String message) {
    }

    /**
     * Describes the problem of a file that caused an exception.
     *
     * @throws IOException when the file is not the cause
     */
    public static Problem problem(Exception e, Charset charset) throws IOException {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof CharacterCodingException) {
            return new Problem(0, "The file is not in " + charset + ". Save it in UTF-8"
                    + (charset.equals(StandardCharsets.UTF_8) ? "." : ", or correct the \"encoding\"."));
        }
        if (cause instanceof DecompressionGuard.Refused) {
            return new Problem(0, cause.getMessage());
        }
        if (cause instanceof ZipException || cause instanceof EOFException) {
            return new Problem(0, "The file cannot be unpacked: " + cause.getMessage() + ". Compress it again.");
        }
        if (e instanceof IOException io) {
            throw io;
        }
        Matcher line = LINE.matcher(String.valueOf(e.getMessage()));
        return new Problem(line.find() ? Long.parseLong(line.group(1)) : 0, "The file is not valid CSV from here on: "
                + cause.getMessage() + ". Look for an unclosed quote.");
    }
}
