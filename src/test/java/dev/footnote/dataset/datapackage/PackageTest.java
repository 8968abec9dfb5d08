package dev.footnote.dataset.datapackage;

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

    private final DatasetProblems problems = new DatasetProblems();

    @Test
    void the_descriptor_defines_delimiter_and_quotes() throws IOException {
        write("people.csv", "id;name\nann;'Ann; the ''first'''\n");
        assertThat(read("\"path\": \"people.csv\", \"dialect\": {\"delimiter\": \";\", \"quoteChar\": \"'\"}"))
                .containsExactly("ann=Ann; the 'first'");
        write("people.csv", "id\tname\r\nann\tAnn, A\r\n\r\n\r\n");
        assertThat(read("\"path\": \"people.csv\", \"dialect\": {\"delimiter\": \"\\t\", \"header\": true}"))
                .containsExactly("ann=Ann, A");
        assertThat(warnings()).isEmpty();
    }

    @Test
    void an_unsupported_dialect_is_reported() throws IOException {
        write("people.csv", "id,name\n");
        descriptor("\"path\": \"people.csv\", \"encoding\": \"klingon\", \"compression\": \"bz2\", \"dialect\":"
                + " {\"delimiter\": \"\", \"header\": false, \"doubleQuote\": false, \"escapeChar\": \"#\", \"lineTerminator\":"
                + " \";\"}");
        assertThat(DataPackageDescriptor.read(DatasetFolder.at(folder), problems).resources()).isEmpty();
        assertThat(problems()).containsExactlyInAnyOrder(
                "datapackage.json: The resource \"people\" has the encoding \"klingon\", which is unknown. Save its"
                        + " files in UTF-8, and write \"utf-8\".",
                "datapackage.json: The resource \"people\" has the compression \"bz2\". Pack its files with gzip, or not"
                        + " at all.",
                "datapackage.json: The resource \"people\" has \"doubleQuote\": false, which is not supported. Double"
                        + " each quote inside a cell.",
                "datapackage.json: The resource \"people\" has \"escapeChar\" in its \"dialect\", which is not supported."
                        + " Write the"
                        + " file by RFC 4180, with another delimiter or quoteChar if need be.",
                "datapackage.json: The resource \"people\" has \"lineTerminator\": \";\", which is not supported. End each"
                        + " line with \\n or \\r\\n.",
                "datapackage.json: The resource \"people\" has \"delimiter\": \"\". Write one character, such as a comma, a"
                        + " semicolon or \\t.");
    }

    @Test
    void a_table_is_read_from_several_files_each_with_its_own_order_of_columns() throws IOException {
        write("a.csv", "id,name\nann,Ann\n");
        pack("b.csv.gz", "\ufeffname,id\nBo,bo\n");
        List<SourceRecord> lines = lines("\"path\": [\"a.csv\", \"b.csv.gz\"]");
        assertThat(lines).extracting(line -> line.cell("id")).containsExactly("ann", "bo");
        assertThat(lines).extracting(SourceRecord::place).isSorted().doesNotHaveDuplicates();
        lines.forEach(line -> line.problem("name", "No."));
        assertThat(problems()).containsExactly("a.csv:2:2: name: No.", "b.csv.gz:2:1: name: No.");
    }

    @Test
    void missing_value_texts_are_read_as_null() throws IOException {
        write("people.csv", "id,name\nann,NA\nbo,-\ncy,\n");
        assertThat(read("\"path\": \"people.csv\", \"schema\": {\"missingValues\": [\"\", \"NA\", {\"value\": \"-\"}]}"))
                .containsExactly("ann=null", "bo=null", "cy=null");
    }

    @Test
    void artifacts_of_spreadsheets_are_skipped_or_reported() throws IOException {
        write("people.csv", "sep=;\nid;name\n");
        read("\"path\": \"people.csv\"");
        write("people.csv", "id;name\nann;Ann\n");
        read("\"path\": \"people.csv\"");
        assertThat(problems()).containsExactly(
                "people.csv:1: \"sep=;\" tells a spreadsheet the separator, and is not a header. Remove the line, and set"
                        + " the separator in datapackage.json with \"dialect\": {\"delimiter\": \";\"}.",
                "people.csv:1: The first line is one single cell, \"id;name\". If the cells are separated by another"
                        + " character, set it in datapackage.json with \"dialect\": {\"delimiter\": \";\"}.");
        write("people.csv", "id,name\nann,Ann\n,\n,\n");
        assertThat(read("\"path\": \"people.csv\"")).containsExactly("ann=Ann");
        assertThat(warnings()).containsExactly("people.csv:3: 2 lines from here on have only empty cells, which are not"
                + " read. Remove them.");
    }

    @Test
    void files_elsewhere_are_not_fetched() throws IOException {
        descriptor("\"path\": \"https://example.org/people.csv\"");
        DataPackageDescriptor.read(DatasetFolder.at(folder), problems);
        assertThat(problems()).containsExactly("datapackage.json: The resource \"people\" has the path"
                + " \"https://example.org/people.csv\". Only files of the package are read. Download it into the folder, and"
                + " write the name of the file.");
    }

    @Test
    void csv_files_alone_are_a_dataset() throws IOException {
        write("people.csv", "id;name\nann;Ann, A\n");
        write("sources.csv", "id,\"kind;title\"\npaper,article\n");
        write("notes.txt", "nothing to read");
        DatasetFolder here = DatasetFolder.at(folder);
        DataPackageDescriptor descriptor = DataPackageDescriptor.read(here, problems);
        assertThat(descriptor.resources().keySet()).containsExactly("people", "sources");
        assertThat(lines(here, "people")).extracting(line -> line.cell("name")).containsExactly("Ann, A");
    }

    @Test
    void a_zip_is_read_without_extraction() throws IOException {
        for (String top : new String[] { "", "my-facts/" }) {
            Path zip = zip(top, "id,name\nann,Ann\n".getBytes(StandardCharsets.UTF_8));
            try (DatasetFolder here = DatasetFolder.at(zip)) {
                assertThat(lines(here, "people")).as(top).extracting(line -> line.cell("name")).containsExactly("Ann");
            }
        }
        assertThat(warnings()).isEmpty();
    }

    @Test
    void a_file_that_is_no_zip_is_reported() throws IOException {
        Path file = Files.writeString(folder.resolve("facts.zip"), "PK nothing");
        assertThat(catchThrowableOfType(InvalidDatasetException.class, () -> DatasetFolder.at(file)).problems()).singleElement()
                .asString()
                .startsWith("facts.zip: The file is not a readable zip: ");
    }

    @Test
    void a_zip_bomb_is_detected() throws IOException {
        Path zip = zip("", ("id,name\n" + "a,b\n".repeat(5_000_000)).getBytes(StandardCharsets.UTF_8));
        try (DatasetFolder here = DatasetFolder.at(zip)) {
            lines(here, "people");
            assertThat(problems()).containsExactly("people.csv: The decompressed file is more than 500 times as large as the"
                    + " compressed one, which no real dataset is. Compress the original files again.");
            assertThat(catchThrowableOfType(InvalidDatasetException.class, () -> here.fingerprint(List.of("people.csv"))))
                    .isNotNull();
        }
    }

    @Test
    void unauthenticated_uploads_are_not_read() throws IOException {
        Path zip = zip("", ("id,name\n" + "ann,Ann\n".repeat(1000)).getBytes(StandardCharsets.UTF_8));
        try (DatasetFolder here = DatasetFolder.sent(zip, 1000)) {
            lines(here, "people");
        }
        assertThat(problems())
                .containsExactly("people.csv: The decompressed dataset has more than 1000 bytes, which is the limit. Send it in"
                        + " parts, as deltas, or ask the operator of Footnote to raise footnote.admin.unpacked.");
    }

    @Test
    void a_quote_that_is_never_closed_takes_no_memory() throws IOException {
        write("people.csv", "id,name\nann,Ann\nbo,\"Bo\n" + "cy,Cy\n".repeat(1_000_000));
        read("\"path\": \"people.csv\"");
        assertThat(problems()).singleElement().asString().startsWith("people.csv:3: The file is not valid CSV from here on: ")
                .endsWith("Look for an unclosed quote.");
    }

    @Test
    void a_path_outside_the_folder_is_refused() throws IOException {
        write("secret.csv", "id,name\n");
        Path inner = Files.createDirectory(folder.resolve("inner"));
        assertThat(DatasetFolder.at(inner).has("../secret.csv")).isFalse();
        assertThat(DatasetFolder.at(inner).has("\0")).isFalse();
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

    private List<SourceRecord> lines(String resource) throws IOException {
        descriptor(resource);
        return lines(DatasetFolder.at(folder), "people");
    }

    private List<SourceRecord> lines(DatasetFolder here, String name) throws IOException {
        List<SourceRecord> lines = new ArrayList<>();
        new CsvTableReader(here, DataPackageDescriptor.read(here, problems).resources().get(name), 3, problems).read(
                List.of("id", "name"),
                List.of("id"), lines::add);
        return lines;
    }

    private List<String> problems() {
        return catchThrowableOfType(InvalidDatasetException.class, problems::stop).problems();
    }

    private List<String> warnings() {
        return problems.warnings().stream().map(DatasetProblem::toString).toList();
    }
}
