package dev.footnote.dataset.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compressed files are read completely, or reported as broken. */
class CompressedFilesTest {

    @TempDir
    Path folder;

    @Test
    void gzip_members_are_read_in_sequence() throws IOException {
        assertThat(text(together(gzip("one,"), gzip(""), gzip("two")))).isEqualTo("one,two");
        assertThat(text(together(gzip("one"), new byte[512]))).isEqualTo("one");
        byte[] random = new byte[300_000];
        new java.util.Random(1).nextBytes(random);
        String many = Arrays.toString(random);
        assertThat(text(together(gzip(many), gzip(many)))).isEqualTo(many + many);
    }

    @Test
    void truncated_gzip_is_always_reported() throws IOException {
        byte[] first = gzip("one, and more");
        byte[] both = together(first, gzip("two, and more"));
        for (int length = 1; length < both.length; length++) {
            byte[] cut = Arrays.copyOf(both, length);
            if (length != first.length) {
                assertThatThrownBy(() -> text(cut)).as("cut at %d", length).isInstanceOf(EOFException.class);
            }
        }
    }

    @Test
    void broken_gzip_and_trailing_data_are_reported() throws IOException {
        byte[] broken = gzip("one, and more");
        broken[broken.length - 6] ^= 1;
        assertThatThrownBy(() -> text(broken)).isInstanceOf(ZipException.class).hasMessageContaining("checksum");
        assertThatThrownBy(() -> text(together(gzip("one"), "id,name\n".getBytes()))).isInstanceOf(ZipException.class)
                .hasMessageContaining("follows");
        assertThatThrownBy(() -> text("id,name\n".getBytes())).isInstanceOf(ZipException.class);
    }

    @Test
    void a_broken_zip_entry_is_reported() throws IOException {
        Path zip = folder.resolve("facts.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            ZipEntry entry = new ZipEntry("people.csv");
            byte[] bytes = "id,name\nann,Ann\n".getBytes();
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(bytes.length);
            CRC32 sum = new CRC32();
            sum.update(bytes);
            entry.setCrc(sum.getValue());
            out.putNextEntry(entry);
            out.write(bytes);
        }
        byte[] bytes = Files.readAllBytes(zip);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("Ann");
        bytes[at] = 'E';
        Files.write(zip, bytes);
        try (FileStorage store = new ZipStorage(zip, "datapackage.json"); InputStream in = store.open("people.csv")) {
            assertThatThrownBy(in::readAllBytes).isInstanceOf(ZipException.class).hasMessageContaining("checksum");
        }
    }

    @Test
    void unsupported_compression_is_reported_by_name() {
        for (String start : new String[] { "BZh91AY", "\u00fd7zXZ\0", "(\u00b5/\u00fd..", "PK\3\4....",
                "7z\u00bc\u00af'\34" }) {
            assertThatThrownBy(
                    () -> CompressionFormat.unpacked(new ByteArrayInputStream(start.getBytes(StandardCharsets.ISO_8859_1)),
                            false))
                    .isInstanceOf(DecompressionGuard.Refused.class).hasMessageStartingWith("The file is ")
                    .hasMessageContaining("Only text and gzip-compressed text can be read");
        }
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] together(byte[]... all) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] one : all) {
            bytes.write(one);
        }
        return bytes.toByteArray();
    }

    private static String text(byte[] packed) throws IOException {
        try (InputStream in = DecompressionGuard.gzip(new ByteArrayInputStream(packed))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
