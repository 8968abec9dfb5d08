package dev.footnote.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Data Package is read however its files are written, packed and split, as long as it says so. */
class PackageTest {

    @TempDir
    Path folder;

    private final Faults faults = new Faults();

    @Test
    void cells_stand_between_whatever_the_descriptor_says() throws IOException {
        write("people.csv", "id;name\nann;'Ann; the ''first'''\n");
        assertThat(read("\"path\": \"people.csv\", \"dialect\": {\"delimiter\": \";\", \"quoteChar\": \"'\"}"))
                .containsExactly("ann=Ann; the 'first'");
        write("people.csv", "id\tname\r\nann\tAnn, A\r\n\r\n\r\n");
        assertThat(read("\"path\": \"people.csv\", \"dialect\": {\"delimiter\": \"\\t\", \"header\": true}"))
                .containsExactly("ann=Ann, A");
        assertThat(warnings()).isEmpty();
    }

    @Test
    void a_dialect_that_cannot_be_read_is_told() throws IOException {
        write("people.csv", "id,name\n");
        descriptor("\"path\": \"people.csv\", \"encoding\": \"klingon\", \"compression\": \"bz2\", \"dialect\":"
                + " {\"delimiter\": \"\", \"header\": false, \"doubleQuote\": false, \"escapeChar\": \"#\", \"lineTerminator\":"
                + " \";\"}");
        assertThat(Descriptor.read(Folder.at(folder), faults).resources()).isEmpty();
        assertThat(faults()).containsExactlyInAnyOrder(
                "datapackage.json: The resource \"people\" has the encoding \"klingon\", which is none that is known. Save its"
                        + " files in UTF-8, and write \"utf-8\".",
                "datapackage.json: The resource \"people\" has the compression \"bz2\". Pack its files with gzip, or not at all.",
                "datapackage.json: The resource \"people\" says \"doubleQuote\": false. Write a quote within a cell twice.",
                "datapackage.json: The resource \"people\" says \"escapeChar\" in its \"dialect\", which is not read. Write the"
                        + " file by RFC 4180, with another delimiter or quoteChar if need be.",
                "datapackage.json: The resource \"people\" says \"lineTerminator\": \";\". End each line with \\n or \\r\\n.",
                "datapackage.json: The resource \"people\" says \"delimiter\": \"\". Write one character, such as a comma, a"
                        + " semicolon or \\t.");
    }

    @Test
    void a_table_is_read_from_several_files_each_with_its_own_order_of_columns() throws IOException {
        write("a.csv", "id,name\nann,Ann\n");
        pack("b.csv.gz", "\ufeffname,id\nBo,bo\n");
        List<Line> lines = lines("\"path\": [\"a.csv\", \"b.csv.gz\"]");
        assertThat(lines).extracting(line -> line.cell("id")).containsExactly("ann", "bo");
        assertThat(lines).extracting(Line::place).isSorted().doesNotHaveDuplicates();
        lines.forEach(line -> line.fault("name", "No."));
        assertThat(faults()).containsExactly("a.csv:2:2: name: No.", "b.csv.gz:2:1: name: No.");
    }

    @Test
    void a_text_that_stands_for_nothing_is_nothing() throws IOException {
        write("people.csv", "id,name\nann,NA\nbo,-\ncy,\n");
        assertThat(read("\"path\": \"people.csv\", \"schema\": {\"missingValues\": [\"\", \"NA\", {\"value\": \"-\"}]}"))
                .containsExactly("ann=null", "bo=null", "cy=null");
    }

    @Test
    void what_spreadsheets_leave_is_skipped_or_told() throws IOException {
        write("people.csv", "sep=;\nid;name\n");
        read("\"path\": \"people.csv\"");
        write("people.csv", "id;name\nann;Ann\n");
        read("\"path\": \"people.csv\"");
        assertThat(faults()).containsExactly("people.csv:1: \"sep=;\" tells a spreadsheet what stands between cells, and names"
                + " no columns. Take the line out, and tell it in datapackage.json by \"dialect\": {\"delimiter\": \";\"}.",
                "people.csv:1: The first line is one single cell, \"id;name\". If it is another character that stands between"
                        + " cells, tell it in datapackage.json by \"dialect\": {\"delimiter\": \";\"}.");
        write("people.csv", "id,name\nann,Ann\n,\n,\n");
        assertThat(read("\"path\": \"people.csv\"")).containsExactly("ann=Ann");
        assertThat(warnings()).containsExactly("people.csv:3: 2 lines from here on have nothing in any cell, and nothing is"
                + " read from it. Take it out.");
    }

    @Test
    void files_elsewhere_are_not_fetched() throws IOException {
        descriptor("\"path\": \"https://example.org/people.csv\"");
        Descriptor.read(Folder.at(folder), faults);
        assertThat(faults()).containsExactly("datapackage.json: The resource \"people\" has the path"
                + " \"https://example.org/people.csv\". Only files of the package are read. Download it into the folder, and"
                + " write the name of the file.");
    }

    @Test
    void csv_files_alone_are_a_dataset() throws IOException {
        write("people.csv", "id;name\nann;Ann, A\n");
        write("sources.csv", "id,\"kind;title\"\npaper,article\n");
        write("notes.txt", "nothing to read");
        Folder here = Folder.at(folder);
        Descriptor descriptor = Descriptor.read(here, faults);
        assertThat(descriptor.resources().keySet()).containsExactly("people", "sources");
        assertThat(lines(here, "people")).extracting(line -> line.cell("name")).containsExactly("Ann, A");
    }

    @Test
    void a_zip_is_read_where_it_lies() throws IOException {
        for (String top : new String[] { "", "my-facts/" }) {
            Path zip = zip(top, "id,name\nann,Ann\n".getBytes(StandardCharsets.UTF_8));
            try (Folder here = Folder.at(zip)) {
                assertThat(lines(here, "people")).as(top).extracting(line -> line.cell("name")).containsExactly("Ann");
            }
        }
        assertThat(warnings()).isEmpty();
    }

    @Test
    void a_file_that_is_no_zip_is_told() throws IOException {
        Path file = Files.writeString(folder.resolve("facts.zip"), "PK nothing");
        assertThat(catchThrowableOfType(BrokenDataset.class, () -> Folder.at(file)).faults()).singleElement().asString()
                .startsWith("facts.zip: The file is no zip that can be read: ");
    }

    @Test
    void a_bomb_does_not_go_off() throws IOException {
        Path zip = zip("", ("id,name\n" + "a,b\n".repeat(5_000_000)).getBytes(StandardCharsets.UTF_8));
        try (Folder here = Folder.at(zip)) {
            lines(here, "people");
            assertThat(faults()).containsExactly("people.csv: Unpacked it is more than 500 times as large as it was, as no"
                    + " dataset is. Pack it anew from the files.");
            assertThat(catchThrowableOfType(BrokenDataset.class, () -> here.fingerprint(List.of("people.csv")))).isNotNull();
        }
    }

    @Test
    void of_what_strangers_send_no_more_is_read_than_is_let() throws IOException {
        Path zip = zip("", ("id,name\n" + "ann,Ann\n".repeat(1000)).getBytes(StandardCharsets.UTF_8));
        try (Folder here = Folder.sent(zip, 1000)) {
            lines(here, "people");
        }
        assertThat(faults())
                .containsExactly("people.csv: Unpacked the dataset has more than 1000 bytes, and no more are taken. Send it in"
                        + " parts, as deltas, or have whoever runs Footnote raise footnote.office.unpacked.");
    }

    @Test
    void a_quote_that_is_never_closed_takes_no_memory() throws IOException {
        write("people.csv", "id,name\nann,Ann\nbo,\"Bo\n" + "cy,Cy\n".repeat(1_000_000));
        read("\"path\": \"people.csv\"");
        assertThat(faults()).singleElement().asString().startsWith("people.csv:3: The file is no CSV from here on: ")
                .endsWith("Look for a quote that is never closed.");
    }

    @Test
    void a_name_that_leads_out_of_the_folder_is_none_of_its_files() throws IOException {
        write("secret.csv", "id,name\n");
        Path inner = Files.createDirectory(folder.resolve("inner"));
        assertThat(Folder.at(inner).has("../secret.csv")).isFalse();
        assertThat(Folder.at(inner).has("\0")).isFalse();
    }

    private Path zip(String top, byte[] people) throws IOException {
        Path zip = folder.resolve("facts.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            entry(out, top + "datapackage.json",
                    "{\"resources\": [{\"name\": \"people\", \"path\": \"people.csv\"}]}".getBytes());
            entry(out, top + "people.csv", people);
            entry(out, "../../outside.csv", people);
        }
        return zip;
    }

    private static void entry(ZipOutputStream out, String name, byte[] bytes) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(bytes);
    }

    private void pack(String file, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        Files.write(folder.resolve(file), bytes.toByteArray());
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private void descriptor(String resource) throws IOException {
        write("datapackage.json", "{\"resources\": [{\"name\": \"people\", " + resource + "}]}");
    }

    private List<String> read(String resource) throws IOException {
        return lines(resource).stream().map(line -> line.cell("id") + "=" + line.cell("name")).toList();
    }

    private List<Line> lines(String resource) throws IOException {
        descriptor(resource);
        return lines(Folder.at(folder), "people");
    }

    private List<Line> lines(Folder here, String name) throws IOException {
        List<Line> lines = new ArrayList<>();
        new Table(here, Descriptor.read(here, faults).resources().get(name), 3, faults).read(List.of("id", "name"),
                List.of("id"), lines::add);
        return lines;
    }

    private List<String> faults() {
        return catchThrowableOfType(BrokenDataset.class, faults::stop).faults();
    }

    private List<String> warnings() {
        return faults.warnings().stream().map(Fault::toString).toList();
    }
}
