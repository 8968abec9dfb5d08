package dev.footnote.metamodel;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.persistence.Table;

import org.eclipse.microprofile.graphql.Description;

import dev.footnote.metamodel.annotation.*;

/** An entity type of the metamodel: its table, its attributes and its names in the schema. */
public final class EntityType {

    private static final String CITATIONS = "citations";

    private final Class<? extends BaseEntity> entity;
    private final String type;
    private final String table;
    private final String description;
    private boolean cited;
    private AlternativeNames alias;
    private String mergedInto;
    private final Map<String, Attribute> attributes = new LinkedHashMap<>();
    private final Map<String, SummableAttribute> sums = new LinkedHashMap<>();
    private final Map<String, Attribute.Scalar> ranks = new LinkedHashMap<>();
    private final Map<String, ComputedSortKey> sortKeys = new LinkedHashMap<>();
    private final List<String> columns;
    private final Metamodel metamodel;

    EntityType(Metamodel metamodel, Class<? extends BaseEntity> entity) {
        this.metamodel = metamodel;
        this.entity = entity;
        this.type = entity.getSimpleName();
        this.table = entity.getAnnotation(Table.class).name();
        this.description = entity.getAnnotation(Description.class).value();
        this.columns = List.of();
    }

    /** Creates an entity type of virtual rows. */
    EntityType(Metamodel metamodel, String type, String description, List<String> columns) {
        this.metamodel = metamodel;
        this.entity = null;
        this.type = type;
        this.table = null;
        this.description = description;
        this.columns = columns;
    }

    /** The entity type of another entity in the same metamodel. */
    public EntityType target(Class<? extends BaseEntity> other) {
        return metamodel.entityType(other);
    }

    /** Whether records are only ever appended, in the order of their numbers, and the oldest are perhaps no longer kept. */
    public boolean isLog() {
        return metamodel.subscriptions().stream().anyMatch(field -> field.entityType() == this);
    }

    /** See {@link Metamodel#nodeId}. */
    public GlobalId nodeId(String text) {
        return metamodel.nodeId(text);
    }

    /** Whether its rows are virtual: computed for an operation instead of read from a table. */
    public boolean isMade() {
        return table == null;
    }

    /** The column of a virtual row at an index. */
    public String column(int place) {
        return columns.get(place);
    }

    /** The index of a column in a virtual row. */
    public int place(String column) {
        return columns.indexOf(column);
    }

    void add(Attribute attribute) {
        if (attributes.putIfAbsent(attribute.name(), attribute) != null) {
            throw new IllegalStateException(type + "." + attribute.name() + " is declared twice");
        }
    }

    void add(SummableAttribute sum) {
        sums.put(sum.attribute().name(), sum);
    }

    void rank(Attribute.Scalar rank) {
        ranks.put(rank.name(), rank);
    }

    /** The value that an order of its lists refers to: a field, or a column that exists for sorting only. */
    public Attribute.Scalar ordering(String name) {
        return ranks.containsKey(name) ? ranks.get(name) : value(name);
    }

    /** The attributes of its records that can be summed. */
    public Collection<SummableAttribute> sums() {
        return sums.values();
    }

    public SummableAttribute sum(String name) {
        return sums.get(name);
    }

    void alias(AlternativeNames other) {
        alias = other;
    }

    /** Null if its records have no other names. */
    public AlternativeNames alias() {
        return alias;
    }

    void add(ComputedSortKey key) {
        sortKeys.put(key.name(), key);
    }

    public Collection<ComputedSortKey> sortKeys() {
        return sortKeys.values();
    }

    public ComputedSortKey sortKey(String name) {
        return sortKeys.get(name);
    }

    /** The field that names its records: name or title, if every record has it. */
    public Optional<Attribute.Scalar> named() {
        Attribute attribute = attributes.getOrDefault("name", attributes.get("title"));
        return attribute instanceof Attribute.Scalar value && value.required() ? Optional.of(value) : Optional.empty();
    }

    /** Lets merged records lead on. @param sql selects the global id of the record that the one with the id {@code ?} is now */
    public void mergedInto(String sql) {
        mergedInto = sql;
    }

    /** SQL for the record that a record was merged into; empty if records are never merged. */
    public Optional<String> mergedInto() {
        return Optional.ofNullable(mergedInto);
    }

    void cite(Attribute.ToMany citations) {
        add(citations);
        cited = true;
    }

    public Class<? extends BaseEntity> entity() {
        return entity;
    }

    /** The name of the type in the schema. */
    public String type() {
        return type;
    }

    /** The table, null for virtual rows. It is also the part before the colon in the ids of its records. */
    public String table() {
        return table;
    }

    public String description() {
        return description;
    }

    public Collection<Attribute> attributes() {
        return attributes.values();
    }

    public <A extends Attribute> List<A> attributes(Class<A> kind) {
        return attributes.values().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    public Attribute attribute(String name) {
        return attributes.get(name);
    }

    public Attribute.Scalar value(String name) {
        return (Attribute.Scalar) attributes.get(name);
    }

    /** The Data Package resource that contains its records, or null if there is none. */
    public String resource() {
        DataPackageResource resource = entity.getAnnotation(DataPackageResource.class);
        return resource == null ? null : resource.value();
    }

    /** The columns of its file whose combined values are unique for each record. */
    public List<String> unique() {
        UniqueFields rule = entity.getAnnotation(UniqueFields.class);
        return rule == null ? List.of() : List.of(rule.value());
    }

    /** The groups of columns of its file of which every record fills exactly one column per group. */
    public List<List<String>> exactlyOne() {
        return Arrays.stream(entity.getAnnotationsByType(ExactlyOneOf.class)).map(rule -> List.of(rule.value())).toList();
    }

    /** The fields that contain the validity period of its records; null if the records are always valid. */
    public ValidityPeriod dated() {
        return isMade() ? null : entity.getAnnotation(ValidityPeriod.class);
    }

    /** The label template of its records; see {@link LabelTemplate}. If nothing is known, the label of a record is its slug. */
    public String label() {
        LabelTemplate label = entity.getAnnotation(LabelTemplate.class);
        if (label != null) {
            return label.value();
        }
        return attributes.containsKey("name") ? "[{name}]" : attributes.containsKey("title") ? "[{title}]" : "";
    }

    /** How its records, or the records that they belong to, are restated; null if they are not. */
    public Restatable revised() {
        return isMade() ? null : entity.getAnnotation(Restatable.class);
    }

    /** The records that are restated: these, or those that these belong to. */
    private EntityType restated() {
        return revised().through().isEmpty() ? this : target(((Attribute.ToOne) attribute(revised().through())).target());
    }

    /** The column that refers to the restated record. */
    public String restatedColumn() {
        return revised().through().isEmpty() ? "id" : ((Attribute.ToOne) attribute(revised().through())).column();
    }

    /** The table of the keys of all restated records that a later revision supersedes. */
    public String supersededTable() {
        return "superseded_" + restated().table;
    }

    /** Whether its records come from a dataset, so that they can be edited. Citations are edited with what they are about. */
    public boolean isEditable() {
        return resource() != null && !resource().equals(CITATIONS);
    }

    /** Whether its records cite sources. Sources and citations do not. */
    public boolean cited() {
        return cited;
    }
}
