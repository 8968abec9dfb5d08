package dev.footnote.schema;

import static graphql.schema.GraphQLFieldDefinition.newFieldDefinition;
import static graphql.schema.GraphQLNonNull.nonNull;
import static graphql.schema.GraphQLTypeReference.typeRef;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.footnote.graph.Graph;
import dev.footnote.graph.Member;
import dev.footnote.graph.Noun;
import dev.footnote.graph.Root;
import dev.footnote.limit.Limits;
import graphql.Scalars;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;

/** The graph as a GraphQL schema: one object type a noun, with its connection, edge, filter and order. */
public final class GraphSchema {

    private static final String HELD = "Only relations that held then, here and in all that is asked below.";
    private static final String BELOW = "Only relations that held then, in all that is asked below.";

    private final Graph graph;
    private final PageTypes pages;
    private final InputTypes inputs;
    private final ListArguments lists;
    private final SummaryTypes summaries;
    private final Map<String, GraphQLType> types = new LinkedHashMap<>();

    public GraphSchema(Graph graph) {
        this.graph = graph;
        this.inputs = new InputTypes(graph);
        this.lists = new ListArguments(graph);
        this.pages = new PageTypes();
        this.summaries = new SummaryTypes(graph);
    }

    /** @param registry says how fields are fetched and interfaces resolved, where graphql-java itself executes */
    public GraphQLSchema build(GraphQLCodeRegistry registry) {
        GraphQLObjectType.Builder query = GraphQLObjectType.newObject().name("Query")
                .description("The ways into the graph. All of one answer is read from one snapshot of the dataset.");
        graph.roots().forEach(root -> query.field(root(root)));
        graph.nouns().forEach(noun -> add(object(noun)));
        graph.listed().forEach(noun -> {
            add(pages.connection(noun.type(), summaries.fields(noun, inputs.groups().arguments(noun))));
            add(pages.edge(noun.type()));
            add(pages.page(noun.type() + "Group"));
            inputs.of(noun).forEach(this::add);
            summaries.of(noun).forEach(this::add);
            inputs.groups().of(noun).forEach(this::add);
        });
        summaries.shared().forEach(this::add);
        inputs.groups().shared().forEach(this::add);
        graph.made().forEach(noun -> add(made(noun)));
        add(node());
        add(cited());
        add(WithinType.TYPE);
        add(pages.pageInfo());
        return GraphQLSchema.newSchema().description("Organizations, people, initiatives and financial reports, "
                + "in which every fact names the document it was read in.")
                .query(query).additionalTypes(Set.copyOf(types.values()))
                .codeRegistry(registry).build();
    }

    private void add(GraphQLNamedType type) {
        types.putIfAbsent(type.getName(), type);
    }

    private GraphQLInterfaceType node() {
        return GraphQLInterfaceType.newInterface().name("Node").description("A record that can be asked for by its global id.")
                .field(newFieldDefinition().name("id").description("The global id of the record.")
                        .type(nonNull(Scalars.GraphQLID)))
                .field(label()).build();
    }

    private GraphQLInterfaceType cited() {
        return GraphQLInterfaceType.newInterface().name("Cited").description("A fact that names the documents it was read in.")
                .withInterface(typeRef("Node"))
                .field(newFieldDefinition().name("id").description("The global id of the record.")
                        .type(nonNull(Scalars.GraphQLID)))
                .field(label()).field(many((Member.ToMany) firstCited().member("citations"))).build();
    }

    private static GraphQLFieldDefinition label() {
        return plain(new Member.Label("label", Member.Label.DESCRIPTION), nonNull(Scalars.GraphQLString));
    }

    private Noun firstCited() {
        return graph.nouns().stream().filter(Noun::cited).findFirst()
                .orElseThrow(() -> new IllegalStateException("No record cites a source"));
    }

    private GraphQLObjectType object(Noun noun) {
        GraphQLObjectType.Builder type = GraphQLObjectType.newObject().name(noun.type()).description(noun.description())
                .withInterface(typeRef("Node"));
        if (noun.cited()) {
            type.withInterface(typeRef("Cited"));
        }
        noun.members().forEach(member -> type.field(field(member)));
        return type.build();
    }

    private GraphQLObjectType made(Noun noun) {
        GraphQLObjectType.Builder type = GraphQLObjectType.newObject().name(noun.type()).description(noun.description());
        noun.members().forEach(member -> type.field(field(member)));
        return type.build();
    }

    private GraphQLFieldDefinition field(Member member) {
        if (member instanceof Member.Value value) {
            return plain(value, value.required() ? nonNull(value.type()) : value.type());
        }
        if (member instanceof Member.ToOne way) {
            GraphQLOutputType type = typeRef(graph.noun(way.target()).type());
            return plain(way, way.required() ? nonNull(type) : type);
        }
        if (member instanceof Member.Found way) {
            return plain(way, typeRef(graph.noun(way.target()).type()));
        }
        if (member instanceof Member.Computed computed) {
            return plain(computed, computed.type());
        }
        if (member instanceof Member.Label) {
            return label();
        }
        if (member instanceof Member.ToAny way) {
            return plain(way, nonNull(typeRef(way.type())));
        }
        if (member instanceof Member.Nested nested) {
            return plain(nested, nonNull(GraphQLList.list(nonNull(typeRef(nested.noun().type())))));
        }
        if (member instanceof Member.Group group) {
            return plain(group, group(group));
        }
        return list(member);
    }

    /** A list of records, or a value that an argument picks from one. */
    private GraphQLFieldDefinition list(Member member) {
        if (member instanceof Member.Walk walk) {
            return walk(walk);
        }
        return member instanceof Member.Picked picked ? picked(picked) : many((Member.ToMany) member);
    }

    private static GraphQLFieldDefinition picked(Member.Picked picked) {
        return GraphQLFieldDefinition.newFieldDefinition(plain(picked, picked.type()))
                .argument(GraphQLArgument.newArgument().name(picked.argument()).description(picked.pick().description())
                        .type(nonNull(picked.argumentType())))
                .build();
    }

    private static GraphQLFieldDefinition plain(Member member, GraphQLOutputType type) {
        return newFieldDefinition().name(member.name()).description(member.description()).type(type).build();
    }

    private GraphQLOutputType group(Member.Group group) {
        if (!types.containsKey(group.type())) {
            GraphQLObjectType.Builder type = GraphQLObjectType.newObject().name(group.type())
                    .description(group.typeDescription());
            group.values().forEach(value -> type.field(field(value)));
            add(type.build());
        }
        return typeRef(group.type());
    }

    private GraphQLFieldDefinition many(Member.ToMany way) {
        return newFieldDefinition().name(way.name()).description(way.description())
                .type(nonNull(typeRef(graph.noun(way.target()).type() + "Connection")))
                .arguments(lists.pageArguments(graph.noun(way.target())))
                .arguments(graph.noun(way.target()).dated() == null ? List.of() : lists.moment(HELD))
                .arguments(revised(way) ? List.of(lists.revisions()) : List.of()).build();
    }

    private GraphQLFieldDefinition walk(Member.Walk way) {
        Noun noun = graph.noun(way.target());
        boolean dated = way.steps().stream().anyMatch(step -> graph.noun(step.facts()).dated() != null);
        return newFieldDefinition().name(way.name()).description(way.description())
                .type(nonNull(typeRef(noun.type() + "Connection")))
                .arguments(way.deep() ? List.of(lists.depth()) : List.of()).arguments(lists.pageArguments(noun))
                .arguments(dated ? lists.moment(HELD) : List.of()).build();
    }

    /** What hangs on a report is there whether or not that was restated. */
    private boolean revised(Member.ToMany way) {
        Noun noun = graph.noun(way.target());
        return noun.revised() != null && !noun.restatedColumn().equals(way.column());
    }

    private GraphQLFieldDefinition root(Root root) {
        GraphQLFieldDefinition.Builder field = newFieldDefinition().name(root.name()).description(root.description());
        if (root instanceof Root.Listing listing) {
            return field.type(nonNull(typeRef(listing.noun().type() + "Connection")))
                    .arguments(lists.pageArguments(listing.noun()))
                    .arguments(lists.moment(listing.noun().dated() == null ? BELOW : HELD))
                    .argument(lists.revisions()).build();
        }
        if (root instanceof Root.Lookup lookup) {
            add(inputs.lookup(lookup));
            return field.type(typeRef(lookup.noun().type())).argument(GraphQLArgument.newArgument().name("by")
                    .description("Which one: exactly one key is given.").type(nonNull(typeRef(InputTypes.lookupName(lookup)))))
                    .arguments(lists.moment(BELOW)).argument(lists.revisions()).build();
        }
        if (root instanceof Root.Making making) {
            return making(field, making);
        }
        if (root instanceof Root.Only only) {
            return field.type(typeRef(only.noun().type())).build();
        }
        // no time for these two, because Relay's compiler takes them with ids and nothing else
        if (root instanceof Root.ById) {
            return field.type(typeRef("Node")).argument(GraphQLArgument.newArgument().name("id")
                    .description("The global id of the record.").type(nonNull(Scalars.GraphQLID))).build();
        }
        return field.type(nonNull(GraphQLList.list(typeRef("Node")))).argument(GraphQLArgument.newArgument().name("ids")
                .description("The global ids of the records, at most " + Limits.USUAL_MOST + ".")
                .type(nonNull(GraphQLList.list(nonNull(Scalars.GraphQLID))))).build();
    }

    private GraphQLFieldDefinition making(GraphQLFieldDefinition.Builder field, Root.Making making) {
        String type = making.noun().type();
        field.arguments(lists.parameters(making.parameters()));
        if (making.shape() == Root.Shape.OBJECT) {
            return field.type(nonNull(typeRef(type))).build();
        }
        add(pages.page(type));
        return field.type(nonNull(typeRef(type + "Page"))).arguments(ListArguments.page("rows")).build();
    }
}
