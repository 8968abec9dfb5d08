package dev.footnote.query.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.dataset.importer.GeneratedProfile;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.QueryField;
import dev.footnote.query.GraphQLRequest;
import dev.footnote.query.execution.Records.Row;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** A record is found by its names; if several records share a name, the error lists them. */
@QuarkusTest
@TestProfile(GeneratedProfile.class)
class NamedLookupsTest extends Comparison {

    @Test
    void a_name_of_one_record_finds_it_and_a_name_of_several_lists_them() {
        List<String> kinds = new ArrayList<>();
        int alone = 0;
        int shared = 0;
        Oracle oracle = new Oracle(records);
        for (QueryField root : metamodel.roots()) {
            if (root instanceof QueryField.Lookup lookup && lookup.entityType().named().isPresent()) {
                kinds.add(lookup.name());
                for (String name : names(lookup.entityType())) {
                    List<String> expected = oracle.named(lookup.entityType(), name).stream().map(Row::toString).toList();
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

    private Set<String> names(EntityType entityType) {
        Set<String> names = new LinkedHashSet<>(List.of("nobody's name"));
        records.all(entityType).forEach(row -> {
            names.add((String) row.value(entityType.named().orElseThrow()));
            if (entityType.alias() != null) {
                records.children(row, entityType.alias().names())
                        .forEach(other -> names.add((String) other.values().get("text")));
            }
        });
        return names;
    }

    private void check(QueryField.Lookup lookup, String name, List<String> expected) {
        String document = "query($name: String!) { one: " + lookup.name() + "(by: {"
                + lookup.entityType().named().orElseThrow().name()
                + ": $name}) { id } }";
        JsonNode answer = answer(new GraphQLRequest(document, null, Map.of("name", name)));
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
