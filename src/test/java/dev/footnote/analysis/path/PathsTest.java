package dev.footnote.analysis.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.Door;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class PathsTest {

    private static final String LUAN_JIAN = "person:luan-jian";
    private static final String CUI_BAOQIU = "person:cui-baoqiu";
    private static final String WUHAN_UNIVERSITY = "organization:wuhan-university";

    @Test
    void a_person_is_connected_with_a_university_by_a_laboratory_that_the_company_founded_with_it() {
        Door.answers("how_luan_jian_is_connected");
    }

    @Test
    void reporting_lines_are_paths_of_one_hop_in_both_directions() {
        assertThat(passed(path(LUAN_JIAN, "person:wang-bin", ""))).containsExactly("person:wang-bin");
        JsonNode back = path("person:wang-bin", LUAN_JIAN, "");
        assertThat(passed(back)).containsExactly(LUAN_JIAN);
        assertThat(back.at("/paths/0/hops/0/links")).hasSize(1);
        assertThat(back.at("/paths/0/hops/0/links/0/along").asBoolean(true)).isFalse();
        assertThat(back.at("/paths/0/hops/0/links/0/fact/id").asText())
                .isEqualTo("affiliation:luan-jian-large-scale-model-team-head-2023");
    }

    @Test
    void a_record_is_connected_with_itself_by_no_hops() {
        JsonNode path = path(LUAN_JIAN, LUAN_JIAN, "");
        assertThat(path.get("paths")).hasSize(1);
        assertThat(path.at("/paths/0/length").asInt(-1)).isZero();
        assertThat(path.at("/paths/0/hops")).isEmpty();
        assertThat(path.get("more").asBoolean(true)).isFalse();
    }

    @Test
    void a_record_that_is_not_there_is_refused() {
        assertThat(refused("person:nobody", LUAN_JIAN, "")).isEqualTo("The argument from is \"person:nobody\", and there is no"
                + " such record. Search for it by name with search(query: ...).");
        assertThat(refused(LUAN_JIAN, "person:nobody", "")).startsWith("The argument to is \"person:nobody\"");
    }

    @Test
    void invalid_global_ids_are_refused() {
        for (String nothing : List.of("luan-jian", "", "person:", ":x", "planet:mars")) {
            assertThat(refused(nothing, LUAN_JIAN, "")).startsWith("\"" + nothing + "\" is no global id. Write a kind, a colon"
                    + " and a slug, such as organization:xiaomi. The kinds are affiliation, citation, ");
            assertThat(refused(LUAN_JIAN, nothing, "")).contains("is no global id");
        }
    }

    @Test
    void a_record_of_another_kind_is_refused() {
        assertThat(refused("source:lei-jun-large-scale-models", LUAN_JIAN, "")).isEqualTo("The argument from names a record of"
                + " the kind source. Paths lead from and to records of the kinds event, initiative, organization,"
                + " person, product.");
        assertThat(refused(LUAN_JIAN, "figure:none", "")).startsWith("The argument to names a record of the kind figure.");
    }

    @Test
    void first_says_how_many_and_more_whether_there_are_others() {
        JsonNode all = path(LUAN_JIAN, WUHAN_UNIVERSITY, ", first: 20");
        int paths = all.get("paths").size();
        assertThat(paths).isGreaterThan(3);
        assertThat(all.get("more").asBoolean()).isFalse();
        assertThat(path(LUAN_JIAN, WUHAN_UNIVERSITY, "").get("paths")).hasSize(Math.min(5, paths));
        JsonNode fewer = path(LUAN_JIAN, WUHAN_UNIVERSITY, ", first: " + (paths - 1));
        assertThat(fewer.get("more").asBoolean()).isTrue();
        assertThat(fewer.get("paths")).hasSize(paths - 1).containsExactlyElementsOf(
                new ArrayList<>(children(all.get("paths"))).subList(0, paths - 1));
        assertThat(path(LUAN_JIAN, WUHAN_UNIVERSITY, ", first: " + paths).get("more").asBoolean()).isFalse();
    }

    @Test
    void a_path_has_at_most_the_requested_length() {
        JsonNode shorter = path(LUAN_JIAN, WUHAN_UNIVERSITY, ", maxLength: 2");
        assertThat(shorter.get("paths")).isEmpty();
        assertThat(shorter.get("complete").asBoolean()).isTrue();
        assertThat(shorter.get("searchedLength").asInt()).isEqualTo(2);
        assertThat(path(LUAN_JIAN, WUHAN_UNIVERSITY, ", maxLength: 3").get("paths")).isNotEmpty();
    }

    @Test
    void paths_at_a_time_use_relations_that_held_or_may_have_held() {
        assertThat(passed(path(CUI_BAOQIU, WUHAN_UNIVERSITY, ""))).hasSize(2);
        assertThat(passed(path(CUI_BAOQIU, WUHAN_UNIVERSITY, ", at: \"2018\""))).containsExactly("organization:xiaomi",
                "initiative:ai-joint-laboratory", WUHAN_UNIVERSITY);
        assertThat(passed(path(CUI_BAOQIU, WUHAN_UNIVERSITY, ", at: \"2018\", possibly: true")))
                .containsExactly("event:ai-joint-laboratory-signing", WUHAN_UNIVERSITY);
        assertThat(path(CUI_BAOQIU, WUHAN_UNIVERSITY, ", at: \"2017\"").get("paths")).isEmpty();
    }

    @Test
    void paths_go_over_events_and_over_who_makes_a_product_and_what_it_is_built_on() {
        assertThat(passed(path("person:zeng-xuezhong", "event:xiaomi-investor-day-2023", ""))).hasSize(1);
        assertThat(passed(path("person:cheng-chang", "event:xjtlu-baidu-alliance-launch-ceremony", "")))
                .containsExactly("initiative:xjtlu-baidu-alliance", "event:xjtlu-baidu-alliance-launch-ceremony");
        assertThat(passed(path("product:gpt-3-5", "organization:openai", ""))).containsExactly("product:chatgpt",
                "organization:openai");
        assertThat(passed(path("product:xiao-ai-data-platform", "product:xiao-ai", ""))).containsExactly("product:xiao-ai");
    }

    @Test
    void arguments_out_of_bounds_are_refused() {
        assertThat(refused(LUAN_JIAN, CUI_BAOQIU, ", maxLength: 9"))
                .isEqualTo("The argument maxLength is 9. Give 1 to 8.");
        assertThat(refused(LUAN_JIAN, CUI_BAOQIU, ", maxLength: 0"))
                .isEqualTo("The argument maxLength is 0. Give 1 to 8.");
        assertThat(refused(LUAN_JIAN, CUI_BAOQIU, ", first: 21")).isEqualTo("The argument first is 21. Give 1 to 20.");
        assertThat(refused(LUAN_JIAN, CUI_BAOQIU, ", first: -1")).isEqualTo("The argument first is -1. Give 1 to 20.");
        assertThat(refused(LUAN_JIAN, CUI_BAOQIU, ", possibly: true")).contains("Give at as well.");
    }

    @Test
    void a_path_beside_introspection_is_the_same() {
        String field = field(LUAN_JIAN, WUHAN_UNIVERSITY, "");
        assertThat(Door.data("{ __schema { queryType { name } } " + field + " }").get("path"))
                .isEqualTo(Door.data("{ " + field + " }").get("path"));
    }

    private static String field(String from, String to, String more) {
        return """
                path(from: "%s", to: "%s"%s) {
                  complete searchedLength more
                  paths { length hops { from { id } to { id } links { along fact { id } } } }
                }""".formatted(from, to, more);
    }

    private static JsonNode path(String from, String to, String more) {
        return Door.data("{ " + field(from, to, more) + " }").get("path");
    }

    private static String refused(String from, String to, String more) {
        JsonNode answer = Door.tree(Door.ask("{ " + field(from, to, more) + " }"));
        assertThat(answer.at("/errors/0/extensions/code").asText()).as(answer.toString()).isEqualTo("BAD_USER_INPUT");
        return answer.at("/errors/0/message").asText();
    }

    /** The ids of the records that the first path passes, without the one that it starts at. */
    private static List<String> passed(JsonNode search) {
        return children(search.at("/paths/0/hops")).stream().map(hop -> hop.at("/to/id").asText()).toList();
    }

    private static List<JsonNode> children(JsonNode list) {
        List<JsonNode> children = new ArrayList<>();
        list.forEach(children::add);
        return children;
    }
}
