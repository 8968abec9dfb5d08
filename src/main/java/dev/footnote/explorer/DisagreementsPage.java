package dev.footnote.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.explorer.document.ExplorerDocuments;
import dev.footnote.explorer.view.Address;
import dev.footnote.explorer.view.Footnotes;
import dev.footnote.explorer.view.Link;
import dev.footnote.explorer.view.Row;
import dev.footnote.explorer.view.Wording;
import dev.footnote.query.GraphQLRequest;

/** The page of what sources disagree about, each claim with the place it was read in. */
record DisagreementsPage(Pages pages, Address address) implements Page {

    @Override
    public GraphQLRequest request() {
        String after = address.one("after");
        return new GraphQLRequest(null, ExplorerDocuments.named("disagreements"), null, null,
                after.isEmpty() ? Map.of() : Map.of("after", after));
    }

    @Override
    public RenderedPage render(JsonNode data) {
        JsonNode found = data.path("disagreements");
        Footnotes notes = new Footnotes(address);
        List<Templates.Dispute> disputes = new ArrayList<>();
        for (JsonNode one : found.path("nodes")) {
            List<Row> claims = new ArrayList<>();
            for (JsonNode claim : one.path("claims")) {
                JsonNode citation = claim.path("citation");
                claims.add(new Row(Link.to(claim.path("fact"), address), null, citation.path("note").asText(""),
                        List.of(notes.mark(citation))));
            }
            Link subject = Link.to(one.path("subject"), address);
            disputes.add(
                    new Templates.Dispute(subject, one.hasNonNull("about") ? Wording.title(one.get("about").asText()) : null,
                            claims));
        }
        JsonNode info = found.path("pageInfo");
        String next = info.path("hasNextPage").asBoolean()
                ? address.with("after", List.of(info.path("endCursor").asText()))
                : null;
        String title = address.wording().texts().disagreementsTitle();
        return RenderedPage.of(address, Templates.disagreements(
                pages.frames().of(Frames.Parts.of(address, request(), title, title, notes.notes())),
                new Templates.DisagreementsContent(found.path("totalCount").asInt(), disputes, next)));
    }
}
