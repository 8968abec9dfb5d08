package dev.footnote.dataset.ftm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * An entity of FollowTheMoney.
 *
 * @param properties all values of each property
 * @param others names of the keys other than the known ones
 * @param line its line number in the file
 */
public record FtmEntity(String id, String schema, String caption, Map<String, List<String>> properties, List<String> datasets,
        List<String> others, long line) {

    private static final JsonFactory JSON = new JsonFactory();

    /** Parses one line. */
    static FtmEntity read(byte[] bytes, int length, long line) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, List<String>> properties = new LinkedHashMap<>();
        List<String> datasets = new ArrayList<>();
        List<String> others = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(bytes, 0, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return new FtmEntity(null, null, null, properties, datasets, others, line);
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                parser.nextToken();
                switch (key) {
                    case "id", "schema", "caption" -> texts.put(key, text(parser));
                    case "properties" -> properties(parser, properties);
                    case "datasets" -> datasets.addAll(texts(parser));
                    default -> {
                        others.add(key);
                        parser.skipChildren();
                    }
                }
            }
        }
        return new FtmEntity(texts.get("id"), texts.get("schema"), texts.get("caption"), properties, datasets, others, line);
    }

    private static void properties(JsonParser parser, Map<String, List<String>> properties) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            List<String> values = texts(parser);
            if (!values.isEmpty()) {
                properties.put(name, values);
            }
        }
    }

    private static List<String> texts(JsonParser parser) throws IOException {
        List<String> texts = new ArrayList<>();
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            add(texts, text(parser));
            return texts;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            add(texts, text(parser));
        }
        return texts;
    }

    private static void add(List<String> texts, String text) {
        if (text != null && !text.isBlank() && !texts.contains(text)) {
            texts.add(text);
        }
    }

    /** Text of a string or number; for a nested entity, its id. */
    private static String text(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            String text = parser.currentToken().isScalarValue() && parser.currentToken() != JsonToken.VALUE_NULL
                    ? sound(parser.getText())
                    : null;
            parser.skipChildren();
            return text;
        }
        String id = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean named = parser.currentName().equals("id");
            parser.nextToken();
            id = named && parser.currentToken().isScalarValue() ? sound(parser.getText()) : id;
            parser.skipChildren();
        }
        return id;
    }

    /** Replaces what no database can store, U+0000 and unpaired surrogates, by the replacement character. */
    private static String sound(String text) {
        StringBuilder sound = new StringBuilder();
        text.codePoints().forEach(one -> sound.appendCodePoint(one == 0 || Character.getType(one) == Character.SURROGATE
                ? '\ufffd'
                : one));
        return sound.toString();
    }

    /** Adds the contents of another line of the same entity. */
    FtmEntity with(FtmEntity other, String narrowest) {
        Map<String, List<String>> together = new LinkedHashMap<>(properties);
        other.properties.forEach((name, values) -> together.merge(name, values, FtmEntity::union));
        return new FtmEntity(id, narrowest, caption == null ? other.caption : caption, together,
                union(datasets, other.datasets), union(others, other.others), line);
    }

    private static List<String> union(List<String> one, List<String> other) {
        Set<String> union = new LinkedHashSet<>(one);
        union.addAll(other);
        return List.copyOf(union);
    }

    /** Number of values. */
    long size() {
        return 1 + properties.values().stream().mapToLong(List::size).sum();
    }

    public List<String> all(String property) {
        return properties.getOrDefault(property, List.of());
    }

    /** @return null if the property has no value */
    public String first(String property) {
        return all(property).isEmpty() ? null : all(property).get(0);
    }
}
