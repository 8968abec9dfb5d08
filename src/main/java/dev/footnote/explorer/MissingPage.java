package dev.footnote.explorer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.explorer.document.ExplorerDocuments;
import dev.footnote.explorer.document.Gap;
import dev.footnote.explorer.view.Address;
import dev.footnote.explorer.view.Link;
import dev.footnote.explorer.view.Texts;
import dev.footnote.query.GraphQLRequest;

/** The page of what the dataset does not know: how many records of each list lack a source, a date, a description or an end. */
record MissingPage(Pages pages, Address address) implements Page {

    private static final String PART = "part";

    @Override
    public GraphQLRequest request() {
        return new GraphQLRequest(null, ExplorerDocuments.missing(part()), null, null, address.moment());
    }

    private int part() {
        String part = address.one(PART);
        int asked = part.matches("[1-9][0-9]{0,2}") ? Integer.parseInt(part) : 1;
        return Math.min(asked, pages.documents().partsOfGaps());
    }

    @Override
    public RenderedPage render(JsonNode data) {
        Map<String, Templates.Gaps> lists = new LinkedHashMap<>();
        for (Gap gap : pages.documents().gaps(part())) {
            Link all = Frames.link(gap.list(), address);
            Templates.Gaps list = lists.computeIfAbsent(gap.list().name(), name -> new Templates.Gaps(all, empty()));
            int count = data.path(gap.alias()).path("totalCount").asInt();
            String href = address.dated("/" + ExplorerDocuments.segment(gap.list()) + "?where=" + Address.encoded(gap.where()));
            list.gaps().set(gap.kind().ordinal(), Optional.of(
                    new Templates.GapCount(href, all.text() + ", " + text(gap.kind()) + ": " + count, count)));
        }
        String title = address.wording().texts().missing();
        String next = part() < pages.documents().partsOfGaps()
                ? address.with(PART, List.of(Integer.toString(part() + 1)))
                : null;
        return RenderedPage.of(address, Templates.missing(
                pages.frames().of(Frames.Parts.of(address, request(), title, title, List.of()).ofDate()),
                new Templates.MissingContent(Stream.of(Gap.Kind.values()).map(this::text).toList(),
                        List.copyOf(lists.values()), next)));
    }

    private static List<Optional<Templates.GapCount>> empty() {
        return new ArrayList<>(Collections.nCopies(Gap.Kind.values().length, Optional.empty()));
    }

    private String text(Gap.Kind kind) {
        Texts texts = address.wording().texts();
        return switch (kind) {
            case SOURCE -> texts.oneSource();
            case DATE -> texts.noDate();
            case DESCRIPTION -> texts.noDescription();
            case END -> texts.openEnd();
        };
    }
}
