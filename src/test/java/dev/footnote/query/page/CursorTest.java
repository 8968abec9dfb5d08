package dev.footnote.query.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

import org.junit.jupiter.api.Test;

class CursorTest {

    private static final Object[] ROW = { "not a key", "小米, \"Ltd.\"", null, "", -5, true };

    @Test
    void a_cursor_contains_the_keys_it_was_created_from() {
        assertThat(Cursor.read(Cursor.write("seal", ROW, 1, 5), "seal", 5))
                .isEqualTo(Arrays.asList("小米, \"Ltd.\"", null, "", "-5", "true"));
        assertThat(Cursor.read(Cursor.write("seal", ROW, 2, 1), "seal", 1)).isEqualTo(Arrays.asList((String) null));
    }

    @Test
    void a_cursor_can_be_part_of_a_url() {
        assertThat(Cursor.write("seal", new Object[] { "\u00ff\u00fe??>>~~" }, 0, 1)).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        String cursor = Cursor.write("seal", ROW, 1, 5);
        assertThatThrownBy(() -> Cursor.read(cursor, "another", 5)).hasMessageContaining("belongs to another list");
        assertThatThrownBy(() -> Cursor.read(cursor, "seal", 4)).hasMessageContaining("belongs to another list");
    }

    @Test
    void an_invalid_cursor_is_refused_with_a_clear_message() {
        for (String text : new String[] { "", "!", "a", "====", "nonsense", "é", "x".repeat(5000) }) {
            assertThatThrownBy(() -> Cursor.read(text, "seal", 1)).isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessageMatching("(?s)[\"A-Z].{20,200}\\.");
        }
    }

    @Test
    void a_key_without_its_mark_is_unknown() {
        String forged = Base64.getUrlEncoder().encodeToString("seal\u0000".getBytes(StandardCharsets.UTF_8));
        assertThat(Cursor.read(forged, "seal", 1)).isEqualTo(Arrays.asList((String) null));
    }
}
