package dev.footnote.query.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.Cases;
import dev.footnote.dataset.importer.GeneratedProfile;
import dev.footnote.query.GraphQLRequest;
import dev.footnote.query.execution.Records.Row;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Random queries of one list equal the reference implementation. */
@QuarkusTest
@TestProfile(GeneratedProfile.class)
class RandomListsTest extends Comparison {

    private static final String PAGE = "first: 100";
    private static final String SELECTED = "totalCount nodes { id }";
    private static final int QUESTIONS = Integer.getInteger("questions", 2000);

    @Test
    void any_filter_in_any_order_at_any_time_gives_the_records_that_it_says() {
        asked(i -> new RandomList(Cases.random(GeneratedProfile.SEED * 43 + i), schema, records).any(), QUESTIONS);
    }

    @Test
    void any_part_of_a_text_is_found_however_it_is_written() {
        asked(i -> new RandomList(Cases.random(GeneratedProfile.SEED * 59 + i), schema, records).byText(), QUESTIONS / 3);
    }

    private void asked(IntFunction<AnyList> lists, int questions) {
        List<String> different = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger some = new AtomicInteger();
        long met = Cases.sum(questions, i -> {
            AnyList list = lists.apply(i);
            if (different.size() < 5 && !difference(list, i % 2 == 0).isEmpty()) {
                different.add("question " + i + " " + smallest(list, i % 2 == 0));
            }
            int size = list.all(naive, schema).size();
            some.addAndGet(size == 0 || size == list.rows().size() ? 0 : 1);
            return size;
        });
        assertThat(different).isEmpty();
        assertThat(met).as("records met").isGreaterThan(questions * 5L);
        assertThat(some.get()).as("lists of which there was neither all nor nothing").isGreaterThan(questions / 8);
    }

    /** @return nothing when there is none */
    private String difference(AnyList list, boolean literally) {
        GraphQLRequest request = literally ? new GraphQLRequest(list.document(PAGE, SELECTED), null, Map.of())
                : list.inVariables(schema, PAGE, SELECTED);
        JsonNode answer = answer(request);
        if (answer.has("errors")) {
            return answer.toString();
        }
        List<String> all = list.all(naive, schema).stream().map(Row::toString).toList();
        String expected = all.size() + " " + all.subList(0, Math.min(100, all.size()));
        JsonNode page = answer.at(list.path());
        String actual = page.get("totalCount").asInt() + " " + AnyList.texts(page.get("nodes"), "/id");
        return actual.equals(expected) ? ""
                : "was answered by\n" + parted(actual, expected) + "\ninstead of\n"
                        + parted(expected, actual);
    }

    /** As much of a long text as shows where it parts from another. */
    private static String parted(String text, String other) {
        int from = Math.max(0, Arrays.mismatch(text.toCharArray(), other.toCharArray()) - 60);
        return text.substring(from, Math.min(text.length(), from + 300));
    }

    private String smallest(AnyList list, boolean literally) {
        boolean faulted = difference(list, literally).contains("errors");
        AnyList smallest = list.asking(Shrunk.of(list.asked(), asked -> {
            String left = difference(list.asking(asked), literally);
            return faulted ? left.contains("INTERNAL") : !left.isEmpty() && !left.contains("errors");
        }));
        return smallest.document(PAGE, SELECTED) + "\n" + difference(smallest, literally);
    }
}
