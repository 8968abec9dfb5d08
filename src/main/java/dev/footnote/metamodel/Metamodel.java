package dev.footnote.metamodel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.footnote.metamodel.annotation.BaseEntity;
import dev.footnote.metamodel.scalar.LeafTypes;
import graphql.Scalars;
import graphql.schema.GraphQLOutputType;

/** The metamodel of everything that can be queried: entity types, their relations, and the query fields. */
public final class Metamodel {

    /** The name of the relation to the parts of a record, to any depth. */
    public static final String PARTS = "parts";
    /** The relation of a tree to everything that a record is a part of. */
    public static final String WHOLES = "partOf";

    private final Map<Class<? extends BaseEntity>, EntityType> entityTypes = new LinkedHashMap<>();
    private final Map<String, EntityType> byTable = new LinkedHashMap<>();
    private final Map<String, EntityType> byType = new LinkedHashMap<>();
    private final Map<String, EntityType> made = new LinkedHashMap<>();
    private final Map<String, QueryField> roots = new LinkedHashMap<>();
    private final List<SubscriptionField> subscriptions = new ArrayList<>();
    private final LeafTypes vocabulary = new LeafTypes();

    public Metamodel(Iterable<SchemaContributor> contributors) {
        add(new QueryField.Node("node", "One record of any kind by its global id. Null when there is none."));
        add(new QueryField.Nodes("nodes",
                "Records of any kind by their global ids, in the order asked; null where there is none."));
        contributors.forEach(contributor -> contributor.contributeTo(this));
        contributors.forEach(contributor -> contributor.contributeAfterAll(this));
    }

    /** The entity type of an entity, read from the class on first use. */
    public EntityType entityType(Class<? extends BaseEntity> entity) {
        EntityType known = entityTypes.get(entity);
        return known != null ? known : read(entity);
    }

    private EntityType read(Class<? extends BaseEntity> entity) {
        EntityType entityType = new EntityTypeReader(this, entity, vocabulary).entityType();
        entityTypes.put(entity, entityType);
        byTable.put(entityType.table(), entityType);
        byType.put(entityType.type(), entityType);
        return entityType;
    }

    /** Adds a root field with all records of an entity type as a connection. */
    public Metamodel list(String name, Class<? extends BaseEntity> entity, String description, SortKey... order) {
        return add(new QueryField.Connection(name, description, entityType(entity), List.of(order)));
    }

    /** Adds a subscription to a list to which records are only ever appended. */
    public Metamodel subscription(String name, Class<? extends BaseEntity> entity, String description) {
        subscriptions.add(new SubscriptionField(name, description, entityType(entity)));
        return this;
    }

    /** Adds a root field that looks up one record of an entity type by id, by slug or by one of the keys. */
    public Metamodel lookup(String name, Class<? extends BaseEntity> entity, String description, LookupKey... keys) {
        return add(new QueryField.Lookup(name, description, entityType(entity), List.of(keys)));
    }

    /** Adds a root field with the only record of an entity type. */
    public Metamodel only(String name, Class<? extends BaseEntity> entity, String description) {
        return add(new QueryField.Singleton(name, description, entityType(entity)));
    }

    /** Adds a relation to the records that refer to a record in {@code by}, a to-one field of theirs. */
    public Metamodel many(Class<? extends BaseEntity> parent, String name, Class<? extends BaseEntity> child, String by,
            String description, SortKey... order) {
        Attribute.ToOne relation = (Attribute.ToOne) entityType(child).attribute(by);
        entityType(parent).add(new Attribute.ToMany(name, description, child, relation.column(), null, List.of(order)));
        return this;
    }

    /** Adds a relation to the other names of a record. Records can be looked up by these names too. */
    public Metamodel names(Class<? extends BaseEntity> bearer, Class<? extends BaseEntity> names, String by, String text,
            String description) {
        many(bearer, "names", names, by, description);
        Attribute.ToMany relation = (Attribute.ToMany) entityType(bearer).attribute("names");
        entityType(bearer).alias(new AlternativeNames(relation, entityType(names).value(text).served()));
        return this;
    }

    /** Adds a sort key by a number in other tables. */
    public Metamodel order(Class<? extends BaseEntity> entity, ComputedSortKey key) {
        entityType(entity).add(key);
        return this;
    }

    /**
     * Adds the relations of a tree to an entity type: all parts of a record and their parts, and everything that it is a part
     * of, to any depth. Filters can then test what is within a record.
     *
     * @param down the step from a record to its parts
     */
    public Metamodel tree(Class<? extends BaseEntity> entity, TraversalStep down, String parts, String partOf,
            SortKey... order) {
        entityType(entity).add(new Attribute.Hierarchy(PARTS, parts, entity, List.of(down), true, List.of(order)));
        entityType(entity).add(new Attribute.Hierarchy(WHOLES, partOf, entity,
                List.of(new TraversalStep(down.facts(), down.to(), down.from(), down.condition())), true, List.of(order)));
        return this;
    }

    /** Adds any other attribute to an entity type. */
    public Metamodel addAttribute(Class<? extends BaseEntity> entity, Attribute attribute) {
        entityType(entity).add(attribute);
        return this;
    }

    /** Declares a column that no field serves, for the default order of lists. */
    public Metamodel rank(Class<? extends BaseEntity> entity, String name, boolean required, ValueType domain, String column) {
        entityType(entity).rank(new Attribute.Scalar(name, null, required, domain, null, column, null));
        return this;
    }

    /** Turns the records of an entity type into facts with citations. */
    public Metamodel cite(Class<? extends BaseEntity> entity, Attribute.ToMany citations) {
        entityType(entity).cite(citations);
        return this;
    }

    /** Adds a decimal number that a text selects from another table; see {@link Attribute.Subquery}. */
    public Metamodel pick(Class<? extends BaseEntity> entity, String name, String description, Attribute.Pick pick) {
        return addAttribute(entity, new Attribute.Subquery(name, description, ValueType.DECIMAL, vocabulary.scalar("Decimal"),
                Scalars.GraphQLString, pick));
    }

    /** Adds a decimal number that is computed from others; see {@link Attribute.Formula}. */
    public Metamodel compute(Class<? extends BaseEntity> entity, String name, String description, List<String> operands,
            Function<List<BigDecimal>, BigDecimal> formula) {
        return addAttribute(entity, new Attribute.Formula(name, description, vocabulary.scalar("Decimal"), operands, formula));
    }

    /**
     * Creates an entity type of virtual rows; see {@link VirtualTable}.
     *
     * @param columns of each row, its key first; attributes refer to them
     */
    public EntityType made(String type, String description, List<String> columns, Attribute... attributes) {
        EntityType entityType = new EntityType(this, type, description, columns);
        List.of(attributes).forEach(entityType::add);
        if (made.putIfAbsent(type, entityType) != null) {
            throw new IllegalStateException("The type " + type + " is declared twice");
        }
        return entityType;
    }

    /** Adds a root field with virtual rows. */
    public Metamodel make(QueryField.Virtual making) {
        return add(making);
    }

    /** A value in a virtual row. Its leaf type is the one for the Java type. */
    public Attribute.Scalar value(String name, String description, boolean required, Class<?> javaType, String column) {
        return new Attribute.Scalar(name, description, required, javaType == Integer.class ? ValueType.INTEGER : ValueType.TEXT,
                leaf(javaType), column, null);
    }

    /** The leaf type that serves values of the Java type. */
    public GraphQLOutputType leaf(Class<?> javaType) {
        return vocabulary.type(javaType, null);
    }

    private Metamodel add(QueryField root) {
        if (roots.putIfAbsent(root.name(), root) != null) {
            throw new IllegalStateException("The query field " + root.name() + " is declared twice");
        }
        return this;
    }

    public Collection<EntityType> entityTypes() {
        return entityTypes.values();
    }

    /** The entity types of virtual rows. */
    public Collection<EntityType> made() {
        return made.values();
    }

    /** The entity types that have a root list. */
    public Collection<EntityType> listed() {
        Set<EntityType> listed = new LinkedHashSet<>();
        roots.values().forEach(root -> {
            if (root instanceof QueryField.Connection listing) {
                listed.add(listing.entityType());
            }
        });
        entityTypes().stream().flatMap(entityType -> entityType.attributes(Attribute.Many.class).stream())
                .forEach(relation -> listed.add(entityType(relation.target())));
        return listed;
    }

    /** Whether the entity type is the target of a relation. */
    public boolean isReferenced(EntityType entityType) {
        return entityTypes().stream().flatMap(parent -> parent.attributes(Attribute.ToMany.class).stream())
                .anyMatch(relation -> entityType(relation.target()) == entityType);
    }

    /** @return empty if no entity type has that table */
    public Optional<EntityType> entityTypeOfTable(String table) {
        return Optional.ofNullable(byTable.get(table));
    }

    /**
     * Parses a global id from a client. The record need not exist.
     *
     * @throws IllegalArgumentException with a sentence for the client if no record of any entity type can have the id
     */
    public GlobalId nodeId(String text) {
        return GlobalId.parse(text).filter(id -> !id.slug().isEmpty() && byTable.containsKey(id.kind())).orElseThrow(() -> {
            String kinds = byTable.keySet().stream().sorted().collect(Collectors.joining(", "));
            return new IllegalArgumentException("\"" + (text.length() > 40 ? text.substring(0, 40) + "..." : text)
                    + "\" is no global id. Write a kind, a colon and a slug, such as organization:xiaomi. The kinds are "
                    + kinds + ".");
        });
    }

    /** @return null if no entity type has that name */
    public EntityType entityTypeOfType(String type) {
        return byType.get(type);
    }

    public List<QueryField> roots() {
        return new ArrayList<>(roots.values());
    }

    public List<SubscriptionField> subscriptions() {
        return List.copyOf(subscriptions);
    }

    public Optional<QueryField> root(String name) {
        return Optional.ofNullable(roots.get(name));
    }
}
