package dev.footnote.explorer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.footnote.explorer.document.ExplorerDocuments;
import dev.footnote.explorer.view.Address;
import dev.footnote.explorer.view.Frame;
import dev.footnote.explorer.view.Link;
import dev.footnote.explorer.view.Note;
import dev.footnote.explorer.view.Tools;
import dev.footnote.explorer.view.Wording;
import dev.footnote.metamodel.QueryField;
import dev.footnote.query.FeatureFlags;
import dev.footnote.query.GraphQLRequest;
import io.quarkus.qute.RawString;

/** Makes the frame of a page: navigation, the query behind it, and its footnotes. */
@Singleton
class Frames {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ExplorerDocuments documents;
    private final FeatureFlags switches;

    Frames(ExplorerDocuments documents, FeatureFlags switches) {
        this.documents = documents;
        this.switches = switches;
    }

    /**
     * What a page puts into its frame.
     *
     * @param table the document for exports, if the page is a list
     * @param dated whether the page can be shown as of a date
     */
    record Parts(Address address, GraphQLRequest request, String title, String description, Optional<String> table,
            boolean dated, Optional<RawString> jsonLd, List<Note> notes) {

        /** A page that can be shown as of a date. */
        Parts ofDate() {
            return new Parts(address, request, title, description, table, true, jsonLd, notes);
        }

        static Parts of(Address address, GraphQLRequest request, String title, String description, List<Note> notes) {
            return new Parts(address, request, title, description, Optional.empty(), false, Optional.empty(), notes);
        }
    }

    Frame of(Parts parts) {
        Address address = parts.address();
        List<Link> navigation = documents.nouns().stream().map(list -> link(list, address)).toList();
        return new Frame(parts.title(), parts.description(), address, parts.dated(), navigation,
                parts.request() == null ? null : tools(parts.request(), parts.table()), parts.jsonLd().orElse(null),
                parts.notes());
    }

    static Link link(QueryField.Connection list, Address address) {
        return new Link(Wording.title(list.name()), address.dated("/" + ExplorerDocuments.segment(list)));
    }

    private Tools tools(GraphQLRequest request, Optional<String> table) {
        String name = request.name();
        String graphiql = switches.graphiql() ? "/graphiql?documentId=" + name + "&variables="
                + Address.encoded(json(request.variables())) : null;
        Map<String, Object> exported = new LinkedHashMap<>(request.variables());
        List.of("first", "last", "after", "before").forEach(exported::remove);
        String query = url(exported);
        return new Tools(name, "/documents/" + name + ".graphql", json(request.variables()), graphiql,
                "/q/" + name + url(request.variables()), table.map(export -> "/q/" + export + ".csv" + query).orElse(null),
                table.map(export -> "/q/" + export + ".ndjson" + query).orElse(null));
    }

    private static String url(Map<String, Object> variables) {
        String query = variables.entrySet().stream().map(variable -> variable.getKey() + "=" + Address.encoded(
                variable.getValue() instanceof String || variable.getValue() instanceof Integer
                        ? variable.getValue().toString()
                        : json(variable.getValue())))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Maps, lists and texts can be written as JSON", e);
        }
    }
}
