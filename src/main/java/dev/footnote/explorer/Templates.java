package dev.footnote.explorer;

import java.util.List;
import java.util.Optional;

import dev.footnote.explorer.picture.NeighbourGraph;
import dev.footnote.explorer.picture.WholeGraph;
import dev.footnote.explorer.view.EditField;
import dev.footnote.explorer.view.Fact;
import dev.footnote.explorer.view.Frame;
import dev.footnote.explorer.view.Link;
import dev.footnote.explorer.view.Mark;
import dev.footnote.explorer.view.PartsTree;
import dev.footnote.explorer.view.Row;
import dev.footnote.explorer.view.Section;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The templates, with the types of what they show. */
@CheckedTemplate(basePath = "explorer")
final class Templates {

    private Templates() {
    }

    /**
     * @param list the list of the records of its kind, or null
     * @param names other names with what is known about each
     * @param neighbours a picture of the records that the sections list, or null
     * @param tree the record between its parts and wholes
     * @param graph the id of the record if its neighbours can be asked for, or null
     * @param path the search for a path from here, or null
     * @param edit the page on which the record is edited, or null
     */
    record RecordContent(String kind, String list, List<Mark> marks, String summary, List<Row> names, List<Fact> facts,
            NeighbourGraph neighbours, String graph, List<PartsTree.Node> tree, List<Section> sections, String path,
            String edit) {

        /** Whether any section has drawings. */
        public boolean isDrawn() {
            return sections.stream().anyMatch(Section::isDrawn);
        }
    }

    /** A field to narrow a list down by. */
    record FacetContent(String title, List<FacetValue> values, boolean more) {
    }

    /** @param chosen whether the list is narrowed down to the value; the link then removes it */
    record FacetValue(String text, String href, int count, boolean chosen) {
    }

    record ListContent(String help, int total, List<Row> rows, List<FacetContent> facets, List<Link> orders, String previous,
            String next) {
    }

    /**
     * @param whole a picture of all that is connected, or null
     * @param edits the latest
     */
    record StartContent(String about, String licence, String version, List<Kind> kinds, WholeGraph whole, List<Row> edits,
            List<Row> sources, int disagreements) {
    }

    record Kind(Link list, int count) {
    }

    record SearchContent(String query, int total, List<Row> hits, String next) {
    }

    /** What a document says in one place. */
    record Passage(String locator, List<Row> facts) {
    }

    record SourceContent(List<Fact> facts, int total, List<Passage> passages, String next) {
    }

    /**
     * What the records of one list lack.
     *
     * @param gaps one for each column; empty where the records cannot lack it
     */
    record Gaps(Link all, List<Optional<GapCount>> gaps) {
    }

    /** @param href the list of these records */
    record GapCount(String href, String label, int count) {
    }

    record MissingContent(List<String> columns, List<Gaps> lists, String next) {
    }

    /** @param about what the claims are about, or null */
    record Dispute(Link subject, String about, List<Row> claims) {
    }

    record DisagreementsContent(int total, List<Dispute> disputes, String next) {
    }

    /** A record on a path, with the facts that lead to it. */
    record Step(Link record, List<Row> facts) {
    }

    record Chain(Link start, List<Step> steps) {
    }

    /**
     * One of the two ends of a path.
     *
     * @param name of the parameter
     * @param value a name, or a global id
     * @param label of the record with that id, or null
     * @param hits the records with that name
     */
    record End(String name, String value, String label, List<Link> hits) {
    }

    /** @param chosen whether both ends are records */
    record PathContent(End from, End to, boolean chosen, List<Chain> chains) {
    }

    /**
     * @param key of a change of the record in the input of an edit
     * @param cited whether a change names where it was read
     */
    record EditContent(String id, String key, int version, List<EditField> fields, boolean cited, Link record) {
    }

    record ErrorContent(int status, String message) {
    }

    static native TemplateInstance record(Frame frame, RecordContent content);

    static native TemplateInstance list(Frame frame, ListContent content);

    static native TemplateInstance start(Frame frame, StartContent content);

    static native TemplateInstance search(Frame frame, SearchContent content);

    static native TemplateInstance source(Frame frame, SourceContent content);

    static native TemplateInstance missing(Frame frame, MissingContent content);

    static native TemplateInstance disagreements(Frame frame, DisagreementsContent content);

    static native TemplateInstance path(Frame frame, PathContent content);

    static native TemplateInstance edit(Frame frame, EditContent content);

    static native TemplateInstance error(Frame frame, ErrorContent content);
}
