package dev.footnote.query.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.footnote.Door;
import dev.footnote.query.GraphQLRequest;
import dev.footnote.query.plan.FetchNode;
import dev.footnote.query.plan.QueryPlan;
import io.quarkus.test.junit.QuarkusTest;

/** Requests do not change the plan that they share. */
@QuarkusTest
class SharedPlansTest {

    /** Pages that every request asks for, and those that variables have a say in; groups, sums, picks, lookups, ids. */
    private static final String DOCUMENT = """
            query ($first: Int, $name: String, $metric: String!, $ids: [ID!]!) {
              people(first: 3, filter: {name: {contains: "a"}}, orderBy: [{name: DESC}]) {
                totalCount
                nodes { name affiliations(at: "2018", first: 2) { nodes { title organization { name } } } }
              }
              organizations(first: $first, filter: {name: {contains: $name}}) {
                pageInfo { hasNextPage endCursor }
                nodes { members(first: $first) { totalCount aggregate { count } } }
                groups(by: [{kind: VALUE}]) { nodes { key { kind } count } }
              }
              financialReports(first: 2) { nodes { value(metric: $metric) } }
              faulty: people(first: 100000) { totalCount }
              nodes(ids: $ids) { id }
            }""";

    @Inject
    GraphQLExecutor answers;

    @Test
    void requests_do_not_change_a_shared_plan() {
        String document = DOCUMENT.replace("faulty: people(first: 100000) { totalCount }", "");
        QueryPlan question = plan(document);
        Map<String, Object> before = state(question);
        assertThat(before).hasSizeGreaterThan(100);
        for (int i = 1; i < 6; i++) {
            assertThat(Door.ask(document, variables(i))).startsWith("{\"data\"");
        }
        Door.ask(document, variables(-1));
        assertThat(plan(document)).isSameAs(question);
        assertThat(state(question)).isEqualTo(before);
    }

    @Test
    void an_error_of_a_whole_batch_is_reported_for_each_request() {
        for (int i = 0; i < 2; i++) {
            assertThat(Door.ask(DOCUMENT, variables(1))).contains("The argument first is 100000").doesNotContain("\"data\"");
        }
    }

    @Test
    void a_shared_plan_cannot_be_changed() {
        FetchNode fetch = plan("{ people { nodes { name affiliations { totalCount } } } }").fetches().get(0);
        assertThatThrownBy(() -> fetch.need(FetchNode.Need.COUNT)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> fetch.layout.column("t", "summary", null)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> fetch.argument.values(null).put("first", 1)).isInstanceOf(UnsupportedOperationException.class);
    }

    private QueryPlan plan(String document) {
        ParsedRequest draft = answers.draft(request(document, document.contains("$first") ? variables(2) : Map.of()));
        return draft.prepared().question(draft.operation(), draft.variables());
    }

    private static Map<String, Object> variables(int first) {
        return Map.of("first", first, "name", "a", "metric", "revenue", "ids",
                List.of("organization:xiaomi", "organization:x" + first));
    }

    private static GraphQLRequest request(String document, Map<String, Object> variables) {
        return new GraphQLRequest(document, null, null, null, variables);
    }

    /** By way from the plan, the primitive that stands there, or which object. */
    private static Map<String, Object> state(Object root) {
        Map<String, Object> state = new TreeMap<>();
        walk("plan", root, state, new IdentityHashMap<>());
        return state;
    }

    private static void walk(String relation, Object object, Map<String, Object> state, Map<Object, String> seen) {
        state.put(relation, object == null || object instanceof Number || object instanceof Boolean || object instanceof String
                ? String.valueOf(object)
                : System.identityHashCode(object));
        if (object == null || seen.putIfAbsent(object, relation) != null) {
            return;
        }
        if (object instanceof Map<?, ?> map) {
            state.put(relation + ".size", map.size());
            map.forEach((key, value) -> walk(relation + "[" + key + "]", value, state, seen));
        } else if (object instanceof Collection<?> list) {
            int index = 0;
            state.put(relation + ".size", list.size());
            for (Object one : list) {
                walk(relation + "[" + index++ + "]", one, state, seen);
            }
        } else if (object instanceof CharSequence text) {
            state.put(relation + ".text", text.toString());
        } else if (ours(object.getClass())) {
            fields(relation, object, state, seen);
        }
    }

    /** Declared by the plan, and not the graph of nouns that all plans share. */
    private static boolean ours(Class<?> type) {
        return type.getName().startsWith("dev.footnote.") && !type.getName().startsWith("dev.footnote.metamodel.")
                && !type.isEnum();
    }

    private static void fields(String relation, Object object, Map<String, Object> state, Map<Object, String> seen) {
        for (Class<?> type = object.getClass(); type != null && ours(type); type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    walk(relation + "." + field.getName(), value(field, object), state, seen);
                }
            }
        }
    }

    private static Object value(Field field, Object object) {
        try {
            field.setAccessible(true);
            return field.get(object);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
