package dev.footnote.query.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.footnote.DomainMetamodel;
import dev.footnote.domain.person.Person;
import dev.footnote.metamodel.EntityType;

/** A filter becomes SQL whose text comes from declarations alone. */
class FilterTest {

    private static final EntityType PERSON = DomainMetamodel.create().entityType(Person.class);
    private static final String HOSTILE = "x'; DROP TABLE person; --";

    @ParameterizedTest
    @ValueSource(strings = { "eq", "not", "lt", "lte", "gt", "gte", "contains", "startsWith" })
    void a_value_is_a_parameter_in_every_comparison(String operator) {
        isBound(Map.of("name", Map.of(operator, HOSTILE)), 1);
        isBound(Map.of("affiliations", Map.of("some", Map.of("organization", Map.of("name", Map.of(operator, HOSTILE))))), 1);
        isBound(Map.of("not", Map.of("or", List.of(Map.of("name", Map.of(operator, HOSTILE)),
                Map.of("summary", Map.of(operator, HOSTILE))))), 2);
    }

    @Test
    void a_text_that_is_compared_as_it_is_written_is_a_parameter_too() {
        isBound(Map.of("name", Map.of("contains", HOSTILE, "exact", true)), 1);
        isBound(Map.of("name", Map.of("startsWith", HOSTILE, "exact", true)), 1);
    }

    private static void isBound(Map<String, Object> filter, int times) {
        SqlBuilder sql = sql(filter);
        assertThat(sql.text()).doesNotContain("DROP");
        assertThat(sql.text().chars().filter(one -> one == '?')).as(sql.text()).hasSize(sql.values().size());
        assertThat(sql.values()).filteredOn(value -> value instanceof String text && text.startsWith(HOSTILE)).hasSize(times);
    }

    /** So that a few statements serve lists of all lengths, and the database keeps their plans. */
    @Test
    void lists_of_similar_length_have_the_same_statement() {
        assertThat(in(5)).isEqualTo(in(8)).isNotEqualTo(in(9));
        assertThat(in(9)).isEqualTo(in(16));
        assertThat(sql(Map.of("name", Map.of("in", List.of("a", "b", "c")))).values()).containsExactly("a", "b", "c", "c");
    }

    private static String in(int length) {
        return sql(Map.of("name", Map.of("in", IntStream.range(0, length).mapToObj(i -> "name " + i).toList()))).text();
    }

    @Test
    void what_names_no_condition_is_true_for_all_or_for_none() {
        assertThat(sql(Map.of()).text()).isEqualTo("TRUE");
        assertThat(sql(Map.of("and", List.of())).text()).isEqualTo("(TRUE)");
        assertThat(sql(Map.of("or", List.of())).text()).isEqualTo("(FALSE)");
        assertThat(sql(Map.of("name", Map.of("in", List.of()))).text()).isEqualTo("(FALSE)");
    }

    @Test
    void a_deep_filter_is_read_once_at_each_depth() {
        Map<String, Object> filter = Map.of("name", Map.of("eq", "a"));
        for (int i = 0; i < 40; i++) {
            filter = Map.of("affiliations", Map.of("count", Map.of("gte", 1), "counted", Map.of("person", filter)));
        }
        assertThat(sql(filter).values()).hasSize(41);
    }

    @Test
    void a_null_in_place_of_a_value_is_refused_with_what_to_write_instead() {
        for (Map<String, Object> filter : List.<Map<String, Object>> of(Collections.singletonMap("name", null),
                Map.of("name", Collections.singletonMap("eq", null)), Collections.singletonMap("and", null))) {
            assertThatThrownBy(() -> sql(filter)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(" is null. Leave it out").hasMessageContaining("{isNull: true}");
        }
    }

    private static SqlBuilder sql(Map<String, Object> filter) {
        SqlBuilder sql = new SqlBuilder();
        FilterParser.parse(PERSON, filter).add("t", new FilterContext(AsOf.EVER, true, Map.of(), sql));
        return sql;
    }
}
