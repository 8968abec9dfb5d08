package dev.footnote.http.ui;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import org.webjars.WebJarVersionLocator;

import dev.footnote.query.FeatureFlags;
import dev.footnote.query.schema.SchemaSdl;
import io.quarkus.runtime.LaunchMode;

/**
 * The static files that are served, by path. Files that are not listed here are not served, even if they are on the class path.
 */
@Singleton
public class StaticResources {

    static final String SCHEMA = "/graphql/schema.graphql";

    private static final String GRAPHIQL_PAGE = "/graphiql";
    private static final Pattern OURS = Pattern
            .compile("/footnote\\.(css|js)|/examples/(editing/)?[a-z0-9-]+\\.(graphql|json)");
    private static final Pattern EXPLORER = Pattern
            .compile("/explorer(-graph|-edit)?\\.(css|js)|/footnote\\.svg|/d3-(dispatch|force|quadtree|timer)\\.min\\.js");
    private static final Pattern D3 = Pattern.compile("/((d3-[a-z]+)\\.min\\.js)");
    private static final WebJarVersionLocator WEBJARS = new WebJarVersionLocator();
    private static final Pattern GRAPHIQL = Pattern
            .compile("/graphiql/((graphiql|react|react-dom)(\\.production)?\\.min\\.(css|js))");

    private final SchemaSdl schema;
    private final FeatureFlags switches;
    private final Map<String, StaticResource> cached = new ConcurrentHashMap<>();

    StaticResources(SchemaSdl schema, FeatureFlags switches) {
        this.schema = schema;
        this.switches = switches;
    }

    /** Whether the path may exist; does no I/O. */
    boolean mayExist(String path) {
        if (path.equals(SCHEMA)) {
            return switches.introspection();
        }
        return EXPLORER.matcher(path).matches() ? switches.explorer() || switches.graphiql()
                : switches.graphiql() && resource(path) != null;
    }

    /** Whether the path may be a file that is the same for every dataset; does no I/O. */
    public boolean isPublic(String path) {
        return !path.equals(SCHEMA) && mayExist(path);
    }

    /** @return empty if it has not been read yet */
    Optional<StaticResource> cached(String path) {
        return Optional.ofNullable(cached.get(path));
    }

    /** Reads the file, which takes time. @return empty if it does not exist */
    Optional<StaticResource> read(String path) throws IOException {
        byte[] content = path.equals(SCHEMA) ? schema.print().getBytes(StandardCharsets.UTF_8) : content(resource(path));
        if (content == null) {
            return Optional.empty();
        }
        StaticResource sheet = StaticResource.of(path, content);
        if (LaunchMode.current() != LaunchMode.DEVELOPMENT) {
            // not cached while a developer works on the page
            cached.put(path, sheet);
        }
        return Optional.of(sheet);
    }

    private static byte[] content(String resource) throws IOException {
        try (InputStream in = StaticResources.class.getClassLoader().getResourceAsStream("META-INF/resources/" + resource)) {
            return in == null ? null : in.readAllBytes();
        }
    }

    private static String resource(String path) {
        if (path.equals(GRAPHIQL_PAGE)) {
            return "index.html";
        }
        Matcher d3 = D3.matcher(path);
        if (d3.matches()) {
            String version = WEBJARS.version(d3.group(2));
            return version == null ? null : "webjars/" + d3.group(2) + "/" + version + "/dist/" + d3.group(1);
        }
        if (OURS.matcher(path).matches() || EXPLORER.matcher(path).matches()) {
            return path.substring(1);
        }
        Matcher graphiql = GRAPHIQL.matcher(path);
        return graphiql.matches() ? "graphql-ui/" + graphiql.group(1) : null;
    }
}
