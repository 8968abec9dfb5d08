package dev.footnote.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NodeIdTest {

    @Test
    void an_id_is_a_kind_a_colon_and_a_slug() {
        assertThat(NodeId.parse("organization:xiaomi")).isEqualTo(new NodeId("organization", "xiaomi"));
        assertThat(NodeId.parse("citation:person:lei-jun:12")).isEqualTo(new NodeId("citation", "person:lei-jun:12"));
        assertThat(NodeId.parse("person:")).isEqualTo(new NodeId("person", ""));
    }

    @Test
    void what_has_no_kind_names_nothing() {
        assertThat(NodeId.parse("")).isNull();
        assertThat(NodeId.parse("xiaomi")).isNull();
        assertThat(NodeId.parse(":xiaomi")).isNull();
    }
}
