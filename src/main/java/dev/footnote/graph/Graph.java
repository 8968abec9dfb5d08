package dev.footnote.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.footnote.entry.Entry;
import dev.footnote.scalar.Vocabulary;
import graphql.Scalars;
import graphql.schema.GraphQLOutputType;

/** All that can be asked: the nouns, the relations between them, and the ways in. */
public final class Graph {

    /** What leads to the parts of a record, to any depth. */
    public static final String PARTS = "parts";

    private final Map<Class<? extends Entry>, Noun> nouns = new LinkedHashMap<>();
    private final Map<String, Noun> byTable = new LinkedHashMap<>();
    private final Map<String, Noun> byType = new LinkedHashMap<>();
    private final Map<String, Noun> made = new LinkedHashMap<>();
    private final Map<String, Root> roots = new LinkedHashMap<>();
    private final Vocabulary vocabulary = new Vocabulary();

    public Graph(Iterable<Api> rooms) {
        add(new Root.ById("node", "One record of any kind by its global id. Null when there is none."));
        add(new Root.ByIds("nodes", "Records of any kind by their global ids, in the order asked; null where there is none."));
        rooms.forEach(room -> room.hangOn(this));
    }

    /** The noun of an entity, read from the class when it is first asked for. */
    public Noun noun(Class<? extends Entry> entity) {
        Noun known = nouns.get(entity);
        return known != null ? known : read(entity);
    }

    private Noun read(Class<? extends Entry> entity) {
        Noun noun = new EntityReading(this, entity, vocabulary).noun();
        nouns.put(entity, noun);
        byTable.put(noun.table(), noun);
        byType.put(noun.type(), noun);
        return noun;
    }

    /** Serves all records of a kind as a connection at the root. */
    public Graph list(String name, Class<? extends Entry> entity, String description, Order... order) {
        return add(new Root.Listing(name, description, noun(entity), List.of(order)));
    }

    /** Serves one record of a kind at the root, by id, by slug or by one of the keys. */
    public Graph lookup(String name, Class<? extends Entry> entity, String description, Key... keys) {
        return add(new Root.Lookup(name, description, noun(entity), List.of(keys)));
    }

    /** Serves the only record of a kind at the root. */
    public Graph only(String name, Class<? extends Entry> entity, String description) {
        return add(new Root.Only(name, description, noun(entity)));
    }

    /** Hangs on a record the records that name it in {@code by}, a to-one field of theirs. */
    public Graph many(Class<? extends Entry> parent, String name, Class<? extends Entry> child, String by,
            String description, Order... order) {
        Member.ToOne way = (Member.ToOne) noun(child).member(by);
        noun(parent).add(new Member.ToMany(name, description, child, way.column(), null, List.of(order)));
        return this;
    }

    /** Hangs on a record its other names, by which it is looked up as well. */
    public Graph names(Class<? extends Entry> bearer, Class<? extends Entry> names, String by, String text,
            String description) {
        many(bearer, "names", names, by, description);
        Member.ToMany way = (Member.ToMany) noun(bearer).member("names");
        noun(bearer).alias(new Alias(way, noun(names).value(text).served()));
        return this;
    }

    /** Lets records be ordered by a number in other tables. */
    public Graph order(Class<? extends Entry> entity, Noun.SortKey key) {
        noun(entity).add(key);
        return this;
    }

    /**
     * Hangs on a record all its parts and the parts of these, and all that it is a part of, to any depth; and lets filters
     * ask what is within a record.
     *
     * @param down the step from a record to its parts
     */
    public Graph tree(Class<? extends Entry> entity, Member.Step down, String parts, String partOf, Order... order) {
        noun(entity).add(new Member.Walk(PARTS, parts, entity, List.of(down), true, List.of(order)));
        noun(entity).add(new Member.Walk("partOf", partOf, entity,
                List.of(new Member.Step(down.facts(), down.to(), down.from(), down.condition())), true, List.of(order)));
        return this;
    }

    /** Hangs any other field on a record. */
    public Graph hang(Class<? extends Entry> entity, Member member) {
        noun(entity).add(member);
        return this;
    }

    /** Names a column that no field serves, for the orders that lists have when nobody asks for one. */
    public Graph rank(Class<? extends Entry> entity, String name, boolean required, Domain domain, String column) {
        noun(entity).rank(new Member.Value(name, null, required, domain, null, column, null));
        return this;
    }

    /** Makes the records of a kind cited facts. */
    public Graph cite(Class<? extends Entry> entity, Member.ToMany citations) {
        noun(entity).cite(citations);
        return this;
    }

    /** A decimal number that a text picks from another table; see {@link Member.Picked}. */
    public Graph pick(Class<? extends Entry> entity, String name, String description, Member.Pick pick) {
        return hang(entity, new Member.Picked(name, description, Domain.DECIMAL, vocabulary.scalar("Decimal"),
                Scalars.GraphQLString, pick));
    }

    /** A decimal number that is computed from others; see {@link Member.Computed}. */
    public Graph compute(Class<? extends Entry> entity, String name, String description, List<String> operands,
            Member.Formula formula) {
        return hang(entity, new Member.Computed(name, description, vocabulary.scalar("Decimal"), operands, formula));
    }

    /**
     * A kind of rows that are made for a question; see {@link Made}.
     *
     * @param columns of each row, its key first; members name them
     */
    public Noun made(String type, String description, List<String> columns, Member... members) {
        Noun noun = new Noun(this, type, description, columns);
        List.of(members).forEach(noun::add);
        if (made.putIfAbsent(type, noun) != null) {
            throw new IllegalStateException("The type " + type + " is declared twice");
        }
        return noun;
    }

    /** Serves rows that are made for the question at the root. */
    public Graph make(Root.Making making) {
        return add(making);
    }

    /** A value in a made row, of the leaf type that the Java type is served as. */
    public Member.Value value(String name, String description, boolean required, Class<?> javaType, String column) {
        return new Member.Value(name, description, required, javaType == Integer.class ? Domain.INTEGER : Domain.TEXT,
                leaf(javaType), column, null);
    }

    /** The leaf type that values of the Java type are served as. */
    public GraphQLOutputType leaf(Class<?> javaType) {
        return vocabulary.type(javaType, null);
    }

    private Graph add(Root root) {
        if (roots.putIfAbsent(root.name(), root) != null) {
            throw new IllegalStateException("The query field " + root.name() + " is declared twice");
        }
        return this;
    }

    public Collection<Noun> nouns() {
        return nouns.values();
    }

    /** The kinds of rows that are made for a question. */
    public Collection<Noun> made() {
        return made.values();
    }

    /** The nouns of which there are lists. */
    public Collection<Noun> listed() {
        Set<Noun> listed = new LinkedHashSet<>();
        roots.values().forEach(root -> {
            if (root instanceof Root.Listing listing) {
                listed.add(listing.noun());
            }
        });
        nouns().stream().flatMap(noun -> noun.members().stream()).forEach(member -> {
            if (member instanceof Member.Many way) {
                listed.add(noun(way.target()));
            }
        });
        return listed;
    }

    /** Whether records of the noun hang on others. */
    public boolean hangs(Noun noun) {
        return nouns().stream().flatMap(parent -> parent.members().stream())
                .anyMatch(member -> member instanceof Member.ToMany way && noun(way.target()) == noun);
    }

    /** @return null when no noun has that table */
    public Noun nounOfTable(String table) {
        return byTable.get(table);
    }

    /**
     * A global id as a caller gave it; there need be no such record.
     *
     * @throws IllegalArgumentException with a sentence for the caller when no record of any kind can have the id
     */
    public NodeId nodeId(String text) {
        NodeId id = NodeId.parse(text);
        if (id == null || id.slug().isEmpty() || !byTable.containsKey(id.kind())) {
            String kinds = byTable.keySet().stream().sorted().collect(Collectors.joining(", "));
            throw new IllegalArgumentException("\"" + (text.length() > 40 ? text.substring(0, 40) + "..." : text)
                    + "\" is no global id. Write a kind, a colon and a slug, such as organization:xiaomi. The kinds are "
                    + kinds + ".");
        }
        return id;
    }

    /** @return null when no noun has that type */
    public Noun nounOfType(String type) {
        return byType.get(type);
    }

    public List<Root> roots() {
        return new ArrayList<>(roots.values());
    }

    public Root root(String name) {
        return roots.get(name);
    }
}
