package dev.footnote.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.Door;
import dev.footnote.dataset.datapackage.InvalidDatasetException;
import dev.footnote.dataset.importer.DatasetImporter;
import dev.footnote.dataset.importer.GeneratedProfile;
import dev.footnote.dataset.importer.SmallDataset;
import dev.footnote.dataset.staging.ProgressListener;
import dev.footnote.http.AllowedCallers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Whatever two writers do, by edits, merges, reverts, imports and deltas, each revision is answered as it was then. */
@QuarkusTest
@TestProfile(AllowedCallers.class)
class KnownAtPropertyTest {

    private static final int SEEDS = 3;
    private static final int STEPS = 8;
    private static final int PEOPLE = 8;

    /** Asked after each step, and again as known then, at the end. */
    private static final List<String> QUESTIONS = List.of(
            "{ people(first: 50) { totalCount nodes { id number version label summary affiliations(first: 20) {"
                    + " totalCount nodes { id title from to organization { id name } citations(first: 5) { nodes { locator } } } }"
                    + " citations(first: 5) { totalCount nodes { note locator source { id title } } } } } }",
            "{ organizations(first: 50, orderBy: [{ members: { count: DESC } }, { name: DESC }], filter: { or: [{ members:"
                    + " { some: { kind: { eq: STAFF } } } }, { name: { contains: \"a\" } }] }) { totalCount nodes { id name version"
                    + " members(first: 9, at: \"2015\", possibly: true) { nodes { id person { id } } } } } }",
            "{ affiliations { totalCount groups(by: [{ kind: VALUE }, { from: YEAR }]) { nodes { count key { kind from { year } } } } } }",
            "{ sources { totalCount nodes { id title citations { totalCount } } } dataset { title version fingerprint } }",
            "{ edits(first: 3) { totalCount nodes { id summary } } changes(last: 2) { totalCount nodes { record action mergedInto } } }",
            "{ people(first: 50) { nodes { id names(first: 9) { totalCount nodes { id text citations { totalCount } } } } }"
                    + " organization(by: { id: \"organization:lab\" }) { id names { nodes { text } } }"
                    + " nodes(ids: [\"person:p0\", \"person:p1\", \"person:p2\", \"person:p3\", \"person:p4\", \"person:p5\"]) { id"
                    + " label } }",
            "{ p0: person(by: { slug: \"p0\" }) { id } p1: person(by: { slug: \"p1\" }) { id history { nodes { action mergedInto } } }"
                    + " named: people(filter: { names: { some: { text: { contains:"
                    + " \"Person\" } } } }) { nodes { id } } }",
            "{ person(by: { name: \"Ann\" }) { id history { totalCount } } node(id: \"organization:acme\") { label } }",
            "{ financialReports(first: 50) { totalCount nodes { id revision currency figures(first: 9) { nodes { id value } } } }"
                    + " figures(first: 50) { totalCount aggregate { value { sum } } nodes { id value report { revision } } }"
                    + " organization(by: { slug: \"acme\" }) { financialReports(revisions: ALL) { totalCount } } }",
            "{ path(from: \"person:ann\", to: \"organization:acme\") { more paths { length hops { to { id } links { along fact {"
                    + " __typename citations(first: 3) { nodes { locator } } } } } } } }");

    private static final String REPORTS = "id,organization,fiscal_year,period,revision,source\nr1,acme,2022,q1,1,paper\n";
    private static final String FIGURES = "id,report,metric,value,unit,currency,qualifier,source\n"
            + "f1,r1,revenue,100,money,CNY,exact,paper\n";

    @Inject
    DatasetImporter importer;

    @TempDir
    Path folder;

    private final ExecutorService writers = Executors.newFixedThreadPool(2);

    @AfterEach
    void restore() {
        writers.shutdownNow();
        importer.take(null, ProgressListener.NONE);
    }

    @Test
    void every_revision_answers_as_it_did_then() throws Exception {
        long first = GeneratedProfile.SEED;
        for (int i = 0; i < SEEDS; i++) {
            run(first + i);
        }
    }

    private void run(long seed) throws Exception {
        System.out.println("KnownAtPropertyTest runs with -Dseed=" + seed);
        Random random = new Random(seed);
        importer.take(whole("begin" + seed, ""), ProgressListener.NONE);
        Map<Integer, List<String>> answered = new LinkedHashMap<>();
        for (int step = 0; step < STEPS; step++) {
            List<Future<?>> both = new ArrayList<>();
            for (int writer = 0; writer < 2; writer++) {
                Random own = new Random(random.nextLong());
                String name = seed + "-" + step + "-" + writer;
                both.add(writers.submit(() -> tryStep(own, name)));
            }
            for (Future<?> one : both) {
                one.get(1, TimeUnit.MINUTES);
            }
            answered.put(last(), QUESTIONS.stream().map(Door::ask).toList());
        }
        assertThat(answered).as("-Dseed=%d", seed).hasSizeGreaterThan(STEPS / 2);
        answered.forEach((edit, answers) -> {
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i)).contains("\"data\"").doesNotContain("INTERNAL");
                assertThat(Door.ask("query @knownAt(edit: \"edit:" + edit + "\") " + QUESTIONS.get(i)))
                        .as("-Dseed=%d, after edit %d: %s", seed, edit, QUESTIONS.get(i)).isEqualTo(answers.get(i));
            }
        });
    }

    private static int last() {
        return Editor.ask("{ edits(first: 1) { nodes { number } } }").at("/edits/nodes/0/number").asInt();
    }

    /** A step may be refused, because the other writer took longer or changed what it is about; it has written nothing then. */
    private void tryStep(Random random, String name) {
        try {
            step(random, name);
        } catch (InvalidDatasetException | AssertionError e) {
            assertThat(e).message().containsAnyOf("deletions", "Another record", "OVERLOADED");
        }
    }

    private void step(Random random, String name) {
        String id = "p" + random.nextInt(PEOPLE);
        switch (random.nextInt(14)) {
            case 0 -> importer.take(whole(name, "q" + name + ",Quinn,paper\n"), ProgressListener.NONE);
            case 1, 2 -> delta(random, name);
            case 3 -> Editor.edit("""
                    {"summary": "gone", "changes": [{"delete": {"id": "person:%s", "cascade": true}}]}""".formatted(id));
            case 4 -> revert();
            case 5, 6 -> restate(random);
            case 7, 8, 9 -> merge(random, id);
            default -> Editor.edit("""
                    {"summary": "step %1$s", "citing": [{"source": "paper", "locator": "p%1$s"}], "changes": [
                      {"person": {"id": "%2$s", "set": {"name": "Person %3$s", "summary": "s%4$s"}}},
                      {"affiliation": {"id": "a%2$s", "set": {"person": "%2$s", "organization": "acme", "kind": "STAFF",
                        "title": "T%5$s", "from": "20%6$s"}}},
                      {"affiliation": {"id": "b%2$s", "set": {"person": "ann", "organization": "%7$s", "kind": "STAFF",
                        "title": "T%5$s"}}}]}""".formatted(name, id, random.nextInt(4), random.nextInt(3),
                    random.nextInt(3), 10 + random.nextInt(9), random.nextBoolean() ? "acme" : "lab"));
        }
    }

    private Path whole(String name, String people) {
        return new SmallDataset().described("\"title\": \"%1$s\", \"version\": \"%1$s\", ".formatted(name))
                .with("people", "id,name,source\nann,Ann,paper\n" + people)
                .with("financial_reports", REPORTS).with("figures", FIGURES).in(folder.resolve(name));
    }

    /** Applies a delta that writes a few records and deletes one that is perhaps there. */
    private void delta(Random random, String name) {
        String id = "p" + random.nextInt(6);
        SmallDataset delta = SmallDataset.delta()
                .with("people", "id,name,summary,source\n%s,Of delta,d%s,paper\n".formatted(id, random.nextInt(3)))
                .with("financial_reports", REPORTS.replace("r1,acme,2022,q1,1", "d2,acme,2022,q1,2"))
                .with("figures", FIGURES.replace("f1,r1,revenue,100", "g2,d2,revenue," + random.nextInt(5)));
        boolean isThere = Door.ask("{ node(id: \"figure:f1\") { id } }").contains("figure:f1");
        importer.take((random.nextBoolean() && isThere ? delta.with("deletions", "record\nfigure:f1\n") : delta)
                .in(folder.resolve(name)), ProgressListener.NONE);
    }

    /** Writes the original or a restatement of a report, in any order. */
    private static void restate(Random random) {
        int revision = 1 + random.nextInt(4);
        Editor.edit("""
                {"summary": "restated", "citing": [{"source": "paper"}], "changes": [
                  {"financialReport": {"id": "e%1$s", "set": {"organization": "acme", "fiscalYear": 2022, "period": "%3$s",
                    "revision": %1$s, "currency": "%4$s"}}},
                  {"figure": {"id": "h%1$s", "set": {"report": "e%1$s", "metric": "revenue", "value": "%2$s", "unit": "MONEY",
                    "currency": "CNY", "qualifier": "EXACT"}}}]}""".formatted(revision, random.nextInt(9),
                random.nextBoolean() ? "Q1" : "Q2", random.nextBoolean() ? "CNY" : "USD"));
    }

    /** Merges a person into another one, or an organization, with what refers to them. */
    private static void merge(Random random, String id) {
        String other = "p" + random.nextInt(PEOPLE);
        Editor.edit(
                """
                        {"citing": [{"source": "paper"}], "changes": [
                          {"person": {"id": "%1$s", "set": {"name": "Person %3$s"}}},
                          {"affiliation": {"id": "m%1$s", "set": {"person": "%1$s", "organization": "acme", "kind": "STAFF", "title": "M"}}},
                          {"person": {"id": "%2$s", "set": {"name": "Person %4$s", "hometown": "Brno"}}},
                          {"affiliation": {"id": "m%2$s", "set": {"person": "%2$s", "organization": "acme", "kind": "STAFF", "title": "M"},
                            "citing": [{"source": "paper", "locator": "m"}]}}]}"""
                        .formatted(id, other, random.nextInt(4),
                                random.nextInt(4)));
        boolean isOfPeople = random.nextInt(4) > 0;
        mutate("merge(into: \"%s\", from: \"%s\")".formatted(isOfPeople ? "person:" + id : "organization:acme",
                isOfPeople ? "person:" + other : "organization:lab"));
        if (random.nextBoolean()) {
            revert();
        }
    }

    private static void revert() {
        mutate("revert(edit: \"edit:" + last() + "\")");
    }

    private static void mutate(String field) {
        JsonNode answer = Door.tree(Editor.send(AllowedCallers.EDITOR, "mutation { " + field + " { problems { message } } }",
                Map.of()).asString());
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    }
}
