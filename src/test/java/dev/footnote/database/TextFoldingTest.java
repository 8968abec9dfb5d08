package dev.footnote.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.footnote.Door;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class TextFoldingTest {

    @Inject
    Database database;

    @Test
    void capitals_accents_and_widths_make_no_difference() {
        assertThat(H2FoldFunction.folded("Léi JŪN")).isEqualTo("lei jun");
        assertThat(H2FoldFunction.folded("ＸＪＴＬＵ")).isEqualTo("xjtlu");
        assertThat(H2FoldFunction.folded("Straße")).isEqualTo(H2FoldFunction.folded("STRASSE"));
        assertThat(H2FoldFunction.folded("e\u0301")).isEqualTo(H2FoldFunction.folded("É"));
        assertThat(H2FoldFunction.folded("武汉大学")).isEqualTo("武汉大学");
    }

    /** But those that came to Unicode after its version 10, because an older PostgreSQL does not know their capitals. */
    @Test
    void the_database_folds_every_character_alike() throws SQLException {
        Map<String, String> different = new LinkedHashMap<>();
        int[] points = IntStream.of(0x20, 0x1CC0, 0xA640)
                .flatMap(first -> IntStream.rangeClosed(first, first == 0x20 ? 0x1C8F : first == 0x1CC0 ? 0x33FF : 0xA7B7))
                .filter(Character::isDefined).toArray();
        try (Connection connection = database.source().getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT folded(CAST(? AS VARCHAR))")) {
            for (int point : points) {
                String text = "a" + Character.toString(point) + "Z";
                statement.setString(1, text);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    if (!H2FoldFunction.folded(text).equals(row.getString(1))) {
                        different.put(text, row.getString(1));
                    }
                }
            }
        }
        assertThat(points).hasSizeGreaterThan(10_000);
        assertThat(different).isEmpty();
    }

    @Test
    void a_filter_finds_a_text_however_it_is_written() {
        assertThat(Door.data("{ a: organizations(filter: {name: {startsWith: \"XIAO\"}}) { totalCount }"
                + " b: organizations(filter: {name: {startsWith: \"xiao\"}}) { totalCount }"
                + " c: organizations(filter: {name: {startsWith: \"xiao\", exact: true}}) { totalCount } }").toString())
                .isEqualTo("{\"a\":{\"totalCount\":3},\"b\":{\"totalCount\":3},\"c\":{\"totalCount\":0}}");
    }
}
