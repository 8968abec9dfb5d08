package dev.footnote.dataset.export;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.footnote.dataset.snapshot.RecordRow;

/**
 * Converts records to FollowTheMoney things: sources, people, organizations, initiatives and events, with their names and
 * identifiers.
 */
final class FtmThingWriter {

    private static final Map<String, String> NAMES = Map.of("former", "previousName", "abbreviation", "weakAlias");

    private FtmThingWriter() {
    }

    static FtmEntityBuilder of(RecordRow row) {
        return switch (row.entityColumns().entityType().table()) {
            case "source" -> source(row);
            case "person" -> new FtmEntityBuilder("Person", row).take("name", "name").take("summary", "summary");
            case "organization" -> organization(row);
            case "event" -> event(row);
            default -> initiative(row);
        };
    }

    private static FtmEntityBuilder source(RecordRow row) {
        boolean article = row.cell("kind").equals("article");
        FtmEntityBuilder entity = new FtmEntityBuilder(article ? "Article" : "Document", row).take("name", "title")
                .take("title", "title")
                .take("sourceUrl", "url").put("publisher", row.beside()).take("publishedAt", "published")
                .take("retrievedAt", "retrieved");
        entity.hold("publisher");
        if (article) {
            entity.hold("kind");
        }
        String authors = entity.hold("authors");
        if (authors != null) {
            Stream.of(authors.split(";")).map(String::strip).filter(author -> !author.isEmpty())
                    .forEach(author -> entity.put("author", author));
        }
        String language = row.cell("language") == null ? null : threeLetters(row.cell("language"));
        if (language != null) {
            entity.put("language", language).hold("language");
        }
        return entity;
    }

    /** @return null if the language has no three-letter code */
    private static String threeLetters(String tag) {
        try {
            String code = Locale.forLanguageTag(tag).getISO3Language();
            return code.isEmpty() ? null : code;
        } catch (MissingResourceException e) {
            return null;
        }
    }

    private static FtmEntityBuilder organization(RecordRow row) {
        String schema = switch (row.cell("kind")) {
            case "company" -> "Company";
            case "government", "development_zone" -> "PublicBody";
            default -> "Organization";
        };
        FtmEntityBuilder entity = new FtmEntityBuilder(schema, row).take("name", "name").take("summary", "summary")
                .take("country", "country")
                .take("address", "city").take("incorporationDate", "founded").take("website", "website")
                .take("status", "status").put("classification", row.cell("kind").replace('_', ' '));
        entity.hold("kind");
        return country(entity);
    }

    /** Converts country codes to lower case, as in FollowTheMoney. */
    private static FtmEntityBuilder country(FtmEntityBuilder entity) {
        entity.properties.computeIfPresent("country",
                (key, codes) -> codes.stream().map(code -> code.toLowerCase(Locale.ROOT)).collect(Collectors.toSet()));
        return entity;
    }

    private static FtmEntityBuilder initiative(RecordRow row) {
        return placed("address", new FtmEntityBuilder("Project", row).take("name", "name").take("summary", "summary")
                .take("startDate", "started").take("endDate", "ended").take("status", "status"));
    }

    private static FtmEntityBuilder event(RecordRow row) {
        return placed("location", new FtmEntityBuilder("Event", row).take("name", "name").take("summary", "description")
                .take("startDate", "date").take("endDate", "end"));
    }

    /** Adds the kind and the location. */
    private static FtmEntityBuilder placed(String property, FtmEntityBuilder entity) {
        entity.put("keywords", entity.hold("kind").replace('_', ' ')).take("country", "country");
        String place = Stream.of(entity.hold("place"), entity.hold("city")).filter(part -> part != null)
                .collect(Collectors.joining(", "));
        return country(entity.put(property, place.isEmpty() ? null : place));
    }

    static void name(FtmEntityBuilder bearer, RecordRow name, LossReport losses) {
        bearer.put(NAMES.getOrDefault(name.cell("kind"), "alias"), name.cell("text"));
        if (name.cell("language") != null) {
            losses.add("names: language");
        }
        if (!NAMES.containsKey(name.cell("kind")) && !name.cell("kind").equals("alias")) {
            losses.add("names: kind, where it is " + name.cell("kind"));
        }
    }

    static void identify(FtmEntityBuilder bearer, RecordRow identifier, LossReport losses) {
        String scheme = identifier.cell("scheme");
        String property = switch (scheme) {
            case "wikidata" -> "wikidataId";
            case "lei" -> "leiCode";
            case "isin" -> bearer.schema.equals("Company") ? "isinCode" : null;
            case "ticker" -> bearer.schema.equals("Company") ? "ticker" : null;
            default -> null;
        };
        if (property == null) {
            losses.add("identifiers: of scheme " + scheme);
        } else {
            bearer.put(property, identifier.cell("value"));
        }
    }

    /**
     * Adds a participant of an event, which is a property of the event. A participant of an initiative is an entity of its own.
     */
    static void involve(FtmEntityBuilder event, RecordRow part) {
        String property = part.cell("role").equals("organizer") || part.cell("role").equals("host") ? "organizer" : "involved";
        for (String kind : new String[] { "organization", "person" }) {
            if (part.cell(kind) != null) {
                event.put(property, FtmEntityBuilder.id(kind, part.cell(kind)));
            }
        }
    }
}
