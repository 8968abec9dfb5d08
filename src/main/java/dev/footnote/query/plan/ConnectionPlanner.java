package dev.footnote.query.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import dev.footnote.query.output.ResultWriter.Name;
import dev.footnote.query.plan.FetchNode.Need;
import graphql.language.Field;

/** Plans the field writers of a connection, its edges and its page info, and records on the fetch what they need. */
final class ConnectionPlanner {

    private final QueryPlanner planner;
    private final FieldCollector selection;
    private final FetchNode fetch;
    private final String entityType;
    /** The type name of the page itself. */
    private final String page;
    private final Function<List<Field>, List<FieldWriter>> record;

    ConnectionPlanner(QueryPlanner planner, FieldCollector selection, FetchNode fetch) {
        this(planner, selection, fetch, fetch.entityType.type(),
                fields -> planner.record(fetch, fetch.entityType, "t", fields));
    }

    /**
     * Creates the planner.
     *
     * @param record plans the field writers of a record on the page
     */
    private ConnectionPlanner(QueryPlanner planner, FieldCollector selection, FetchNode fetch, String type,
            Function<List<Field>, List<FieldWriter>> record) {
        this.planner = planner;
        this.selection = selection;
        this.fetch = fetch;
        this.entityType = type;
        // aggregated or virtual rows are not records: their page has no edges and is not called a connection
        this.page = fetch.entityType.isMade() || fetch.list() != fetch ? type + "Page" : type + "Connection";
        this.record = record;
    }

    List<FieldWriter> parts(List<Field> parents) {
        List<FieldWriter> parts = new ArrayList<>();
        selection.fields(Set.of(page), parents)
                .forEach((response, fields) -> parts
                        .add(planner.within(response, () -> connection(Name.of(response), fields))));
        return parts;
    }

    private FieldWriter connection(Name name, List<Field> fields) {
        switch (fields.get(0).getName()) {
            case "edges" -> {
                fetch.need(Need.ROWS);
                return FieldWriter.rows(name, entityType + "Edge", edges(fields));
            }
            case "nodes" -> {
                fetch.need(Need.ROWS);
                return FieldWriter.rows(name, entityType, record.apply(fields));
            }
            case "pageInfo" -> {
                return FieldWriter.pageInfo(name, pageInfo(fields));
            }
            case "totalCount" -> {
                fetch.need(Need.COUNT);
                return FieldWriter.total(name);
            }
            default -> {
                return summary(name, fields);
            }
        }
    }

    private FieldWriter summary(Name name, List<Field> fields) {
        return switch (fields.get(0).getName()) {
            case "aggregate" -> aggregate(name, fields);
            case "groups" -> groups(name, fields);
            default -> FieldWriter.constant(name, page);
        };
    }

    private FieldWriter aggregate(Name name, List<Field> fields) {
        FetchNode totals = planner.fetch(fetch.entityType, new FetchSource.Aggregate(fetch), null);
        totals.need(Need.ROWS);
        return AggregateFieldWriter.totals(name, totals, entityType + "Aggregate",
                new AggregatePlanner(planner, selection, totals).aggregate(fields));
    }

    private FieldWriter groups(Name name, List<Field> fields) {
        FetchNode groups = planner.fetch(fetch.entityType, new FetchSource.GroupBy(fetch),
                planner.argument(page, fields.get(0)));
        AggregatePlanner summary = new AggregatePlanner(planner, selection, groups);
        return AggregateFieldWriter.grouped(name, groups, entityType + "GroupPage",
                new ConnectionPlanner(planner, selection, groups, entityType + "Group", summary::group).parts(fields));
    }

    private List<FieldWriter> edges(List<Field> parents) {
        List<FieldWriter> parts = new ArrayList<>();
        selection.fields(Set.of(entityType + "Edge"), parents)
                .forEach((response, fields) -> parts
                        .add(planner.within(response, () -> edge(Name.of(response), fields))));
        return parts;
    }

    private FieldWriter edge(Name name, List<Field> fields) {
        switch (fields.get(0).getName()) {
            case "node" -> {
                return FieldWriter.node(name, entityType, record.apply(fields));
            }
            case "cursor" -> {
                fetch.need(Need.CURSORS);
                return FieldWriter.cursor(name);
            }
            default -> {
                return FieldWriter.constant(name, entityType + "Edge");
            }
        }
    }

    private List<FieldWriter> pageInfo(List<Field> parents) {
        fetch.need(Need.ROWS, Need.BOUNDS, Need.CURSORS);
        List<FieldWriter> parts = new ArrayList<>();
        selection.fields(Set.of("PageInfo"), parents).forEach((response, fields) -> {
            Name name = Name.of(response);
            parts.add(switch (fields.get(0).getName()) {
                case "hasNextPage" -> FieldWriter.hasNext(name);
                case "hasPreviousPage" -> FieldWriter.hasPrevious(name);
                case "startCursor" -> FieldWriter.boundary(name, true);
                case "endCursor" -> FieldWriter.boundary(name, false);
                default -> FieldWriter.constant(name, "PageInfo");
            });
        });
        return parts;
    }
}
