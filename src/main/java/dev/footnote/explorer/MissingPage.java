package dev.footnote.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.explorer.document.ExplorerDocuments;
import dev.footnote.explorer.document.Gap;
import dev.footnote.explorer.view.Address;
import dev.footnote.explorer.view.Link;
import dev.footnote.explorer.view.Wording;
import dev.footnote.query.GraphQLRequest;

/** The page of what the dataset does not know: how many records of each list lack a source, a date, a description or an end. */
record MissingPage(Pages pages, Address address) implements Page {

    @Override
    public GraphQLRequest request() {
        return new GraphQLRequest(null, ExplorerDocuments.named("missing"), null, null, Map.of());
    }

    @Override
    public RenderedPage render(JsonNode data) {
        List<Templates.Gaps> lists = new ArrayList<>();
        for (Gap gap : pages.documents().gaps()) {
            String list = Wording.title(gap.list().name());
            if (lists.isEmpty() || !lists.get(lists.size() - 1).list().equals(list)) {
                lists.add(new Templates.Gaps(list, new ArrayList<>()));
            }
            String href = "/" + ExplorerDocuments.segment(gap.list()) + "?where=" + Address.encoded(gap.where());
            String text = gap.isSource() ? null : Wording.title(gap.field()).toLowerCase(Locale.ROOT);
            lists.get(lists.size() - 1).gaps().add(new Templates.GapCount(new Link(text, href),
                    data.path(gap.alias()).path("totalCount").asInt()));
        }
        String title = address.wording().texts().missing();
        return RenderedPage.of(address, Templates.missing(
                pages.frames().of(Frames.Parts.of(address, request(), title, title, List.of())),
                new Templates.MissingContent(lists)));
    }
}
