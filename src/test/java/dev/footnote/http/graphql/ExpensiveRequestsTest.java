package dev.footnote.http.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.footnote.dataset.importer.DatasetImporter;
import dev.footnote.dataset.importer.GeneratedDataset;
import dev.footnote.dataset.importer.GeneratedProfile;
import dev.footnote.dataset.importer.OwnDatabase;
import dev.footnote.dataset.staging.ProgressListener;
import dev.footnote.query.QueryLimits;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Requests through many relations or for many aggregates are answered or refused in time. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class ExpensiveRequestsTest {

    private static final String LIST = "{ organizations(%s) { totalCount nodes { id } } }";

    /** Data of many relations, and as much of them as anybody may ask for. */
    private static final Path DATASET = GeneratedDataset.folder(GeneratedProfile.SEED);

    @Inject
    DatasetImporter importer;

    @Inject
    QueryLimits limits;

    @BeforeEach
    void warm() {
        importer.take(DATASET, ProgressListener.NONE);
        Http.ask(LIST.formatted(""));
    }

    @Test
    void filters_deep_in_each_other() {
        for (String quantifier : new String[] { "some", "every", "none" }) {
            for (int depth = 2; depth < 24; depth += 3) {
                inTime(LIST.formatted("filter: " + nested("{members: {" + quantifier + ": {person: {affiliations: {"
                        + quantifier + ": {organization: ", "}}}}}}", depth)));
            }
            inTime(LIST.formatted("filter: " + nested("{linkedFrom: {" + quantifier + ": {organization: ", "}}}", 300)));
        }
    }

    private static String nested(String open, String close, int depth) {
        return open.repeat(depth) + "{slug: {eq: \"none\"}}" + close.repeat(depth);
    }

    @Test
    void counts_of_counts() {
        for (int depth = 1; depth < 12; depth += 2) {
            inTime(LIST.formatted("filter: " + nested("{members: {count: {gte: 1}, counted: {person: {affiliations: {count: "
                    + "{lt: 9}, counted: {organization: ", "}}}}}}", depth)));
        }
    }

    @Test
    void many_counts_in_one_filter() {
        for (String how : new String[] { "and", "or" }) {
            inTime(LIST.formatted("filter: {" + how + ": [" + each(50, "{members: {count: {not: %d}, counted: {person: "
                    + "{affiliations: {count: {gt: %1$d}}}}}}") + "]}"));
        }
    }

    @Test
    void many_counts_in_one_order() {
        inTime(LIST.formatted("orderBy: [" + each(50, "{members: {count: DESC, of: {person: {affiliations: "
                + "{count: {gt: %d}}}}}}") + "]"));
        inTime(LIST.formatted("orderBy: [" + "{members: {count: ASC}}".repeat(300) + "]"));
    }

    @Test
    void groups_of_groups_of_groups_with_all_their_numbers() {
        String numbers = "aggregate { count number { known min max average } slug { known distinct } title { distinct } }";
        String groups = "groups(by: [{slug: VALUE}, {title: VALUE}], first: 100) { totalCount nodes { count " + numbers
                + " } }";
        inTime("{ organizations(first: 100) { nodes { members(first: 100) { " + groups + " nodes { person {"
                + " affiliations(first: 100) { " + groups + " nodes { organization { participations(first: 100) { "
                + groups + " } } } } } } } } } }");
        inTime("{ organizations(first: 100) { nodes { members(first: 10) { " + groups + " nodes { person {"
                + " affiliations(first: 10) { " + groups + " } } } } } } }");
    }

    @Test
    void many_groups_of_one_list() {
        inTime("{ participations { " + each(50, "g%d: groups(by: [{slug: VALUE}, {from: MONTH}, {organization: {name: VALUE}},"
                + " {initiative: {parent: {parent: {name: VALUE}}}}, {person: {name: VALUE}}], first: 100,"
                + " having: {count: {lt: 9}}) { totalCount nodes { filter aggregate { committed { currency sum } } } } ")
                + "} }");
    }

    @Test
    void keys_behind_relations_behind_relations() {
        inTime("{ initiatives(orderBy: [" + "{parent: ".repeat(50) + "{name: ASC}" + "}".repeat(50)
                + "]) { nodes { id } } }");
        inTime("{ initiatives { groups(by: [" + "{parent: ".repeat(50) + "{name: VALUE}" + "}".repeat(50)
                + "]) { nodes { count } } } }");
    }

    private static String each(int number, String text) {
        return IntStream.range(0, number).mapToObj(text::formatted).collect(Collectors.joining());
    }

    /** Answered, or refused with a sentence, and soon. */
    private void inTime(String document) {
        Duration most = limits.time().plusMillis(500);
        long begun = System.nanoTime();
        HttpResponse<String> answer = Http.ask(document);
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);
        String as = taken + " " + document.substring(0, Math.min(300, document.length())) + "\n"
                + answer.body().substring(0, Math.min(300, answer.body().length()));
        assertThat(taken).as(as).isLessThan(most);
        if (!answer.body().startsWith("{\"data\"")) {
            assertThat(Http.code(answer)).as(as).isIn("TOO_COMPLEX", "TIMED_OUT", "BAD_USER_INPUT");
        }
    }
}
