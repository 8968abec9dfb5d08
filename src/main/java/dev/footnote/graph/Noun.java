package dev.footnote.graph;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import jakarta.persistence.Table;

import org.eclipse.microprofile.graphql.Description;

import dev.footnote.entry.Dated;
import dev.footnote.entry.Entry;
import dev.footnote.entry.ExactlyOne;
import dev.footnote.entry.Label;
import dev.footnote.entry.Resource;
import dev.footnote.entry.Revised;
import dev.footnote.entry.Unique;

/** A kind of record as the graph knows it: its table, what can be asked of it, and what it is called in the schema. */
public final class Noun {

    private final Class<? extends Entry> entity;
    private final String type;
    private final String table;
    private final String description;
    private boolean cited;
    private Alias alias;
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Map<String, Sum> sums = new LinkedHashMap<>();
    private final Map<String, Member.Value> ranks = new LinkedHashMap<>();
    private final Map<String, SortKey> sortKeys = new LinkedHashMap<>();
    private final List<String> columns;
    private final Graph graph;

    Noun(Graph graph, Class<? extends Entry> entity) {
        this.graph = graph;
        this.entity = entity;
        this.type = entity.getSimpleName();
        this.table = entity.getAnnotation(Table.class).name();
        this.description = entity.getAnnotation(Description.class).value();
        this.columns = List.of();
    }

    /** Of rows that are made. */
    Noun(Graph graph, String type, String description, List<String> columns) {
        this.graph = graph;
        this.entity = null;
        this.type = type;
        this.table = null;
        this.description = description;
        this.columns = columns;
    }

    /** The noun of an entity in the same graph. */
    public Noun target(Class<? extends Entry> other) {
        return graph.noun(other);
    }

    /** See {@link Graph#nodeId}. */
    public NodeId nodeId(String text) {
        return graph.nodeId(text);
    }

    /** Whether its rows are made for a question instead of read from a table. */
    public boolean isMade() {
        return table == null;
    }

    /** A column of a made row. */
    public String column(int place) {
        return columns.get(place);
    }

    /** Where the value of a column stands in a made row. */
    public int place(String column) {
        return columns.indexOf(column);
    }

    void add(Member member) {
        if (members.putIfAbsent(member.name(), member) != null) {
            throw new IllegalStateException(type + "." + member.name() + " is declared twice");
        }
    }

    void add(Sum sum) {
        sums.put(sum.member().name(), sum);
    }

    void rank(Member.Value rank) {
        ranks.put(rank.name(), rank);
    }

    /** The value that an order of its lists names: a field, or a column that is there for the order only. */
    public Member.Value ordering(String name) {
        return ranks.containsKey(name) ? ranks.get(name) : value(name);
    }

    /** What can be added up of its records. */
    public Collection<Sum> sums() {
        return sums.values();
    }

    public Sum sum(String name) {
        return sums.get(name);
    }

    void alias(Alias other) {
        alias = other;
    }

    /** Null where its records have no other names. */
    public Alias alias() {
        return alias;
    }

    /** SQL with a value for each of its question marks. */
    public record Bound(String sql, List<?> values) {
    }

    /**
     * What records can be ordered by beside their fields: a number in other tables that some values name.
     *
     * @param parameters the values that name it
     * @param number of a record under an alias
     * @param there a statement that selects, as texts, what can be named
     */
    public record SortKey(String name, String description, List<Root.Parameter> parameters,
            BiFunction<String, Map<String, Object>, Bound> number, String there) {

        /** What the type of the key is called in the schema. */
        public String type(Noun noun) {
            return noun.type() + Character.toUpperCase(name.charAt(0)) + name.substring(1) + "Order";
        }
    }

    void add(SortKey key) {
        sortKeys.put(key.name(), key);
    }

    public Collection<SortKey> sortKeys() {
        return sortKeys.values();
    }

    public SortKey sortKey(String name) {
        return sortKeys.get(name);
    }

    /** The field that names its records: name or title, where every record has it; null where there is none. */
    public Member.Value named() {
        Member member = members.getOrDefault("name", members.get("title"));
        return member instanceof Member.Value value && value.required() ? value : null;
    }

    void cite(Member.ToMany citations) {
        add(citations);
        cited = true;
    }

    public Class<? extends Entry> entity() {
        return entity;
    }

    /** The name of the type in the schema. */
    public String type() {
        return type;
    }

    /** The table, null for rows that are made, and with it the word before the colon in the ids of its records. */
    public String table() {
        return table;
    }

    public String description() {
        return description;
    }

    public Collection<Member> members() {
        return members.values();
    }

    public Member member(String name) {
        return members.get(name);
    }

    public Member.Value value(String name) {
        return (Member.Value) members.get(name);
    }

    /** The resource of a Data Package that carries its records, or null where none does. */
    public String resource() {
        Resource resource = entity.getAnnotation(Resource.class);
        return resource == null ? null : resource.value();
    }

    /** The columns of its file that no two records fill alike. */
    public List<String> unique() {
        Unique rule = entity.getAnnotation(Unique.class);
        return rule == null ? List.of() : List.of(rule.value());
    }

    /** The groups of columns of its file, of each of which every record fills exactly one. */
    public List<List<String>> exactlyOne() {
        return Arrays.stream(entity.getAnnotationsByType(ExactlyOne.class)).map(rule -> List.of(rule.value())).toList();
    }

    /** By which fields its records tell when they held; null where they hold for all times. */
    public Dated dated() {
        return isMade() ? null : entity.getAnnotation(Dated.class);
    }

    /** How its records are called for display; see {@link Label}. Where nothing is known, they are called by their slug. */
    public String label() {
        Label label = entity.getAnnotation(Label.class);
        if (label != null) {
            return label.value();
        }
        return members.containsKey("name") ? "[{name}]" : members.containsKey("title") ? "[{title}]" : "";
    }

    /** How its records, or what they belong to, are restated; null where they are not. */
    public Revised revised() {
        return isMade() ? null : entity.getAnnotation(Revised.class);
    }

    /** The records that are restated: these, or those that these belong to. */
    private Noun restated() {
        return revised().through().isEmpty() ? this : target(((Member.ToOne) member(revised().through())).target());
    }

    /** The column that names what is restated. */
    public String restatedColumn() {
        return revised().through().isEmpty() ? "id" : ((Member.ToOne) member(revised().through())).column();
    }

    /** The table of the keys of all restated records for which a later revision stands. */
    public String supersededTable() {
        return "superseded_" + restated().table;
    }

    /** Whether its records cite sources; a source and a citation do not. */
    public boolean cited() {
        return cited;
    }
}
