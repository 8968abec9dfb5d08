package dev.footnote.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import dev.footnote.json.Output.Name;
import dev.footnote.question.Fetch;
import dev.footnote.question.Fetch.Need;
import dev.footnote.question.Selection;
import graphql.language.Field;

/** The parts of a connection, its edges and its page information; notes on the fetch what they need. */
final class PageOutline {

    private final Outline outline;
    private final Selection selection;
    private final Fetch fetch;
    private final String noun;
    /** What the page itself is called. */
    private final String page;
    private final Function<List<Field>, List<Part>> record;

    PageOutline(Outline outline, Selection selection, Fetch fetch) {
        this(outline, selection, fetch, fetch.noun.type(), fields -> outline.record(fetch, fetch.noun, "t", fields));
    }

    /** @param record the parts of what stands on the page */
    private PageOutline(Outline outline, Selection selection, Fetch fetch, String type,
            Function<List<Field>, List<Part>> record) {
        this.outline = outline;
        this.selection = selection;
        this.fetch = fetch;
        this.noun = type;
        // what is no record stands on a page without edges, which is no connection
        this.page = fetch.noun.isMade() || fetch.list() != fetch ? type + "Page" : type + "Connection";
        this.record = record;
    }

    List<Part> parts(List<Field> parents) {
        List<Part> parts = new ArrayList<>();
        selection.fields(Set.of(page), parents)
                .forEach((response, fields) -> parts
                        .add(outline.within(response, () -> connection(Name.of(response), fields))));
        return parts;
    }

    private Part connection(Name name, List<Field> fields) {
        switch (fields.get(0).getName()) {
            case "edges" -> {
                fetch.need(Need.ROWS);
                return Part.rows(name, noun + "Edge", edges(fields));
            }
            case "nodes" -> {
                fetch.need(Need.ROWS);
                return Part.rows(name, noun, record.apply(fields));
            }
            case "pageInfo" -> {
                return Part.pageInfo(name, pageInfo(fields));
            }
            case "totalCount" -> {
                fetch.need(Need.COUNT);
                return Part.total(name);
            }
            default -> {
                return summary(name, fields);
            }
        }
    }

    private Part summary(Name name, List<Field> fields) {
        return switch (fields.get(0).getName()) {
            case "aggregate" -> aggregate(name, fields);
            case "groups" -> groups(name, fields);
            default -> Part.constant(name, page);
        };
    }

    private Part aggregate(Name name, List<Field> fields) {
        Fetch totals = outline.fetch(fetch.noun, new Fetch.Totals(fetch), null);
        totals.need(Need.ROWS);
        return SummaryPart.totals(name, totals, noun + "Aggregate",
                new SummaryOutline(outline, selection, totals).aggregate(fields));
    }

    private Part groups(Name name, List<Field> fields) {
        Fetch groups = outline.fetch(fetch.noun, new Fetch.Grouped(fetch),
                outline.argument(page, fields.get(0)));
        SummaryOutline summary = new SummaryOutline(outline, selection, groups);
        return SummaryPart.grouped(name, groups, noun + "GroupPage",
                new PageOutline(outline, selection, groups, noun + "Group", summary::group).parts(fields));
    }

    private List<Part> edges(List<Field> parents) {
        List<Part> parts = new ArrayList<>();
        selection.fields(Set.of(noun + "Edge"), parents)
                .forEach((response, fields) -> parts
                        .add(outline.within(response, () -> edge(Name.of(response), fields))));
        return parts;
    }

    private Part edge(Name name, List<Field> fields) {
        switch (fields.get(0).getName()) {
            case "node" -> {
                return Part.node(name, noun, record.apply(fields));
            }
            case "cursor" -> {
                fetch.need(Need.CURSORS);
                return Part.cursor(name);
            }
            default -> {
                return Part.constant(name, noun + "Edge");
            }
        }
    }

    private List<Part> pageInfo(List<Field> parents) {
        fetch.need(Need.ROWS, Need.BOUNDS, Need.CURSORS);
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
