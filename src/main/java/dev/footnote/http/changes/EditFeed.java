package dev.footnote.http.changes;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import com.fasterxml.jackson.databind.JsonNode;

/** The latest edits as an Atom feed. Its ids do not depend on the address, because one server may have several. */
final class EditFeed {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final String address;
    private final XMLStreamWriter xml;

    private EditFeed(String address, XMLStreamWriter xml) {
        this.address = address;
        this.xml = xml;
    }

    /**
     * The feed in UTF-8.
     *
     * @param data the answer to its document
     * @param address of the server as the client knows it
     */
    static byte[] of(JsonNode data, String address) throws XMLStreamException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
        new EditFeed(address, xml).write(data);
        xml.close();
        return out.toByteArray();
    }

    private void write(JsonNode data) throws XMLStreamException {
        String self = address + "/changes.atom";
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        element("id", id("edits of " + data.at("/dataset/slug").asText()));
        element("title", "Edits of " + data.at("/dataset/title").asText("the dataset"));
        element("updated", data.at("/edits/nodes/0/madeAt").asText("1970-01-01T00:00:00Z"));
        link("self", self);
        for (JsonNode edit : data.at("/edits/nodes")) {
            entry(edit);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void entry(JsonNode edit) throws XMLStreamException {
        String id = edit.get("id").asText();
        xml.writeStartElement("entry");
        // the number of an edit is given again in another database, but not at the same time
        element("id", id(id + " of " + edit.get("madeAt").asText()));
        element("title", edit.get("summary").asText(edit.get("kind").asText()));
        element("updated", edit.get("madeAt").asText());
        xml.writeStartElement("author");
        element("name", edit.get("madeBy").asText("command line"));
        xml.writeEndElement();
        link("alternate", address + "/edit/" + id.substring("edit:".length()));
        StringBuilder content = new StringBuilder();
        edit.at("/changes/nodes").forEach(change -> content.append(change.get("action").asText()).append(' ')
                .append(change.get("record").asText()).append('\n'));
        int more = edit.at("/changes/totalCount").asInt() - edit.at("/changes/nodes").size();
        element("content", content + (more > 0 ? "and " + more + " more\n" : ""));
        xml.writeEndElement();
    }

    private static String id(String name) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        // control characters cannot be written in XML 1.0
        xml.writeCharacters(text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", "\ufffd"));
        xml.writeEndElement();
    }

    private void link(String relation, String target) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", target);
    }
}
