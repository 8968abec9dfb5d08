package dev.footnote.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The rooms know each other in one direction only. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.footnote");

    /** Whom each room may know; what is said nowhere is forbidden. */
    private static final Set<String> BELOW = Set.of("value", "entry", "scalar", "graph");

    private static final Map<String, Set<String>> KNOWS = Map.ofEntries(
            // what can be said at all
            Map.entry("value", Set.of()), Map.entry("entry", Set.of()), Map.entry("scalar", Set.of("value")),
            Map.entry("graph", Set.of("value", "entry", "scalar")), Map.entry("schema", with("limit")),
            // nouns know no edges, edges know their nouns
            Map.entry("organization", BELOW), Map.entry("source", with("organization")), Map.entry("person", with("source")),
            Map.entry("affiliation", with("source", "organization", "person")),
            Map.entry("initiative", with("source")),
            Map.entry("event", with("source", "organization", "initiative")),
            Map.entry("product", with("source", "organization")),
            Map.entry("participation", with("source", "organization", "person", "initiative", "event")),
            Map.entry("report", with("source", "organization", "initiative", "product")),
            Map.entry("naming", with("source", "organization", "person", "initiative", "event", "product")),
            Map.entry("disagreement", with("source", "report", "staging", "merging", "transfer")),
            Map.entry("path",
                    with("source", "organization", "person", "affiliation", "initiative", "event", "product",
                            "participation", "sql")),
            // datasets come in at the side
            Map.entry("scheduling", Set.of()), Map.entry("connection", Set.of("scheduling")),
            Map.entry("revision", Set.of("connection", "scheduling")),
            Map.entry("database", Set.of("connection", "revision")),
            Map.entry("tableschema", Set.of()), Map.entry("store", Set.of("tableschema")), Map.entry("cell", Set.of("value")),
            Map.entry("constraint", with("cell")),
            Map.entry("folder", with("source", "store", "tableschema", "cell", "constraint")),
            Map.entry("mapping", with("source", "store", "cell", "constraint", "folder")),
            Map.entry("entity", with("cell", "folder")),
            Map.entry("trail", with("source", "store", "cell", "folder", "entity")),
            Map.entry("format", with("source", "store", "tableschema", "folder", "mapping", "trail")),
            Map.entry("staging", with("source", "cell", "constraint", "folder", "database")),
            Map.entry("review", with("source", "cell", "folder", "staging")),
            Map.entry("merging", with("folder", "database", "staging")),
            Map.entry("transfer",
                    with("source", "constraint", "folder", "format", "connection", "database", "staging", "review", "merging")),
            // and go out
            Map.entry("inventory", with("source", "folder", "connection", "database", "staging")),
            Map.entry("destination", with("folder")),
            Map.entry("rendition", with("folder", "staging", "inventory", "destination")),
            Map.entry("archive",
                    with("source", "folder", "database", "staging", "inventory", "destination", "rendition")),
            // which rooms are found by name
            Map.entry("search",
                    with("source", "organization", "person", "initiative", "naming", "database", "staging", "merging",
                            "transfer",
                            "spelling")),
            Map.entry("spelling", Set.of()),
            // questions come in at the door
            Map.entry("limit", Set.of()), Map.entry("sql", with("limit")), Map.entry("json", Set.of()),
            Map.entry("grouping", with("sql")), Map.entry("question", with("limit", "sql", "grouping")),
            Map.entry("plan", with("limit", "sql", "grouping", "question", "json")),
            Map.entry("wording", with("question")),
            Map.entry("document", with("limit", "sql", "question", "json", "plan", "wording")),
            Map.entry("loading", with("sql", "grouping", "question", "plan", "database", "connection", "revision", "meter")),
            Map.entry("answer", with("limit", "question", "json", "plan", "document", "loading", "connection")),
            Map.entry("cache", Set.of("database", "connection", "scheduling")),
            Map.entry("desk", with("limit", "question", "plan", "document", "loading", "answer", "meter",
                    "scheduling")),
            Map.entry("packing", Set.of()), Map.entry("http", Set.of()), Map.entry("channel", Set.of()),
            Map.entry("export", with("http", "limit", "sql", "question", "json", "plan", "document", "loading", "answer",
                    "connection")),
            Map.entry("request", with("limit", "question", "plan", "document")),
            Map.entry("wire",
                    with("request", "limit", "question", "plan", "document", "loading", "answer", "cache", "desk", "export",
                            "meter",
                            "packing", "http", "channel")),
            Map.entry("page", with("limit", "schema", "cache", "packing", "http")),
            // and is watched from outside
            Map.entry("meter", Set.of("scheduling")), Map.entry("health", Set.of("database", "connection")),
            Map.entry("assembly",
                    with("limit", "schema", "answer", "loading", "document", "database", "cache", "meter", "folder",
                            "staging", "transfer")),
            Map.entry("office",
                    with("http", "folder", "database", "merging", "transfer", "archive", "destination", "rendition")),
            // or from a command line
            Map.entry("blank",
                    with("source", "organization", "person", "affiliation", "initiative", "event", "product",
                            "participation", "report", "naming", "folder")),
            Map.entry("terminal", with("folder", "database", "scheduling")),
            Map.entry("errand", with("terminal", "folder")),
            Map.entry("command", with("terminal", "errand", "blank", "folder", "database", "merging", "transfer", "archive",
                    "destination", "rendition")));

    private static Set<String> with(String... rooms) {
        return Stream.concat(BELOW.stream(), Stream.of(rooms)).collect(Collectors.toSet());
    }

    @Test
    void every_room_is_named_here() {
        assertThat(CLASSES.stream().map(one -> one.getPackageName().replaceFirst("^dev\\.footnote\\.?", ""))
                .filter(room -> !room.isEmpty()).distinct()).containsExactlyInAnyOrderElementsOf(KNOWS.keySet());
    }

    @Test
    void rooms_form_no_circle() {
        slices().matching("dev.footnote.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void a_room_knows_only_whom_it_may() {
        KNOWS.forEach((room, known) -> {
            String[] strangers = KNOWS.keySet().stream().filter(other -> !other.equals(room) && !known.contains(other))
                    .map(other -> "dev.footnote." + other + "..").toArray(String[]::new);
            noClasses().that().resideInAPackage("dev.footnote." + room + "..").should().dependOnClassesThat()
                    .resideInAnyPackage(strangers).because(room + " knows only " + known).check(CLASSES);
        });
    }

    @Test
    void values_need_no_framework_but_what_marks_them() {
        noClasses().that().resideInAPackage("dev.footnote.value..").should().dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "org.hibernate..", "graphql..", "io.vertx..").check(CLASSES);
    }

    @Test
    void only_the_doors_speak_http_and_only_answers_and_imports_speak_to_the_database() {
        noClasses().that()
                .resideOutsideOfPackages("dev.footnote.wire..", "dev.footnote.channel..", "dev.footnote.export..",
                        "dev.footnote.page..", "dev.footnote.office..")
                .should().dependOnClassesThat()
                .resideInAnyPackage("io.vertx..", "jakarta.ws.rs..").check(CLASSES);
        noClasses().that()
                .resideOutsideOfPackages("dev.footnote.answer..", "dev.footnote.loading..", "dev.footnote.sql..",
                        "dev.footnote.database..", "dev.footnote.connection..", "dev.footnote.revision..",
                        "dev.footnote.graph..", "dev.footnote.question..", "dev.footnote.cache..", "dev.footnote.path..",
                        "dev.footnote.disagreement..", "dev.footnote.staging..", "dev.footnote.review..",
                        "dev.footnote.merging..", "dev.footnote.transfer..", "dev.footnote.inventory..",
                        // because it reads the keys of names that it wrote itself, and writes them faster than records
                        "dev.footnote.search..")
                .should().dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .check(CLASSES);
    }
}
