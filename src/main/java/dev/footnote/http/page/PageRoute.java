package dev.footnote.http.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import dev.footnote.explorer.Explorer;
import dev.footnote.explorer.Page;
import dev.footnote.explorer.RenderedPage;
import dev.footnote.http.AcceptHeader;
import dev.footnote.http.QueryString;
import dev.footnote.http.graphql.GraphQLHandler;
import dev.footnote.http.graphql.HttpConfig;
import dev.footnote.http.graphql.HttpExchange;
import dev.footnote.http.ui.SecurityHeaders;
import dev.footnote.observability.RequestObserver;
import dev.footnote.query.FeatureFlags;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Registers the pages of the explorer. Each is answered like the GraphQL request that it consists of. */
@Singleton
public class PageRoute {

    private static final int BEFORE_STATIC_FILES = -75;
    private static final String HTML = "text/html; charset=utf-8";
    private static final String TEXT = "text/plain; charset=utf-8";

    private final Explorer explorer;
    private final GraphQLHandler answering;
    private final HttpConfig config;
    private final RequestObserver watch;
    private final FeatureFlags switches;

    PageRoute(Explorer explorer, GraphQLHandler answering, HttpConfig config, RequestObserver watch,
            FeatureFlags switches) {
        this.explorer = explorer;
        this.answering = answering;
        this.config = config;
        this.watch = watch;
        this.switches = switches;
    }

    void open(@Observes Router router) {
        if (switches.explorer()) {
            router.route().order(BEFORE_STATIC_FILES).handler(this::enter);
        }
    }

    /** Whether the path is the text of a document of the pages, which is the same for every dataset. */
    public boolean isPublic(String path) {
        return switches.explorer() && explorer.document(path).isPresent();
    }

    /** The request for a page, as far as it is refused; empty if there is no page at its address. */
    public Optional<HttpExchange> exchange(RoutingContext context) {
        return Optional.ofNullable(path(context)).filter(path -> switches.explorer())
                .flatMap(path -> explorer.page(path, Map.of(), locale(context)))
                .map(page -> new PageExchange(context, config.cost(), watch, explorer, page));
    }

    private Locale locale(RoutingContext context) {
        return explorer.locale(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private void enter(RoutingContext context) {
        String path = path(context);
        if (path == null || !explorer.has(path)) {
            context.next();
            return;
        }
        HttpMethod method = context.request().method();
        Optional<String> document = explorer.document(path);
        String type = document.isPresent() ? TEXT : HTML;
        if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
            context.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD");
            end(context.response(), 405, TEXT, "Use GET.\n");
        } else if (AcceptHeader.of(context.request().headers().getAll(HttpHeaders.ACCEPT)).refuses(type)) {
            end(context.response(), 406, TEXT,
                    "This address is answered as " + type + ", which the header Accept excludes.\n");
        } else if (document.isPresent()) {
            end(context.response(), 200, TEXT, document.get());
        } else {
            page(context, path);
        }
    }

    /** The decoded path, or null if it is not encoded correctly or names no single path. */
    private static String path(RoutingContext context) {
        String path = context.normalizedPath();
        try {
            // as a query, because a path and a parameter are decoded by the same rules except for the plus sign
            return path == null ? null
                    : QueryString.of("?path=" + path.replace("+", "%2B").replace("&", "%26"))
                            .get("path").get(0);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private void page(RoutingContext context, String path) {
        Locale locale = locale(context);
        Map<String, List<String>> parameters;
        try {
            parameters = QueryString.of(context.request().uri());
        } catch (IllegalArgumentException e) {
            RenderedPage error = explorer.error(path, locale, 400, e.getMessage() + " Encode it in UTF-8 and percent signs.");
            end(context.response(), error.status(), HTML, new String(error.html(), StandardCharsets.UTF_8));
            return;
        }
        Page page = explorer.page(path, parameters, locale).orElseThrow();
        byte[] asked = ("page " + locale + " " + context.request().uri()).getBytes(StandardCharsets.UTF_8);
        answering.page(new PageExchange(context, config.cost(), watch, explorer, page), asked, page.request());
    }

    private static void end(HttpServerResponse response, int status, String type, String text) {
        SecurityHeaders.explorer(response);
        Buffer content = Buffer.buffer(text);
        response.setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, type)
                .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(content.length())).end(content);
    }
}
