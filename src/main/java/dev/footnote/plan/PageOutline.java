package dev.footnote.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.footnote.json.Output.Name;
import dev.footnote.question.Fetch;
import dev.footnote.question.Selection;
import graphql.language.Field;

/** The parts of a connection, its edges and its page information; notes on the fetch what they need. */
final class PageOutline {

    private final Outline outline;
    private final Selection selection;
    private final Fetch fetch;
    private final String noun;

    PageOutline(Outline outline, Selection selection, Fetch fetch) {
        this.outline = outline;
        this.selection = selection;
        this.fetch = fetch;
        this.noun = fetch.noun.type();
    }

    List<Part> parts(List<Field> parents) {
        List<Part> parts = new ArrayList<>();
        selection.fields(Set.of(noun + "Connection"), parents)
                .forEach((response, fields) -> parts.add(connection(Name.of(response), fields)));
        return parts;
    }

    private Part connection(Name name, List<Field> fields) {
        switch (fields.get(0).getName()) {
            case "edges" -> {
                fetch.rows = true;
                return Part.rows(name, noun + "Edge", edges(fields));
            }
            case "nodes" -> {
                fetch.rows = true;
                return Part.rows(name, noun, outline.record(fetch, fetch.noun, "t", fields));
            }
            case "pageInfo" -> {
                return Part.pageInfo(name, pageInfo(fields));
            }
            case "totalCount" -> {
                fetch.count = true;
                return Part.total(name);
            }
            default -> {
                return Part.constant(name, noun + "Connection");
            }
        }
    }

    private List<Part> edges(List<Field> parents) {
        List<Part> parts = new ArrayList<>();
        selection.fields(Set.of(noun + "Edge"), parents)
                .forEach((response, fields) -> parts.add(edge(Name.of(response), fields)));
        return parts;
    }

    private Part edge(Name name, List<Field> fields) {
        switch (fields.get(0).getName()) {
            case "node" -> {
                return Part.node(name, noun, outline.record(fetch, fetch.noun, "t", fields));
            }
            case "cursor" -> {
                fetch.cursors = true;
                return Part.cursor(name);
            }
            default -> {
                return Part.constant(name, noun + "Edge");
            }
        }
    }

    private List<Part> pageInfo(List<Field> parents) {
        fetch.rows = true;
        fetch.bounds = true;
        fetch.cursors = true;
        List<Part> parts = new ArrayList<>();
        selection.fields(Set.of("PageInfo"), parents).forEach((response, fields) -> {
            Name name = Name.of(response);
            parts.add(switch (fields.get(0).getName()) {
                case "hasNextPage" -> Part.hasNext(name);
                case "hasPreviousPage" -> Part.hasPrevious(name);
                case "startCursor" -> Part.boundary(name, true);
                case "endCursor" -> Part.boundary(name, false);
                default -> Part.constant(name, "PageInfo");
            });
        });
        return parts;
    }
}
