package dev.footnote.dataset.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;

/**
 * A value of a JSON file, with its position.
 *
 * @param value a text, a boolean, null, a list of {@code LocatedJson} or a map of {@code LocatedJson} by key
 */
record LocatedJson(Object value, int line, int column) {

    private static final JsonFactory JSON = JsonFactory.builder().enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA).enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    /** Reads JSON that may contain comments. */
    static LocatedJson read(InputStream in) throws IOException {
        try (JsonParser parser = JSON.createParser(in)) {
            parser.nextToken();
            return read(parser);
        }
    }

    private static LocatedJson read(JsonParser parser) throws IOException {
        JsonLocation place = parser.currentTokenLocation();
        return new LocatedJson(value(parser), place.getLineNr(), place.getColumnNr());
    }

    private static Object value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, LocatedJson> map = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String key = parser.currentName();
                parser.nextToken();
                map.put(key, read(parser));
            }
            return map;
        }
        if (token == JsonToken.START_ARRAY) {
            List<LocatedJson> list = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                list.add(read(parser));
            }
            return list;
        }
        if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            return token == JsonToken.VALUE_TRUE;
        }
        return token == null || token == JsonToken.VALUE_NULL ? null : parser.getText();
    }

    /** @return null if the value is not a text */
    String text() {
        return value instanceof String text ? text : null;
    }

    /** @return null if the value is not an object */
    @SuppressWarnings("unchecked")
    Map<String, LocatedJson> map() {
        return value instanceof Map<?, ?> map ? (Map<String, LocatedJson>) map : null;
    }

    /** The values of a list; a single value is treated as a list of one. */
    @SuppressWarnings("unchecked")
    List<LocatedJson> list() {
        return value instanceof List<?> list ? (List<LocatedJson>) list : List.of(this);
    }
}
