package dev.footnote.dataset.export;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** Terms of other vocabularies for entity types and columns. Where none fits, a term of our own vocabulary is used. */
final class JsonLdContext {

    /** Fixed and inline, so that no processor has to fetch anything. */
    static final String CONTEXT = """
            {"schema": "https://schema.org/", "org": "http://www.w3.org/ns/org#", "prov": "http://www.w3.org/ns/prov#", \
            "skos": "http://www.w3.org/2004/02/skos/core#", "dcterms": "http://purl.org/dc/terms/", \
            "time": "http://www.w3.org/2006/time#", "xsd": "http://www.w3.org/2001/XMLSchema#", \
            "fn": "urn:footnote:term:"}""";

    private static final String UNRESERVED = "-._~";

    /** Properties by table and column. A column without an entry gets a property of our own vocabulary. */
    private static final Map<String, String> PROPERTIES = Map.ofEntries(
            Map.entry("source.title", "schema:name"), Map.entry("source.url", "schema:url"),
            Map.entry("source.publisher", "schema:publisher"), Map.entry("source.authors", "schema:author"),
            Map.entry("source.published", "schema:datePublished"), Map.entry("source.language", "schema:inLanguage"),
            Map.entry("source.licence", "schema:license"),
            Map.entry("person.name", "schema:name"), Map.entry("person.summary", "schema:description"),
            Map.entry("organization.name", "schema:name"), Map.entry("organization.summary", "schema:description"),
            Map.entry("organization.founded", "schema:foundingDate"), Map.entry("organization.website", "schema:url"),
            Map.entry("affiliation.person", "org:member"), Map.entry("affiliation.organization", "org:organization"),
            Map.entry("affiliation.title", "schema:roleName"), Map.entry("affiliation.from", "schema:startDate"),
            Map.entry("affiliation.to", "schema:endDate"),
            Map.entry("organization_link.from", "schema:startDate"), Map.entry("organization_link.to", "schema:endDate"),
            Map.entry("identifier.scheme", "schema:propertyID"), Map.entry("identifier.value", "schema:value"),
            Map.entry("initiative.name", "schema:name"), Map.entry("initiative.summary", "schema:description"),
            Map.entry("initiative.started", "schema:startDate"), Map.entry("initiative.ended", "schema:endDate"),
            Map.entry("initiative.parent", "dcterms:isPartOf"),
            Map.entry("participation.title", "schema:roleName"), Map.entry("participation.from", "schema:startDate"),
            Map.entry("participation.to", "schema:endDate"),
            Map.entry("topic.name", "skos:prefLabel"),
            Map.entry("event.name", "schema:name"), Map.entry("event.description", "schema:description"),
            Map.entry("event.date", "schema:startDate"), Map.entry("event.end", "schema:endDate"),
            Map.entry("event.organization", "schema:about"),
            Map.entry("product.name", "schema:name"), Map.entry("product.summary", "schema:description"),
            Map.entry("product.maker", "schema:manufacturer"), Map.entry("product.announced", "schema:releaseDate"),
            Map.entry("product.part_of", "dcterms:isPartOf"), Map.entry("product.based_on", "schema:isBasedOn"),
            Map.entry("financial_report.organization", "schema:about"),
            Map.entry("financial_report.published", "schema:datePublished"),
            Map.entry("name.text", "schema:name"));

    private static final Map<String, String[]> TYPES = Map.ofEntries(Map.entry("person", all("schema:Person")),
            Map.entry("organization", all("schema:Organization", "org:Organization")),
            Map.entry("affiliation", all("org:Membership", "schema:OrganizationRole")),
            Map.entry("organization_link", all("fn:OrganizationLink")),
            Map.entry("identifier", all("schema:PropertyValue")), Map.entry("name", all("fn:Name")),
            Map.entry("initiative", all("fn:Initiative")), Map.entry("participation", all("schema:Role")),
            Map.entry("topic", all("skos:Concept")), Map.entry("initiative_topic", all("fn:InitiativeTopic")),
            Map.entry("event", all("schema:Event")), Map.entry("event_topic", all("fn:EventTopic")),
            Map.entry("product", all("schema:Product")), Map.entry("financial_report", all("schema:Report")),
            Map.entry("figure", all("schema:QuantitativeValue")), Map.entry("source", all("schema:CreativeWork")));

    /** Additional types by table and kind. */
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("organization.company", "schema:Corporation"),
            Map.entry("organization.university", "schema:CollegeOrUniversity"),
            Map.entry("organization.government", "schema:GovernmentOrganization"),
            Map.entry("organization.research_institute", "schema:ResearchOrganization"),
            Map.entry("organization.nonprofit", "schema:NGO"), Map.entry("organization.team", "org:OrganizationalUnit"),
            Map.entry("organization.laboratory", "org:OrganizationalUnit"),
            Map.entry("organization.department", "org:OrganizationalUnit"),
            Map.entry("initiative.programme", "schema:Project"), Map.entry("product.vehicle", "schema:Vehicle"),
            Map.entry("source.article", "schema:Article"), Map.entry("source.report", "schema:Report"),
            Map.entry("source.dataset", "schema:Dataset"), Map.entry("source.website", "schema:WebPage"),
            Map.entry("source.book", "schema:Book"));

    private JsonLdContext() {
    }

    private static String[] all(String... types) {
        return types;
    }

    static String[] types(String table) {
        return TYPES.getOrDefault(table, all("fn:Record"));
    }

    /** @return null if the kind has no type of its own */
    static String kind(String table, String kind) {
        return KINDS.get(table + "." + kind);
    }

    static String property(String table, String header) {
        return PROPERTIES.getOrDefault(table + "." + header, "fn:" + camel(header));
    }

    /** The field name in the API. */
    private static String camel(String header) {
        StringBuilder name = new StringBuilder();
        for (String word : header.split("_")) {
            name.append(name.isEmpty() ? word : word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1));
        }
        return name.toString();
    }

    static Map<String, Object> reference(String table, String slug) {
        return Map.of("@id", iri(table, slug));
    }

    /** The global id of a record as an IRI. All characters except letters, digits and {@code -._~} are percent-encoded. */
    static String iri(String table, String slug) {
        StringBuilder iri = new StringBuilder("urn:footnote:").append(table).append(':');
        for (byte one : slug.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (one & 0xff);
            boolean plain = character < 128 && Character.isLetterOrDigit(character) || UNRESERVED.indexOf(character) >= 0;
            if (plain) {
                iri.append(character);
            } else {
                iri.append('%').append(String.format(Locale.ROOT, "%02X", (int) character));
            }
        }
        return iri.toString();
    }
}
