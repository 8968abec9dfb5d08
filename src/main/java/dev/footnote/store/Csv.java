package dev.footnote.store;

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

/** Reads CSV by RFC 4180, with or without a byte order mark, in any dialect. */
public final class Csv {

    /** Of characters of a cell; a quote that is never closed would else take the rest of the file into memory. */
    private static final int LONGEST = 1 << 22;
    private static final int LONGEST_HEADER = 1 << 16;
    private static final Pattern LINE = Pattern.compile("line (\\d+)");

    private Csv() {
    }

    /** The lines of a file, which is closed with them. */
    public static CsvReader<CsvRecord> read(InputStream in, Dialect dialect, Charset charset) throws IOException {
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

    /**
     * Why a file cannot be read.
     *
     * @param line from which on; 0 where it is the file as a whole
     */
    public record Problem(long line, String message) {
    }

    /** @throws IOException when it is none of the file */
    public static Problem problem(Exception e, Charset charset) throws IOException {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof CharacterCodingException) {
            return new Problem(0, "The file is not in " + charset + ". Save it in UTF-8"
                    + (charset.equals(StandardCharsets.UTF_8) ? "." : ", or correct the \"encoding\"."));
        }
        if (cause instanceof Unpacked.Refused) {
            return new Problem(0, cause.getMessage());
        }
        if (cause instanceof ZipException || cause instanceof EOFException) {
            return new Problem(0, "The file cannot be unpacked: " + cause.getMessage() + ". Pack it anew.");
        }
        if (e instanceof IOException io) {
            throw io;
        }
        Matcher line = LINE.matcher(String.valueOf(e.getMessage()));
        return new Problem(line.find() ? Long.parseLong(line.group(1)) : 0, "The file is no CSV from here on: "
                + cause.getMessage() + ". Look for a quote that is never closed.");
    }
}
