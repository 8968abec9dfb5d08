package dev.footnote.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/** Keeps files, rooms and methods at a size that one reads at a sitting. */
class HouseRulesTest {

    private static final int FILE = 250;
    private static final int TEST_FILE = 350;
    private static final int ROOM = 20;
    private static final int METHOD = 30;

    private static final Pattern BANNED = Pattern.compile("util|utils|common|core|misc|impl|dto|model|service|helper|manager");

    @Test
    void a_file_is_read_at_a_sitting() {
        assertThat(Sources.files(Sources.MAIN)).allSatisfy(
                file -> assertThat(Sources.lines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(FILE));
        assertThat(Sources.files(Sources.TESTS)).allSatisfy(
                file -> assertThat(Sources.lines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(TEST_FILE));
    }

    @Test
    void a_room_is_surveyed_at_a_glance() {
        Map<String, Long> rooms = Sources.files(Sources.MAIN).stream()
                .filter(file -> !file.endsWith("package-info.java"))
                .collect(Collectors.groupingBy(file -> file.getParent().getFileName().toString(), Collectors.counting()));
        assertThat(rooms).hasSizeGreaterThan(10).allSatisfy(
                (room, files) -> assertThat(files).as("files in " + room).isLessThanOrEqualTo(ROOM));
    }

    @Test
    void a_method_fits_on_a_screen() {
        List<Sources.Method> methods = Sources.methods(Sources.MAIN);
        assertThat(methods).hasSizeGreaterThan(100);
        assertThat(methods).filteredOn(method -> method.lines() > METHOD).isEmpty();
    }

    @Test
    void every_room_has_a_plate_at_its_door() {
        List<Path> rooms = Sources.files(Sources.MAIN).stream().map(Path::getParent).distinct().toList();
        assertThat(rooms).hasSizeGreaterThan(10).allSatisfy(
                room -> assertThat(Files.exists(room.resolve("package-info.java"))).as(room.toString()).isTrue());
    }

    @Test
    void a_room_is_named_for_what_is_in_it() {
        assertThat(Sources.files(Sources.MAIN)).allSatisfy(
                file -> file.getParent().forEach(part -> assertThat(part.toString()).doesNotMatch(BANNED)));
    }

    @Test
    void nobody_signs_a_file_and_nobody_prints() {
        assertThat(Sources.files(Sources.MAIN)).allSatisfy(file -> assertThat(String.join("\n", Sources.lines(file)))
                .as(file.toString()).doesNotContain("@author", "System.out", "System.err", "printStackTrace", "TODO", "FIXME"));
    }
}
