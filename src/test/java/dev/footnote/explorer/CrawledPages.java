package dev.footnote.explorer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

import io.restassured.response.Response;

/** All pages that links lead to from the start page. The first look at them checks that each link leads somewhere. */
final class CrawledPages {

    private static final Pattern LINK = Pattern.compile("(?:href|src|action)=\"([^\"]*)\"");
    private static final List<String> OTHERS = List.of("/organization/nobody", "/path", "/path?from=luan+jian&to=wuhan",
            "/path?from=person:luan-jian&to=organization:wuhan-university", "/search?query=lei", "/search?query=nothing",
            "/organization/xiaomi?at=2018", "/organizations?where=kind:COMPANY&sort=-number", "/organizations?at=soon");

    private static Map<String, String> pages;

    private CrawledPages() {
    }

    /**
     * The pages by their paths. Facets and orders of lists are followed only from one list, and forms only of
     * some kinds, because there are so many.
     */
    static synchronized Map<String, String> all() {
        if (pages == null) {
            Map<String, String> found = new LinkedHashMap<>();
            Deque<String> open = new ArrayDeque<>(List.of("/"));
            Set<String> seen = new LinkedHashSet<>(open);
            while (!open.isEmpty()) {
                String path = open.poll();
                Response got = given().urlEncodingEnabled(false).get(path);
                assertThat(got.statusCode()).as(path).isEqualTo(200);
                if (got.contentType().startsWith("text/html") && !path.startsWith("/graphiql")) {
                    found.put(path, got.asString());
                    links(got.asString()).filter(seen::add).forEach(open::add);
                }
            }
            OTHERS.forEach(path -> found.put(path, given().urlEncodingEnabled(false).get(path).asString()));
            pages = found;
        }
        return pages;
    }

    private static Stream<String> links(String html) {
        return LINK.matcher(html).results().map(link -> link.group(1).replace("&amp;", "&"))
                .filter(link -> link.startsWith("/") && !link.contains("sort=")
                        && (!link.contains("where=") || link.startsWith("/reports?"))
                        && (!link.startsWith("/edit/") || link.startsWith("/edit/p")));
    }

    /** As few pages as have every element in every surrounding that there is on any page, with the same attributes. */
    static List<String> ofEachStructure() {
        List<String> chosen = new ArrayList<>();
        Set<String> known = new HashSet<>();
        all().forEach((path, html) -> {
            if (known.addAll(structure(html))) {
                chosen.add(path);
            }
        });
        return chosen;
    }

    private static Set<String> structure(String html) {
        return Jsoup.parse(html).body().getAllElements().stream().map(one -> name(one.parent()) + " > " + name(one))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(Element element) {
        return element == null ? ""
                : element.tagName() + "." + element.className() + element.attributes().asList().stream().map(Attribute::getKey)
                        .sorted().toList();
    }
}
