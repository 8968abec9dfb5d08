package dev.footnote.metamodel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GlobalIdTest {

    @Test
    void an_id_is_a_kind_a_colon_and_a_slug() {
        assertThat(GlobalId.parse("organization:xiaomi")).isEqualTo(new GlobalId("organization", "xiaomi"));
        assertThat(GlobalId.parse("citation:person:lei-jun:12")).isEqualTo(new GlobalId("citation", "person:lei-jun:12"));
        assertThat(GlobalId.parse("person:")).isEqualTo(new GlobalId("person", ""));
    }

    @Test
    void an_id_without_a_kind_names_no_record() {
        assertThat(GlobalId.parse("")).isNull();
        assertThat(GlobalId.parse("xiaomi")).isNull();
        assertThat(GlobalId.parse(":xiaomi")).isNull();
    }
}
