package dev.footnote.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import dev.footnote.graph.Domain;
import dev.footnote.graph.Graph;
import dev.footnote.graph.Member;
import dev.footnote.graph.Noun;
import dev.footnote.graph.Root;
import dev.footnote.json.Output.Name;
import dev.footnote.question.Argument;
import dev.footnote.question.Fault;
import dev.footnote.question.Fetch;
import dev.footnote.question.Fetch.Need;
import dev.footnote.question.Refusal;
import dev.footnote.question.Selection;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;

/** Makes a question of a valid operation: every selected relation becomes a fetch, every selected field a part. */
public final class Outline {

    /** Because relations of interfaces multiply by their types: four of them within each other would be ten thousands. */
    private static final int MOST_FETCHES = 500;

    private final Graph graph;
    private final GraphQLSchema schema;
    private final Selection selection;
    private final List<Fetch> fetches = new ArrayList<>();
    /** The response names that lead to the field that is being made a part of. */
    private final Deque<String> path = new ArrayDeque<>();

    public Outline(Graph graph, GraphQLSchema schema, Selection selection) {
        this.graph = graph;
        this.schema = schema;
        this.selection = selection;
    }

    public Question question(OperationDefinition operation) {
        Map<String, List<Field>> fields = selection.fields("Query", operation.getSelectionSet());
        List<Part> parts = new ArrayList<>();
        fields.forEach((response, merged) -> {
            Part part = within(response, () -> root(Name.of(response), merged));
            if (part != null) {
                parts.add(part);
            }
        });
        return new Question(fetches, parts, parts.size() == fields.size() ? 0
                : new IntrospectionSize(schema, selection.fragments()).of(operation), selection.variable());
    }

    /** Makes a part of a field, whose response name is on the path meanwhile. */
    Part within(String response, Supplier<Part> making) {
        path.addLast(response);
        Part part = making.get();
        path.removeLast();
        return part;
    }

    /** @return null for a field of introspection, which graphql-java answers */
    private Part root(Name name, List<Field> fields) {
        String field = fields.get(0).getName();
        if (field.equals("__typename")) {
            return Part.constant(name, "Query");
        }
        Root root = graph.root(field);
        if (root == null) {
            return null;
        }
        Argument argument = argument(schema.getQueryType(), fields.get(0));
        if (root instanceof Root.Listing listing) {
            Fetch fetch = fetch(listing.noun(), new Fetch.All(field, listing.order()), argument);
            return Part.listing(name, fetch, new PageOutline(this, selection, fetch).parts(fields));
        }
        if (root instanceof Root.Making making) {
            return made(name, making, argument, fields);
        }
        if (root instanceof Root.Only only) {
            return one(name, fetch(only.noun(), new Fetch.All(field, List.of()), argument), fields);
        }
        if (root instanceof Root.Lookup lookup) {
            return one(name, fetch(lookup.noun(), new Fetch.Lookup(lookup), argument), fields);
        }
        Map<String, Part.Way> ways = ways("Node", fields, noun -> fetch(noun, new Fetch.ByIds(), argument));
        return Part.byIds(name, argument, root instanceof Root.ById, ways);
    }

    private Part one(Name name, Fetch fetch, List<Field> fields) {
        fetch.need(Need.ROWS);
        return Part.lookup(name, fetch, record(fetch, fetch.noun, "t", fields));
    }

    private Part made(Name name, Root.Making making, Argument argument, List<Field> fields) {
        Fetch fetch = fetch(making.noun(), new Fetch.Making(making), argument);
        if (making.shape() == Root.Shape.PAGES) {
            return Part.listing(name, fetch, new PageOutline(this, selection, fetch).parts(fields));
        }
        return one(name, fetch, fields);
    }

    private Part nested(Fetch fetch, String alias, Name name, Member.Nested way, List<Field> fields) {
        int key = fetch.layout.column(alias, fetch.noun.column(0), Domain.TEXT);
        Fetch rows = fetch(way.noun(), new Fetch.Nested(fetch, key, way), null);
        rows.need(Need.ROWS);
        return Part.list(name, rows, key, record(rows, way.noun(), "t", fields));
    }

    Fetch fetch(Noun noun, Fetch.Anchor anchor, Argument argument) {
        if (fetches.size() == MOST_FETCHES) {
            throw new Refusal(Fault.of(Fault.Code.TOO_COMPLEX, "The document selects more than " + MOST_FETCHES
                    + " relations, counted once for every type they can be of. Ask in several requests."));
        }
        Fetch fetch = new Fetch(new Fetch.Place(fetches.size(), String.join(".", path)), noun, anchor, argument);
        fetches.add(fetch);
        return fetch;
    }

    private static Argument argument(GraphQLObjectType type, Field field) {
        return new Argument(field, type.getFieldDefinition(field.getName()));
    }

    Argument argument(String type, Field field) {
        return argument(schema.getObjectType(type), field);
    }

    private interface Opening {
        Fetch fetch(Noun noun);
    }

    /** A way for every kind of record that is of the interface: each is asked for what the fragments on its type say. */
    private Map<String, Part.Way> ways(String type, List<Field> fields, Opening opening) {
        Map<String, Part.Way> ways = new LinkedHashMap<>();
        for (Noun noun : graph.nouns()) {
            if (types(noun).contains(type)) {
                Fetch fetch = opening.fetch(noun);
                fetch.need(Need.ROWS);
                ways.put(noun.table(), new Part.Way(fetch, record(fetch, noun, "t", fields)));
            }
        }
        return ways;
    }

    /** The parts of a record whose columns stand in the fetch under the alias. */
    List<Part> record(Fetch fetch, Noun noun, String alias, List<Field> parents) {
        List<Part> parts = new ArrayList<>();
        selection.fields(types(noun), parents)
                .forEach((response, fields) -> parts.add(
                        within(response, () -> member(fetch, noun, alias, Name.of(response), fields))));
        return parts;
    }

    private static Set<String> types(Noun noun) {
        if (noun.isMade()) {
            return Set.of(noun.type());
        }
        return noun.cited() ? Set.of(noun.type(), "Node", "Cited") : Set.of(noun.type(), "Node");
    }

    private Part member(Fetch fetch, Noun noun, String alias, Name name, List<Field> fields) {
        Member member = noun.member(fields.get(0).getName());
        if (member == null) {
            return Part.constant(name, noun.type());
        }
        if (member instanceof Member.Value value) {
            return Part.value(name, fetch.layout.value(alias, value));
        }
        if (member instanceof Member.Label) {
            return new LabelOutline(fetch).part(name, noun, alias);
        }
        if (member instanceof Member.Computed computed) {
            return Part.computed(name, fetch.layout.computed(alias, computed), computed.formula());
        }
        if (member instanceof Member.One way) {
            return inner(fetch, alias, name, way, fields);
        }
        if (member instanceof Member.Group group) {
            return group(fetch, alias, name, group, fields);
        }
        if (member instanceof Member.Nested nested) {
            return nested(fetch, alias, name, nested, fields);
        }
        if (member instanceof Member.ToAny way) {
            return named(fetch, alias, name, way, fields);
        }
        Argument argument = argument(noun.type(), fields.get(0));
        return member instanceof Member.Picked picked ? Part.value(name, fetch.layout.picked(alias, picked, argument))
                : children(fetch, alias, name, (Member.Many) member, argument, fields);
    }

    private Part inner(Fetch fetch, String alias, Name name, Member.One way, List<Field> fields) {
        Noun target = graph.noun(way.target());
        String joined = fetch.layout.join(alias, way, target);
        return Part.inner(name, fetch.layout.column(joined, "id", Domain.INTEGER), target.type(),
                record(fetch, target, joined, fields));
    }

    private Part group(Fetch fetch, String alias, Name name, Member.Group group, List<Field> parents) {
        List<Part> parts = new ArrayList<>();
        selection.fields(Set.of(group.type()), parents).forEach((response, fields) -> {
            String asked = fields.get(0).getName();
            parts.add(group.values().stream().filter(value -> value.name().equals(asked)).findFirst()
                    .map(value -> Part.value(Name.of(response), fetch.layout.value(alias, value)))
                    .orElseGet(() -> Part.constant(Name.of(response), group.type())));
        });
        return Part.inner(name, fetch.layout.value(alias, group.values().get(0)), group.type(), parts);
    }

    private Part children(Fetch fetch, String alias, Name name, Member.Many way, Argument argument, List<Field> fields) {
        int key = fetch.layout.column(alias, "id", Domain.INTEGER);
        Fetch children = fetch(graph.noun(way.target()), new Fetch.Children(fetch, key, way), argument);
        return Part.children(name, children, key, new PageOutline(this, selection, children).parts(fields));
    }

    private Part named(Fetch fetch, String alias, Name name, Member.ToAny way, List<Field> fields) {
        int kind = fetch.layout.column(alias, way.kindColumn(), Domain.TEXT);
        int key = fetch.layout.column(alias, way.idColumn(), Domain.INTEGER);
        Map<String, Part.Way> ways = ways(way.type(), fields,
                noun -> fetch(noun, new Fetch.Named(fetch, kind, key), null));
        return Part.named(name, kind, key, ways);
    }
}
