package dev.footnote.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/** Limits the size of files, packages and methods, and what they may be called. */
class HouseRulesTest {

    private static final int FILE = 250;
    private static final int TEST_FILE = 350;
    private static final int PACKAGE = 20;
    private static final int METHOD = 30;

    private static final Pattern BANNED = Pattern.compile("util|utils|common|core|misc|impl|dto|model|service|helper|manager");

    @Test
    void a_file_has_few_lines() {
        assertThat(Sources.files(Sources.MAIN)).allSatisfy(
                file -> assertThat(Sources.lines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(FILE));
        assertThat(Sources.files(Sources.TESTS)).allSatisfy(
                file -> assertThat(Sources.lines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(TEST_FILE));
    }

    @Test
    void a_package_has_few_files() {
        Map<String, Long> packages = Sources.files(Sources.MAIN).stream()
                .filter(file -> !file.endsWith("package-info.java"))
                .collect(Collectors.groupingBy(file -> file.getParent().toString(), Collectors.counting()));
        assertThat(packages).hasSizeGreaterThan(10).allSatisfy(
                (name, files) -> assertThat(files).as("files in " + name).isLessThanOrEqualTo(PACKAGE));
    }

    @Test
    void a_method_has_few_lines() {
        List<Sources.Method> methods = Sources.methods(Sources.MAIN);
        assertThat(methods).hasSizeGreaterThan(100);
        assertThat(methods).filteredOn(method -> method.lines() > METHOD).isEmpty();
    }

    @Test
    void every_package_says_what_it_is() {
        List<Path> packages = Sources.files(Sources.MAIN).stream().map(Path::getParent).distinct().toList();
        assertThat(packages).hasSizeGreaterThan(10).allSatisfy(
                name -> assertThat(Files.exists(name.resolve("package-info.java"))).as(name.toString()).isTrue());
    }

    @Test
    void a_package_is_named_for_what_is_in_it() {
        assertThat(Sources.files(Sources.MAIN)).allSatisfy(
                file -> file.getParent().forEach(part -> assertThat(part.toString()).doesNotMatch(BANNED)));
    }

    @Test
    void sources_have_no_author_tags_and_no_print_statements() {
        assertThat(Sources.files(Sources.MAIN)).allSatisfy(file -> assertThat(String.join("\n", Sources.lines(file)))
                .as(file.toString()).doesNotContain("@author", "System.out", "System.err", "printStackTrace", "TODO", "FIXME"));
    }
}
