package dev.footnote.graph;

import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.ManyToOne;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

import dev.footnote.entry.Additive;
import dev.footnote.entry.Entry;
import dev.footnote.entry.Scalar;
import dev.footnote.scalar.Vocabulary;
import dev.footnote.value.Money;
import dev.footnote.value.PartialDate;
import graphql.Scalars;

/** Reads a noun from its entity class, so that a field is declared once: for the table, the dataset file and the schema. */
final class EntityReading {

    private final Class<? extends Entry> entity;
    private final Vocabulary vocabulary;
    private final Noun noun;

    EntityReading(Graph graph, Class<? extends Entry> entity, Vocabulary vocabulary) {
        this.entity = entity;
        this.vocabulary = vocabulary;
        this.noun = new Noun(graph, entity);
    }

    Noun noun() {
        noun.add(new Member.Value("id", "The global id of the record: its kind, a colon and its slug.", true, Domain.TEXT,
                Scalars.GraphQLID, "slug", noun.table() + ":"));
        noun.add(new Member.Value("slug", "The id that the dataset gives the record, unique among its kind.", true,
                Domain.TEXT, Scalars.GraphQLString, "slug", null));
        noun.add(new Member.Value("number",
                "The place of the record among its kind, counted from 1 in the order in which records came into the database.",
                true, Domain.INTEGER, Scalars.GraphQLInt, "id", null));
        noun.add(new Member.Label("label", Member.Label.DESCRIPTION));
        // what has no description is not served: keys of the table, and what Hibernate weaves into the class
        Arrays.stream(entity.getDeclaredFields()).filter(field -> field.isAnnotationPresent(Description.class))
                .map(this::member).forEach(noun::add);
        Arrays.stream(entity.getDeclaredFields()).forEach(this::sum);
        return noun;
    }

    private Member member(Field field) {
        String name = field.getName();
        String description = field.getAnnotation(Description.class).value();
        if (field.isAnnotationPresent(ManyToOne.class)) {
            return new Member.ToOne(name, description, required(field), field.getType().asSubclass(Entry.class),
                    snake(name) + "_id");
        }
        if (field.isAnnotationPresent(Embedded.class) && field.getType() == Money.class) {
            return group(name, description, Money.class);
        }
        Scalar scalar = field.getAnnotation(Scalar.class);
        Column column = field.getAnnotation(Column.class);
        return value(name, description, required(field), field.getType(), scalar == null ? null : scalar.value(),
                column == null ? snake(name) : column.name());
    }

    private void sum(Field field) {
        Additive additive = field.getAnnotation(Additive.class);
        Member member = noun.member(field.getName());
        if (additive != null) {
            noun.add(new Sum(member, Arrays.stream(additive.value()).map(noun::value).toList()));
        } else if (member instanceof Member.Group group) {
            noun.add(new Sum(group, group.values().subList(1, group.values().size())));
        }
    }

    private Member.Group group(String name, String description, Class<? extends Record> type) {
        List<Member.Value> values = Arrays.stream(type.getRecordComponents()).map(part -> part(name, part)).toList();
        return new Member.Group(name, description, type.getSimpleName(), type.getAnnotation(Description.class).value(), values);
    }

    private Member.Value part(String group, RecordComponent part) {
        String scalar = part.getType() == BigDecimal.class ? "Decimal" : "CurrencyCode";
        return value(part.getName(), part.getAccessor().getAnnotation(Description.class).value(), true, part.getType(), scalar,
                snake(group) + "_" + part.getName());
    }

    private Member.Value value(String name, String description, boolean required, Class<?> javaType, String scalar,
            String column) {
        return new Member.Value(name, description, required, domain(javaType), vocabulary.type(javaType, scalar), column,
                null);
    }

    private static boolean required(Field field) {
        return field.isAnnotationPresent(NonNull.class);
    }

    private static Domain domain(Class<?> type) {
        if (type == Integer.class) {
            return Domain.INTEGER;
        }
        if (type == Boolean.class) {
            return Domain.BOOLEAN;
        }
        if (type == BigDecimal.class) {
            return Domain.DECIMAL;
        }
        return type == PartialDate.class ? Domain.DATE : Domain.TEXT;
    }

    /** As Hibernate's CamelCaseToUnderscoresNamingStrategy has it. */
    private static String snake(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
