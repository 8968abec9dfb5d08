package dev.footnote.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.answer.Records.Row;
import dev.footnote.graph.Noun;
import dev.footnote.graph.Root;
import dev.footnote.question.Request;
import dev.footnote.transfer.GeneratedProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** A record is found by a name that is its own, and a name that several have tells which. */
@QuarkusTest
@TestProfile(GeneratedProfile.class)
class NamedLookupsTest extends Comparison {

    @Test
    void a_name_of_one_record_finds_it_and_a_name_of_several_lists_them() {
        List<String> kinds = new ArrayList<>();
        int alone = 0;
        int shared = 0;
        Oracle oracle = new Oracle(records);
        for (Root root : graph.roots()) {
            if (root instanceof Root.Lookup lookup && lookup.noun().named() != null) {
                kinds.add(lookup.name());
                for (String name : names(lookup.noun())) {
                    List<String> expected = oracle.named(lookup.noun(), name).stream().map(Row::toString).toList();
                    check(lookup, name, expected);
                    alone += expected.size() == 1 ? 1 : 0;
                    shared += expected.size() > 1 ? 1 : 0;
                }
            }
        }
        assertThat(kinds).contains("organization", "person", "initiative", "topic", "source");
        assertThat(alone).as("names of one record").isGreaterThan(50);
        assertThat(shared).as("names of several").isGreaterThan(10);
    }

    private Set<String> names(Noun noun) {
        Set<String> names = new LinkedHashSet<>(List.of("nobody's name"));
        records.all(noun).forEach(row -> {
            names.add((String) row.value(noun.named()));
            if (noun.alias() != null) {
                records.children(row, noun.alias().names()).forEach(other -> names.add((String) other.values().get("text")));
            }
        });
        return names;
    }

    private void check(Root.Lookup lookup, String name, List<String> expected) {
        String document = "query($name: String!) { one: " + lookup.name() + "(by: {" + lookup.noun().named().name()
                + ": $name}) { id } }";
        JsonNode answer = answer(new Request(document, null, Map.of("name", name)));
        if (expected.size() < 2) {
            assertThat(answer.at("/data/one/id").asText("")).as(name)
                    .isEqualTo(expected.isEmpty() ? "" : expected.get(0));
            return;
        }
        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("BAD_USER_INPUT");
        String few = String.join(", ", expected.subList(0, Math.min(5, expected.size())));
        assertThat(answer.at("/errors/0/message").asText()).contains("\"" + name + "\": " + few)
                .startsWith(expected.size() > 5 ? "More than 5 " : expected.size() + " ");
    }
}
