package dev.footnote.http.live;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.footnote.query.Caller;
import dev.footnote.query.GraphQLRequest;
import dev.footnote.query.execution.GraphQLExecutor;
import dev.footnote.query.execution.GraphQLResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** The route {@code /changes.atom}: the latest edits as an Atom feed (RFC 4287), for feed readers. */
@Singleton
class EditFeedRoute {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String TYPE = "application/atom+xml; charset=utf-8";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LATEST = """
            query LatestEdits {
              dataset { title version }
              edits(first: 50) { nodes { id kind madeAt madeBy summary
                changes(first: 20) { totalCount nodes { record action } } } }
            }""";

    private final GraphQLExecutor executor;

    EditFeedRoute(GraphQLExecutor executor) {
        this.executor = executor;
    }

    void open(@Observes Router router) {
        ReadingRoute.open(router, "/changes.atom", this::enter);
    }

    private void enter(RoutingContext context) {
        String address = address(context.request());
        context.vertx().executeBlocking(() -> feed(address), false).onSuccess(feed -> {
            context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
            ReadingRoute.end(context, 200, TYPE, feed);
        }).onFailure(failure -> ReadingRoute.unavailable(context));
    }

    /** The address of the server as the client knows it. */
    private static String address(HttpServerRequest request) {
        return request.scheme() + "://" + request.authority();
    }

    private String feed(String address) throws IOException, XMLStreamException {
        GraphQLResponse response = executor.ask(new GraphQLRequest(LATEST, null, Map.of()).by(Caller.SERVER));
        if (response.outcome() != GraphQLResponse.Outcome.ANSWERED) {
            throw new IllegalStateException("The log of edits cannot be read: " + response.code());
        }
        JsonNode data = JSON.readTree(response.body()).get("data");
        StringWriter text = new StringWriter();
        XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        element(xml, "id", address + "/changes.atom");
        element(xml, "title", "Edits of " + data.at("/dataset/title").asText("the dataset"));
        element(xml, "updated", data.at("/edits/nodes/0/madeAt").asText("1970-01-01T00:00:00Z"));
        link(xml, "self", address + "/changes.atom");
        for (JsonNode edit : data.at("/edits/nodes")) {
            entry(xml, address, edit);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        return text.toString();
    }

    private static void entry(XMLStreamWriter xml, String address, JsonNode edit) throws XMLStreamException {
        String page = address + "/edit/" + edit.get("id").asText().substring("edit:".length());
        xml.writeStartElement("entry");
        element(xml, "id", page);
        element(xml, "title", edit.get("summary").asText(edit.get("kind").asText()));
        element(xml, "updated", edit.get("madeAt").asText());
        xml.writeStartElement("author");
        element(xml, "name", edit.get("madeBy").asText("command line"));
        xml.writeEndElement();
        link(xml, "alternate", page);
        StringBuilder content = new StringBuilder();
        edit.at("/changes/nodes").forEach(change -> content.append(change.get("action").asText()).append(' ')
                .append(change.get("record").asText()).append('\n'));
        int more = edit.at("/changes/totalCount").asInt() - edit.at("/changes/nodes").size();
        element(xml, "content", content + (more > 0 ? "and " + more + " more\n" : ""));
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        // control characters cannot be written in XML 1.0
        xml.writeCharacters(text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", "\ufffd"));
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", address);
    }
}
