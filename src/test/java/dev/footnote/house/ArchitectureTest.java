package dev.footnote.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import graphql.Internal;

/** Dependencies only point down the layers, and form no cycle. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.footnote");

    @Test
    void dependencies_only_point_down() {
        layeredArchitecture().consideringOnlyDependenciesInLayers()
                .ensureAllClassesAreContainedInArchitectureIgnoring("dev.footnote")
                .layer("explorer").definedBy("dev.footnote.explorer..")
                .layer("http").definedBy("dev.footnote.http..").layer("cli").definedBy("dev.footnote.cli..")
                .layer("app").definedBy("dev.footnote.app..")
                .layer("edit").definedBy("dev.footnote.edit..").layer("security").definedBy("dev.footnote.security..")
                .layer("search").definedBy("dev.footnote.search..").layer("analysis").definedBy("dev.footnote.analysis..")
                .layer("dataset").definedBy("dev.footnote.dataset..")
                .layer("query").definedBy("dev.footnote.query..").layer("domain").definedBy("dev.footnote.domain..")
                .layer("metamodel").definedBy("dev.footnote.metamodel..")
                .layer("database").definedBy("dev.footnote.database..")
                .layer("observability").definedBy("dev.footnote.observability..")
                .layer("background").definedBy("dev.footnote.background..")
                .whereLayer("explorer").mayOnlyBeAccessedByLayers("http")
                .whereLayer("http").mayNotBeAccessedByAnyLayer().whereLayer("cli").mayNotBeAccessedByAnyLayer()
                .whereLayer("app").mayNotBeAccessedByAnyLayer()
                .whereLayer("edit").mayNotBeAccessedByAnyLayer()
                .whereLayer("security").mayOnlyBeAccessedByLayers("http", "cli", "edit")
                .whereLayer("search").mayNotBeAccessedByAnyLayer().whereLayer("analysis").mayNotBeAccessedByAnyLayer()
                .whereLayer("dataset").mayOnlyBeAccessedByLayers("http", "cli", "app", "edit", "search", "analysis")
                .whereLayer("query").mayOnlyBeAccessedByLayers("http", "explorer", "app", "edit", "search", "analysis")
                .whereLayer("domain").mayOnlyBeAccessedByLayers("cli", "dataset", "search", "analysis")
                .whereLayer("metamodel").mayNotAccessAnyLayer()
                .whereLayer("database").mayOnlyAccessLayers("background")
                .whereLayer("observability").mayOnlyAccessLayers("background")
                .whereLayer("background").mayNotAccessAnyLayer()
                .check(CLASSES);
    }

    @Test
    void packages_form_no_cycle() {
        slices().matching("dev.footnote.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void value_types_need_no_framework() {
        noClasses().that().haveSimpleName("PartialDate").or().haveSimpleName("Money").should().dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "org.hibernate..", "graphql..", "io.vertx..").check(CLASSES);
    }

    @Test
    void only_the_http_packages_use_vertx() {
        noClasses().that().resideOutsideOfPackage("dev.footnote.http..").should().dependOnClassesThat()
                .resideInAnyPackage("io.vertx..", "jakarta.ws.rs..").check(CLASSES);
    }

    @Test
    void parsing_formats_and_planning_need_no_database() {
        noClasses().that()
                .resideInAnyPackage("dev.footnote.domain..", "dev.footnote.dataset.datapackage..",
                        "dev.footnote.dataset.mapping..", "dev.footnote.dataset.ftm..", "dev.footnote.dataset.storage..",
                        "dev.footnote.dataset.tableschema..", "dev.footnote.dataset.output..", "dev.footnote.query.document..",
                        "dev.footnote.query.schema..", "dev.footnote.query.validation..", "dev.footnote.query.output..",
                        "dev.footnote.search.normalization..", "dev.footnote.http.graphql..", "dev.footnote.http.export..",
                        "dev.footnote.explorer..")
                .should().dependOnClassesThat().resideInAnyPackage("java.sql..", "javax.sql..").check(CLASSES);
    }

    /** What is internal changes with any version. Decision 33 says why these few are used. */
    @Test
    void only_a_few_internal_classes_of_graphql_java_are_used() {
        noClasses().should().dependOnClassesThat(describe("are internal to graphql-java",
                one -> one.isAnnotatedWith(Internal.class) && !one.getName()
                        .matches("graphql\\.(GraphQLException|execution\\.ValuesResolver|parser\\.exceptions\\.\\w+)")))
                .check(CLASSES);
    }
}
