package dev.footnote.query.schema;

import static graphql.schema.GraphQLFieldDefinition.newFieldDefinition;
import static graphql.schema.GraphQLNonNull.nonNull;
import static graphql.schema.GraphQLTypeReference.typeRef;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.QueryField;
import dev.footnote.query.QueryLimits;
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

/**
 * Builds the GraphQL schema from the metamodel: one object type for each entity type, with connection, edge, filter and
 * order.
 */
public final class SchemaBuilder {

    private static final String HELD = "Only relations that held then, here and in all that is asked below.";
    private static final String BELOW = "Only relations that held then, in all that is asked below.";

    private final Metamodel metamodel;
    private final ConnectionTypes pages;
    private final ListArgumentTypes inputs;
    private final ListArguments lists;
    private final AggregateTypes summaries;
    private final Map<String, GraphQLNamedType> types = new LinkedHashMap<>();

    public SchemaBuilder(Metamodel metamodel) {
        this.metamodel = metamodel;
        this.inputs = new ListArgumentTypes(metamodel);
        this.lists = new ListArguments(metamodel);
        this.pages = new ConnectionTypes();
        this.summaries = new AggregateTypes(metamodel);
    }

    /** @param registry the data fetchers and type resolvers for operations that graphql-java itself executes */
    public GraphQLSchema build(GraphQLCodeRegistry registry) {
        GraphQLObjectType.Builder query = GraphQLObjectType.newObject().name("Query")
                .description("The ways into the graph. All of one answer is read from one snapshot of the dataset.");
        metamodel.roots().forEach(root -> query.field(root(root)));
        metamodel.entityTypes().forEach(entityType -> add(object(entityType)));
        metamodel.listed().forEach(entityType -> {
            add(pages.connection(entityType.type(), summaries.fields(entityType, inputs.groups().arguments(entityType))));
            add(pages.edge(entityType.type()));
            add(pages.page(entityType.type() + "Group"));
            inputs.of(entityType).forEach(this::add);
            summaries.of(entityType).forEach(this::add);
            inputs.groups().of(entityType).forEach(this::add);
        });
        summaries.shared().forEach(this::add);
        inputs.groups().shared().forEach(this::add);
        metamodel.made().forEach(entityType -> add(made(entityType)));
        new ChangeTypes(metamodel).all().forEach(this::add);
        add(node());
        add(cited());
        add(WithinType.TYPE);
        add(pages.pageInfo());
        GraphQLSchema.Builder schema = GraphQLSchema.newSchema()
                .description("Organizations, people, initiatives and financial reports, "
                        + "in which every fact names the document it was read in.")
                .query(query).subscription(SubscriptionTypes.subscription(metamodel).orElse(null))
                .additionalDirectives(QueryDirectives.all()).codeRegistry(registry);
        types.values().forEach(schema::additionalType);
        return schema.build();
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
                .field(label()).field(many((Attribute.ToMany) firstCited().attribute("citations"))).build();
    }

    private static GraphQLFieldDefinition label() {
        return plain(new Attribute.Label("label", Attribute.Label.DESCRIPTION), nonNull(Scalars.GraphQLString));
    }

    private EntityType firstCited() {
        return metamodel.entityTypes().stream().filter(EntityType::cited).findFirst()
                .orElseThrow(() -> new IllegalStateException("No record cites a source"));
    }

    private GraphQLObjectType object(EntityType entityType) {
        GraphQLObjectType.Builder type = GraphQLObjectType.newObject().name(entityType.type())
                .description(entityType.description())
                .withInterface(typeRef("Node"));
        if (entityType.cited()) {
            type.withInterface(typeRef("Cited"));
        }
        entityType.attributes().forEach(attribute -> type.field(field(attribute)));
        return type.build();
    }

    private GraphQLObjectType made(EntityType entityType) {
        GraphQLObjectType.Builder type = GraphQLObjectType.newObject().name(entityType.type())
                .description(entityType.description());
        entityType.attributes().forEach(attribute -> type.field(field(attribute)));
        return type.build();
    }

    private GraphQLFieldDefinition field(Attribute attribute) {
        if (attribute instanceof Attribute.Scalar value) {
            return plain(value, value.required() ? nonNull(value.type()) : value.type());
        }
        if (attribute instanceof Attribute.ToOne relation) {
            GraphQLOutputType type = typeRef(metamodel.entityType(relation.target()).type());
            return plain(relation, relation.required() ? nonNull(type) : type);
        }
        if (attribute instanceof Attribute.DerivedToOne relation) {
            return plain(relation, typeRef(metamodel.entityType(relation.target()).type()));
        }
        if (attribute instanceof Attribute.Formula computed) {
            return plain(computed, computed.type());
        }
        if (attribute instanceof Attribute.Label) {
            return label();
        }
        if (attribute instanceof Attribute.Any relation) {
            return plain(relation, nonNull(typeRef(relation.type())));
        }
        if (attribute instanceof Attribute.NestedRows nested) {
            return plain(nested, nonNull(GraphQLList.list(nonNull(typeRef(nested.entityType().type())))));
        }
        if (attribute instanceof Attribute.Embedded group) {
            return plain(group, group(group));
        }
        return list(attribute);
    }

    /** The field of a relation to many records, or of a value that an argument chooses from one of several records. */
    private GraphQLFieldDefinition list(Attribute attribute) {
        if (attribute instanceof Attribute.Hierarchy walk) {
            return walk(walk);
        }
        return attribute instanceof Attribute.Subquery picked ? picked(picked) : many((Attribute.ToMany) attribute);
    }

    private static GraphQLFieldDefinition picked(Attribute.Subquery picked) {
        return GraphQLFieldDefinition.newFieldDefinition(plain(picked, picked.type()))
                .argument(GraphQLArgument.newArgument().name(picked.argument()).description(picked.pick().description())
                        .type(nonNull(picked.argumentType())))
                .build();
    }

    private static GraphQLFieldDefinition plain(Attribute attribute, GraphQLOutputType type) {
        return newFieldDefinition().name(attribute.name()).description(attribute.description()).type(type).build();
    }

    private GraphQLOutputType group(Attribute.Embedded group) {
        if (!types.containsKey(group.type())) {
            GraphQLObjectType.Builder type = GraphQLObjectType.newObject().name(group.type())
                    .description(group.typeDescription());
            group.values().forEach(value -> type.field(field(value)));
            add(type.build());
        }
        return typeRef(group.type());
    }

    private GraphQLFieldDefinition many(Attribute.ToMany relation) {
        return newFieldDefinition().name(relation.name()).description(relation.description())
                .type(nonNull(typeRef(metamodel.entityType(relation.target()).type() + "Connection")))
                .arguments(lists.pageArguments(metamodel.entityType(relation.target())))
                .arguments(metamodel.entityType(relation.target()).dated() == null ? List.of() : lists.asOf(HELD))
                .arguments(revised(relation) ? List.of(lists.revisions()) : List.of()).build();
    }

    private GraphQLFieldDefinition walk(Attribute.Hierarchy relation) {
        EntityType entityType = metamodel.entityType(relation.target());
        boolean dated = relation.steps().stream().anyMatch(step -> metamodel.entityType(step.facts()).dated() != null);
        return newFieldDefinition().name(relation.name()).description(relation.description())
                .type(nonNull(typeRef(entityType.type() + "Connection")))
                .arguments(relation.deep() ? List.of(lists.depth()) : List.of()).arguments(lists.pageArguments(entityType))
                .arguments(dated ? lists.asOf(HELD) : List.of()).build();
    }

    /** Whether the records have revisions to choose from. Records of a report are included whether or not it was restated. */
    private boolean revised(Attribute.ToMany relation) {
        EntityType entityType = metamodel.entityType(relation.target());
        return entityType.revised() != null && !entityType.restatedColumn().equals(relation.column());
    }

    private GraphQLFieldDefinition root(QueryField root) {
        GraphQLFieldDefinition.Builder field = newFieldDefinition().name(root.name()).description(root.description());
        if (root instanceof QueryField.Connection listing) {
            return field.type(nonNull(typeRef(listing.entityType().type() + "Connection")))
                    .arguments(lists.pageArguments(listing.entityType()))
                    .arguments(lists.asOf(listing.entityType().dated() == null ? BELOW : HELD))
                    .argument(lists.revisions()).build();
        }
        if (root instanceof QueryField.Lookup lookup) {
            add(inputs.lookup(lookup));
            return field.type(typeRef(lookup.entityType().type())).argument(GraphQLArgument.newArgument().name("by")
                    .description("Which one: exactly one key is given.")
                    .type(nonNull(typeRef(ListArgumentTypes.lookupName(lookup)))))
                    .arguments(lists.asOf(BELOW)).argument(lists.revisions()).build();
        }
        if (root instanceof QueryField.Virtual making) {
            return making(field, making);
        }
        if (root instanceof QueryField.Singleton only) {
            return field.type(typeRef(only.entityType().type())).build();
        }
        // no time arguments for these two, because Relay's compiler accepts them only with ids
        if (root instanceof QueryField.Node) {
            return field.type(typeRef("Node")).argument(GraphQLArgument.newArgument().name("id")
                    .description("The global id of the record.").type(nonNull(Scalars.GraphQLID))).build();
        }
        return field.type(nonNull(GraphQLList.list(typeRef("Node")))).argument(GraphQLArgument.newArgument().name("ids")
                .description("The global ids of the records, at most " + QueryLimits.USUAL_MOST + ".")
                .type(nonNull(GraphQLList.list(nonNull(Scalars.GraphQLID))))).build();
    }

    private GraphQLFieldDefinition making(GraphQLFieldDefinition.Builder field, QueryField.Virtual making) {
        String type = making.entityType().type();
        field.arguments(lists.parameters(making.parameters()));
        if (making.shape() == QueryField.Shape.OBJECT) {
            return field.type(nonNull(typeRef(type))).build();
        }
        add(pages.page(type));
        return field.type(nonNull(typeRef(type + "Page"))).arguments(ListArguments.page("rows")).build();
    }
}
