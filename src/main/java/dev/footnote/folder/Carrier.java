package dev.footnote.folder;

import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import dev.footnote.constraint.Tie;
import dev.footnote.entry.Entry;
import dev.footnote.entry.GoesWith;
import dev.footnote.graph.Member;
import dev.footnote.graph.Noun;
import dev.footnote.value.Money;

/** How the records of a noun are carried in a file: its columns, and the entity that a line becomes. */
public final class Carrier {

    public static final String ID = "id";
    public static final List<String> CITATION = List.of("source", "locator", "note", "stance");

    private final Noun noun;
    private final List<Column> columns = new ArrayList<>();

    public Carrier(Noun noun) {
        this.noun = noun;
        for (Member member : noun.members()) {
            if (member instanceof Member.ToOne way) {
                columns.add(Column.of(way));
            } else if (member instanceof Member.Group group) {
                group.values().forEach(part -> columns.add(Column.of(group, part).within(noun.entity())));
            } else if (member instanceof Member.Value value && !List.of("id", "slug", "number").contains(value.name())) {
                columns.add(Column.of(value).within(noun.entity()));
            }
        }
    }

    public Noun noun() {
        return noun;
    }

    public List<Column> columns() {
        return columns;
    }

    /** Which columns are filled only where others are. */
    public List<Tie> ties() {
        List<Tie> ties = new ArrayList<>();
        for (Member member : noun.members()) {
            GoesWith rule = declared(member.name()).map(field -> field.getAnnotation(GoesWith.class)).orElse(null);
            if (rule != null) {
                ties.add(new Tie(headers(member.name()), headers(rule.field()).get(0), rule.is(), rule.always()));
            }
        }
        return ties;
    }

    private Optional<Field> declared(String name) {
        return Arrays.stream(noun.entity().getDeclaredFields()).filter(field -> field.getName().equals(name)).findFirst();
    }

    /** The headers of the columns that a field of the entity takes. */
    private List<String> headers(String field) {
        return columns.stream().filter(column -> column.field().equals(field)).map(Column::header).toList();
    }

    /** Headers of which a line fills all or none. */
    public List<List<String>> groups() {
        return noun.members().stream().filter(Member.Group.class::isInstance).map(member -> headers(member.name())).toList();
    }

    /** The headers that the file must have. */
    public List<String> needed() {
        List<String> needed = new ArrayList<>(List.of(ID));
        columns.stream().filter(Column::required).forEach(column -> needed.add(column.header()));
        return needed;
    }

    /** The headers that the file may have. */
    public List<String> headers() {
        List<String> headers = new ArrayList<>(List.of(ID));
        columns.forEach(column -> headers.add(column.header()));
        if (noun.cited()) {
            headers.addAll(CITATION);
        }
        return headers;
    }

    /**
     * The record of a line.
     *
     * @param values in the order of the columns: what a cell says, or the id of the record that it names
     */
    public Entry entity(Integer id, String slug, Object[] values) {
        Entry entity = create(noun.entity());
        entity.id = id;
        entity.slug = slug;
        for (int i = 0; i < values.length; i++) {
            Column column = columns.get(i);
            if (values[i] == null) {
                continue;
            }
            if (column.target() != null) {
                Entry named = create(column.target());
                named.id = (Integer) values[i];
                set(entity, column.field(), named);
            } else if (!column.field().equals(column.value().name())) {
                // an amount of money takes two columns, its currency next to it; both are given or none
                set(entity, column.field(), new Money((BigDecimal) values[i], (String) values[++i]));
            } else {
                set(entity, column.field(), values[i]);
            }
        }
        return entity;
    }

    private static Entry create(Class<? extends Entry> type) {
        try {
            return type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings({ "unchecked", "rawtypes" })
    private static void set(Entry entity, String name, Object value) {
        try {
            Field field = entity.getClass().getDeclaredField(name);
            field.setAccessible(true);
            field.set(entity, field.getType().isEnum() ? Enum.valueOf((Class) field.getType(), (String) value) : value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
