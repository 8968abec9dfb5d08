package dev.footnote.dataset.datapackage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Declarations of a descriptor decide how files and columns are read, or are reported as unsupported. */
class TableSchemaTest {

    @TempDir
    Path folder;

    private DatasetProblems problems = new DatasetProblems();

    @Test
    void a_number_is_read_as_the_field_says_it_is_written() throws IOException {
        Map<String, String> number = Map.of(
                "\"decimalChar\": \",\", \"groupChar\": \".\"|1.234,56", "1234.56",
                "\"decimalChar\": \",\"|0,5", "0.5", "\"groupChar\": \" \"|1 234 567", "1234567",
                "\"bareNumber\": false|EUR -95.5 net", "-95.5", "\"bareNumber\": false|\u221295%", "-95",
                "\"groupChar\": \",\"|1,000", "1000", "\"decimalChar\": \".\"|+7.50", "7.50", "\"decimalChar\": \".\"|2.5E3",
                "2500",
                "\"decimalChar\": \".\"|.5", "0.5");
        number.forEach((said, meant) -> {
            String[] parts = said.split("\\|");
            assertThat(cell("\"type\": \"number\", " + parts[0], parts[1])).as(said).isEqualTo(meant);
            assertThat(found()).as(said).isEmpty();
        });
        for (String said : List.of("\"decimalChar\": \",\"|1.5", "\"bareNumber\": true|5%", "\"bareNumber\": false|(500)",
                "\"title\": \"x\"|NaN", "\"title\": \"x\"|1,5")) {
            String[] parts = said.split("\\|");
            cell("\"type\": \"number\", " + parts[0], parts[1]);
            assertThat(found()).as(said).singleElement().asString().startsWith("people.csv:2:2: name: \"" + parts[1]
                    + "\" is not a number in the format of the schema");
        }
    }

    @Test
    void a_date_is_read_by_its_format() {
        assertThat(cell("\"type\": \"date\", \"format\": \"%d/%m/%Y\"", "03/04/2018")).isEqualTo("2018-04-03");
        assertThat(cell("\"type\": \"date\", \"format\": \"fmt:%d %B %y\"", "3 April 18")).isEqualTo("2018-04-03");
        assertThat(cell("\"type\": \"date\", \"format\": \"%m.%Y\"", "04.2018")).isEqualTo("2018-04");
        assertThat(cell("\"type\": \"datetime\", \"format\": \"%d.%m.%Y %I:%M %p\"", "3.4.2018 1:05 pm"))
                .isEqualTo("2018-04-03T13:05:00");
        assertThat(cell("\"type\": \"time\", \"format\": \"%H.%M\"", "9.30")).isEqualTo("09:30:00");
        assertThat(cell("\"type\": \"date\", \"format\": \"any\"", "3/4/2018")).isEqualTo("3/4/2018");
        assertThat(cell("\"type\": \"yearmonth\"", "2018-04")).isEqualTo("2018-04");
        assertThat(found()).isEmpty();
        for (String[] one : new String[][] { { "\"type\": \"date\"", "3/4/2018" }, { "\"type\": \"date\"", "2018" },
                { "\"type\": \"date\", \"format\": \"%d/%m/%Y\"", "2018-04-03" },
                { "\"type\": \"date\", \"format\": \"%d/%m/%Y\"", "31/02/2018" }, { "\"type\": \"year\"", "18" },
                { "\"type\": \"datetime\"", "2018-04-03" }, { "\"type\": \"time\"", "9:30" } }) {
            cell(one[0], one[1]);
            assertThat(found()).as(one[0] + one[1]).hasSize(1);
        }
        cell("\"type\": \"date\", \"format\": \"%Q\"", "x");
        assertThat(found().get(0)).contains("has a field \"name\" that has a format with %Q, which is not supported");
    }

    @Test
    void booleans_and_missing_values_are_read_as_declared() {
        assertThat(cell("\"type\": \"boolean\", \"trueValues\": [\"ja\"], \"falseValues\": [\"nein\"]", "ja"))
                .isEqualTo("true");
        assertThat(cell("\"type\": \"boolean\"", "0")).isEqualTo("false");
        assertThat(cell("\"missingValues\": [\"-\"]", "-")).isNull();
        assertThat(cell("\"missingValues\": [\"-\"]", "NA")).isEqualTo("NA");
        assertThat(found()).isEmpty();
        cell("\"type\": \"boolean\"", "yes");
        assertThat(found()).hasSize(1);
    }

    @Test
    void a_violated_constraint_is_reported() {
        for (String[] one : new String[][] { { "\"constraints\": {\"pattern\": \"[A-Z].*\"}", "ann" },
                { "\"constraints\": {\"enum\": [\"Ann\", \"Bo\"]}", "Cy" }, { "\"constraints\": {\"minLength\": 5}", "Ann" },
                { "\"constraints\": {\"maxLength\": 2}", "Ann" },
                { "\"categories\": [{\"value\": \"a\", \"label\": \"A\"}]", "b" },
                { "\"type\": \"integer\", \"constraints\": {\"minimum\": 10}", "9" },
                { "\"type\": \"number\", \"constraints\": {\"exclusiveMaximum\": \"10\"}", "10.0" },
                { "\"type\": \"date\", \"constraints\": {\"maximum\": \"2018-01-01\"}", "2018-01-02" },
                { "\"constraints\": {\"required\": true}", "" }, { "\"format\": \"email\", \"type\": \"string\"", "nobody" },
                { "\"format\": \"uuid\", \"type\": \"string\"", "1" }, { "\"type\": \"object\"", "[1]" },
                { "\"type\": \"list\", \"itemType\": \"integer\"", "1,x" }, { "\"type\": \"duration\"", "5 days" },
                { "\"type\": \"geopoint\"", "here" }, { "\"type\": \"integer\"", "1.0" } }) {
            cell(one[0], one[1]);
            assertThat(found()).as(one[0] + " " + one[1]).singleElement().asString().startsWith("people.csv:2:2: name: ");
        }
        cell("\"type\": \"integer\", \"constraints\": {\"minimum\": 10, \"enum\": [10, 11]}", "10");
        assertThat(found()).isEmpty();
        for (String wrong : List.of("\"type\": \"money\"", "\"constraints\": {\"jsonSchema\": {}}",
                "\"constraints\": {\"pattern\": \"(\"}",
                "\"decimalchar\": \",\"", "\"type\": \"string\", \"format\": \"iban\"", "\"type\": \"string\", \"constraints\":"
                        + " {\"minimum\": 1}")) {
            cell(wrong, "1");
            assertThat(found()).as(wrong).isNotEmpty()
                    .allMatch(problem -> problem.startsWith("datapackage.json: The resource"));
        }
    }

    @Test
    void every_property_of_a_dialect_is_used() {
        assertThat(table("id::name\nann::Ann\n", "\"dialect\": {\"delimiter\": \"::\"}")).containsExactly("ann=Ann");
        assertThat(table("# a comment, \"x\nid,name\n#more\nann,Ann\n", "\"dialect\": {\"commentChar\": \"#\"}"))
                .containsExactly("ann=Ann");
        assertThat(table("//x\nid,name\nann,Ann\n", "\"dialect\": {\"commentChar\": \"//\"}")).containsExactly("ann=Ann");
        assertThat(table("id, name\nann, \"An,n\"\n", "\"dialect\": {\"skipInitialSpace\": true}")).containsExactly("ann=An,n");
        assertThat(table("ID,Name\nann,Ann\n", "\"dialect\": {\"caseSensitiveHeader\": false}")).containsExactly("ann=Ann");
        assertThat(
                table("ann,Ann\n", "\"dialect\": {\"header\": false}, \"schema\": {\"fields\": [{\"name\": \"id\"}, {\"name\":"
                        + " \"name\"}]}"))
                .containsExactly("ann=Ann");
        assertThat(table("Title\n\nid,name\nunits,text\nann,Ann\n", "\"dialect\": {\"headerRows\": [3], \"commentRows\": [4]}"))
                .containsExactly("ann=Ann");
        assertThat(table("i,na\nd,me\nann,Ann\n", "\"dialect\": {\"headerRows\": [1, 2], \"headerJoin\": \"\"}"))
                .containsExactly("ann=Ann");
        assertThat(table("id,name\nann,\\N\n", "\"dialect\": {\"nullSequence\": \"\\\\N\"}")).containsExactly("ann=null");
        assertThat(table("id,name\nann,\"A\"\"\n", "\"dialect\": {\"quoteChar\": \"\"}")).containsExactly("ann=\"A\"\"");
        assertThat(table("id\tname\nann\tAnn\n", "\"format\": \"tsv\"")).containsExactly("ann=Ann");
        assertThat(found()).isEmpty();
    }

    @Test
    void schema_and_dialect_may_stand_in_files_of_their_own() throws IOException {
        Files.writeString(folder.resolve("schema..1.json"), "{\"missingValues\": [\"NA\"]}");
        Files.writeString(folder.resolve("dialect.json"), "{\"delimiter\": \";\"}");
        assertThat(table("id;name\nann;NA\n", "\"schema\": \"schema..1.json\", \"dialect\": \"dialect.json\""))
                .containsExactly("ann=null");
        assertThat(found()).isEmpty();
        table("id,name\n", "\"schema\": \"https://example.org/schema.json\", \"dialect\": \"../dialect.json\"");
        assertThat(found()).hasSize(2);
        Files.writeString(folder.resolve("dialect.json"), "{");
        table("id,name\n", "\"dialect\": \"dialect.json\"");
        assertThat(found()).singleElement().asString().contains("is no JSON in line 1");
    }

    @Test
    void encodings_are_read_and_files_that_are_no_csv_are_reported() throws IOException {
        Files.write(folder.resolve("people.csv"), "id,name\nann,\u00c4nn\n".getBytes(Charset.forName("windows-1252")));
        assertThat(read("\"encoding\": \"windows-1252\"")).containsExactly("ann=\u00c4nn");
        Files.write(folder.resolve("people.csv"), "\ufeffid,name\nann,\u0410\n".getBytes(Charset.forName("UTF-16LE")));
        assertThat(read("\"encoding\": \"utf-16le\"")).containsExactly("ann=\u0410");
        assertThat(found()).isEmpty();
        for (String said : List.of("\"format\": \"xlsx\"", "\"mediatype\": \"application/json\"", "\"type\": \"json\"",
                "\"data\": [[\"id\"]]")) {
            table("id,name\n", said);
            assertThat(found()).as(said).hasSize(1);
        }
    }

    @Test
    void fields_match_the_columns_as_the_schema_says() {
        String fields = "\"fields\": [{\"name\": \"name\"}, {\"name\": \"id\"}]";
        for (String match : List.of("exact", "superset", "subset", "equal", "partial")) {
            table("id,name\nann,Ann\n", "\"schema\": {\"fieldsMatch\": \"" + match + "\", " + fields + "}");
            assertThat(found()).as(match).hasSize(match.equals("exact") ? 1 : 0);
        }
        table("id\nann\n", "\"schema\": {" + fields + "}");
        assertThat(problems.warnings()).extracting(DatasetProblem::toString)
                .containsExactly("people.csv:1: The schema has fields without a column in the file: name. Their rules"
                        + " have no effect.");
        table("id\nann\n", "\"schema\": {\"fieldsMatch\": \"subset\", " + fields + "}");
        assertThat(found()).anyMatch(problem -> problem.contains("The file lacks name."));
    }

    private String cell(String field, String text) {
        List<String> cells = table("id,name\nann,\"" + text + "\"\n",
                "\"schema\": {\"fields\": [{\"name\": \"id\"}, {\"name\": \"name\", "
                        + field + "}]}");
        return cells.isEmpty() || cells.get(0).equals("ann=null") ? null : cells.get(0).substring(4);
    }

    private List<String> table(String text, String said) {
        try {
            Files.writeString(folder.resolve("people.csv"), text);
            return read(said);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> read(String said) throws IOException {
        problems = new DatasetProblems();
        Files.writeString(folder.resolve("datapackage.json"),
                "{\"resources\": [{\"name\": \"people\", \"path\": \"people.csv\", " + said + "}]}");
        List<String> lines = new ArrayList<>();
        DatasetFolder here = DatasetFolder.at(folder);
        DataPackageDescriptor descriptor = DataPackageDescriptor.read(here, problems);
        if (descriptor.resources().containsKey("people")) {
            new CsvTableReader(here, descriptor.resources().get("people"), 0, problems).read(List.of("id", "name"),
                    List.of("id"),
                    line -> lines.add(line.cell("id") + "=" + line.cell("name")));
        }
        return lines;
    }

    private List<String> found() {
        try {
            problems.stop();
            return List.of();
        } catch (InvalidDatasetException broken) {
            return broken.problems();
        }
    }
}
