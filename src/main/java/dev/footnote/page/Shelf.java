package dev.footnote.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import dev.footnote.limit.Switches;
import dev.footnote.schema.SchemaText;
import io.quarkus.runtime.LaunchMode;

/** The files that are served, by their paths. What is not named here is not served, whatever lies on the class path. */
@Singleton
class Shelf {

    static final String SCHEMA = "/graphql/schema.graphql";

    private static final String HOME = "/";
    private static final Pattern OURS = Pattern.compile("/footnote\\.(css|js|svg)|/examples/[a-z0-9-]+\\.(graphql|json)");
    private static final Pattern GRAPHIQL = Pattern
            .compile("/graphiql/((graphiql|react|react-dom)(\\.production)?\\.min\\.(css|js))");

    private final SchemaText schema;
    private final Switches switches;
    private final Map<String, Sheet> kept = new ConcurrentHashMap<>();

    Shelf(SchemaText schema, Switches switches) {
        this.schema = schema;
        this.switches = switches;
    }

    /** Whether it is worth looking; takes no time. */
    boolean mayHave(String path) {
        return path.equals(SCHEMA) ? switches.introspection() : switches.graphiql() && resource(path) != null;
    }

    /** @return null where it was not read yet */
    Sheet kept(String path) {
        return kept.get(path);
    }

    /** Takes its time. @return null where there is none */
    Sheet read(String path) throws IOException {
        byte[] content = path.equals(SCHEMA) ? schema.print().getBytes(StandardCharsets.UTF_8) : content(resource(path));
        if (content == null) {
            return null;
        }
        Sheet sheet = Sheet.of(path, content);
        if (LaunchMode.current() != LaunchMode.DEVELOPMENT) {
            // not while somebody works on the page
            kept.put(path, sheet);
        }
        return sheet;
    }

    private static byte[] content(String resource) throws IOException {
        try (InputStream in = Shelf.class.getClassLoader().getResourceAsStream("META-INF/resources/" + resource)) {
            return in == null ? null : in.readAllBytes();
        }
    }

    private static String resource(String path) {
        if (path.equals(HOME)) {
            return "index.html";
        }
        if (OURS.matcher(path).matches()) {
            return path.substring(1);
        }
        Matcher graphiql = GRAPHIQL.matcher(path);
        return graphiql.matches() ? "graphql-ui/" + graphiql.group(1) : null;
    }
}
