package dev.footnote.query.schema;

import static graphql.schema.GraphQLFieldDefinition.newFieldDefinition;
import static graphql.schema.GraphQLNonNull.nonNull;
import static graphql.schema.GraphQLTypeReference.typeRef;

import java.util.LinkedHashMap;
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
import graphql.schema.GraphQLInputType;
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

    private static final String BELOW = "Only relations that held then, in all that is asked below.";

    private final Metamodel metamodel;
    private final ConnectionTypes pages;
    private final ListArgumentTypes inputs;
    private final ListArguments lists;
    private final AttributeFields fields;
    private final AggregateTypes summaries;
    private final Map<String, GraphQLNamedType> types = new LinkedHashMap<>();

    public SchemaBuilder(Metamodel metamodel) {
        this.metamodel = metamodel;
        this.inputs = new ListArgumentTypes(metamodel);
        this.lists = new ListArguments(metamodel);
        this.fields = new AttributeFields(metamodel, lists);
        this.pages = new ConnectionTypes();
        this.summaries = new AggregateTypes(metamodel);
    }

    /** @param registry the data fetchers and type resolvers for operations that graphql-java itself executes */
    public GraphQLSchema build(GraphQLCodeRegistry registry) {
        GraphQLObjectType.Builder query = GraphQLObjectType.newObject().name("Query")
                .description("The ways into the graph. All of one answer is read from one snapshot of the dataset.");
        RootFields roots = new RootFields();
        metamodel.roots().forEach(root -> query.field(root.accept(roots)));
        metamodel.entityTypes().forEach(entityType -> {
            add(object(entityType));
            entityType.attributes(Attribute.Embedded.class).forEach(group -> add(embedded(group)));
        });
        metamodel.listed().forEach(this::addListTypes);
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

    private void addListTypes(EntityType entityType) {
        add(pages.connection(entityType.type(), summaries.fields(entityType, inputs.groups().arguments(entityType))));
        add(pages.edge(entityType.type()));
        add(pages.page(entityType.type() + "Group"));
        inputs.of(entityType).forEach(this::add);
        summaries.of(entityType).forEach(this::add);
        inputs.groups().of(entityType).forEach(this::add);
    }

    private void add(GraphQLNamedType type) {
        types.putIfAbsent(type.getName(), type);
    }

    private GraphQLInterfaceType node() {
        return GraphQLInterfaceType.newInterface().name("Node").description("A record that can be asked for by its global id.")
                .field(newFieldDefinition().name("id").description("The global id of the record.")
                        .type(nonNull(Scalars.GraphQLID)))
                .field(AttributeFields.label()).build();
    }

    private GraphQLInterfaceType cited() {
        return GraphQLInterfaceType.newInterface().name("Cited").description("A fact that names the documents it was read in.")
                .withInterface(typeRef("Node"))
                .field(newFieldDefinition().name("id").description("The global id of the record.")
                        .type(nonNull(Scalars.GraphQLID)))
                .field(AttributeFields.label()).field(firstCited().attribute("citations").accept(fields)).build();
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
        entityType.attributes().forEach(attribute -> type.field(attribute.accept(fields)));
        return type.build();
    }

    private GraphQLObjectType made(EntityType entityType) {
        GraphQLObjectType.Builder type = GraphQLObjectType.newObject().name(entityType.type())
                .description(entityType.description());
        entityType.attributes().forEach(attribute -> type.field(attribute.accept(fields)));
        return type.build();
    }

    private static GraphQLObjectType embedded(Attribute.Embedded group) {
        GraphQLObjectType.Builder type = GraphQLObjectType.newObject().name(group.type())
                .description(group.typeDescription());
        group.values().forEach(value -> type.field(AttributeFields.value(value)));
        return type.build();
    }

    /** The field of the query type for each kind. */
    private final class RootFields implements QueryField.Visitor<GraphQLFieldDefinition> {

        private static GraphQLFieldDefinition.Builder plain(QueryField root, GraphQLOutputType type) {
            return newFieldDefinition().name(root.name()).description(root.description()).type(type);
        }

        private static GraphQLArgument argument(String name, String description, GraphQLInputType type) {
            return GraphQLArgument.newArgument().name(name).description(description).type(type).build();
        }

        @Override
        public GraphQLFieldDefinition connection(QueryField.Connection root) {
            EntityType entityType = root.entityType();
            return plain(root, nonNull(typeRef(entityType.type() + "Connection"))).arguments(lists.pageArguments(entityType))
                    .arguments(lists.asOf(entityType.dated() == null ? BELOW : AttributeFields.HELD))
                    .argument(lists.revisions()).build();
        }

        @Override
        public GraphQLFieldDefinition lookup(QueryField.Lookup root) {
            add(inputs.lookup(root));
            return plain(root, typeRef(root.entityType().type()))
                    .argument(argument("by", "Which one: exactly one key is given.",
                            nonNull(typeRef(ListArgumentTypes.lookupName(root)))))
                    .arguments(lists.asOf(BELOW)).argument(lists.revisions()).build();
        }

        @Override
        public GraphQLFieldDefinition singleton(QueryField.Singleton root) {
            return plain(root, typeRef(root.entityType().type())).build();
        }

        @Override
        public GraphQLFieldDefinition virtual(QueryField.Virtual root) {
            String type = root.entityType().type();
            if (root.shape() == QueryField.Shape.OBJECT) {
                return plain(root, nonNull(typeRef(type))).arguments(lists.parameters(root.parameters())).build();
            }
            add(pages.page(type));
            return plain(root, nonNull(typeRef(type + "Page"))).arguments(lists.parameters(root.parameters()))
                    .arguments(ListArguments.page("rows")).build();
        }

        // no time arguments for these two, because Relay's compiler accepts them only with ids
        @Override
        public GraphQLFieldDefinition node(QueryField.Node root) {
            return plain(root, typeRef("Node"))
                    .argument(argument("id", "The global id of the record.", nonNull(Scalars.GraphQLID))).build();
        }

        @Override
        public GraphQLFieldDefinition nodes(QueryField.Nodes root) {
            return plain(root, nonNull(GraphQLList.list(typeRef("Node"))))
                    .argument(argument("ids", "The global ids of the records, at most " + QueryLimits.USUAL_MOST + ".",
                            nonNull(GraphQLList.list(nonNull(Scalars.GraphQLID)))))
                    .build();
        }
    }
}
