package dev.footnote.folder;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.footnote.cell.Blemish;
import dev.footnote.cell.Meaning;
import dev.footnote.constraint.Limits;
import dev.footnote.entry.Entry;
import dev.footnote.graph.Member;
import dev.footnote.scalar.CustomScalars;
import graphql.GraphQLContext;
import graphql.Scalars;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLScalarType;

/**
 * One column of a dataset file.
 *
 * @param header as in the first line of the file
 * @param field the field of the entity that it fills, alone or as a part
 * @param value what it holds, or null where it names a record
 * @param target the kind of record that it names, or null where it holds a value
 * @param limits what it may hold
 */
public record Column(String header, String field, boolean required, Member.Value value, Class<? extends Entry> target,
        Limits limits) {

    public static Column of(Member.Value value) {
        return new Column(snake(value.name()), value.name(), value.required(), value, null, Limits.TEXT);
    }

    public static Column of(Member.Group group, Member.Value part) {
        return new Column(snake(group.name()) + "_" + part.name(), group.name(), false, part, null, Limits.TEXT);
    }

    public static Column of(Member.ToOne way) {
        return new Column(snake(way.name()), way.name(), way.required(), null, way.target(), Limits.ID);
    }

    /** The same with what the entity says of the field. */
    Column within(Class<? extends Entry> entity) {
        return target != null ? this
                : new Column(header, field, required, value, target, Limits.of(entity, field, value));
    }

    /** The same where a record can do without it. */
    public Column optional() {
        return new Column(header, field, false, value, target, limits);
    }

    private static String snake(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    /**
     * The value of the cell of a line: null where it is empty or wrong, a text where it names a record. What is wrong
     * with it is a fault of the line, and what may be is a warning.
     */
    public Object check(Line line) {
        String text = line.cell(header);
        if (text == null) {
            if (required && !line.isFaulty(header)) {
                line.fault(header, "The cell is empty, and every record needs a value here.");
            }
            return null;
        }
        try {
            Object parsed = checked(text);
            if (target == null && value.type() == Scalars.GraphQLString) {
                warn(header, text, line);
            }
            return parsed;
        } catch (IllegalArgumentException e) {
            line.fault(header, e.getMessage());
            return null;
        }
    }

    /**
     * The value of a cell that the database can hold.
     *
     * @throws IllegalArgumentException with a sentence for the author of the dataset
     */
    public Object checked(String text) {
        Object parsed = target == null ? parse(text) : text;
        String wrong = Stream.of(Optional.ofNullable(limits.fault(text)), Optional.ofNullable(limits.faultOf(parsed)))
                .flatMap(Optional::stream).findFirst().orElse(null);
        if (wrong != null) {
            throw new IllegalArgumentException(wrong);
        }
        return parsed;
    }

    /** Tells what may be wrong with a text, such as that of a citation. */
    public static void warn(String header, String text, Line line) {
        String blemish = Blemish.of(text);
        if (blemish != null) {
            line.warning(header, blemish);
        }
    }

    /**
     * The value of a cell.
     *
     * @throws IllegalArgumentException with a sentence for the author of the dataset
     */
    public Object parse(String text) {
        if (value.type() instanceof GraphQLEnumType enumeration) {
            return constant(enumeration, text);
        }
        GraphQLScalarType scalar = (GraphQLScalarType) value.type();
        if (scalar == Scalars.GraphQLInt) {
            return integer(text);
        }
        if (scalar == Scalars.GraphQLBoolean) {
            return bool(text);
        }
        try {
            return scalar.getName().equals("Decimal") ? CustomScalars.kept(text)
                    : scalar.getCoercing().parseValue(text, GraphQLContext.getDefault(), Locale.ENGLISH);
        } catch (CoercingParseValueException | IllegalArgumentException e) {
            throw refusal(scalar, text, e.getMessage());
        }
    }

    /**
     * A text of somebody else's dataset: itself where it can be parsed, what it clearly means or, where the record can do
     * without it, null. One that is needed stays as it is, and is a fault later.
     *
     * @param warning gets a sentence where it is not itself
     */
    public String mended(String text, Consumer<String> warning) {
        try {
            checked(text);
            return text;
        } catch (IllegalArgumentException e) {
            String clear = value.type() instanceof GraphQLScalarType scalar ? Meaning.clear(scalar.getName(), text) : null;
            clear = clear == null ? limits.formed(text) : clear;
            if (clear != null && isRight(clear)) {
                warning.accept("\"" + text + "\" is not written as it is read here. It is read as " + clear + ".");
                return clear;
            }
            if (required) {
                return text;
            }
            warning.accept(e.getMessage() + " It is left out.");
            return null;
        }
    }

    private boolean isRight(String text) {
        try {
            checked(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Says what to write where that is clear. */
    private static IllegalArgumentException refusal(GraphQLScalarType scalar, String text, String message) {
        String meaning = text.length() > 40 ? null : Meaning.of(scalar.getName(), text);
        return new IllegalArgumentException(meaning == null ? message : meaning);
    }

    private static String constant(GraphQLEnumType enumeration, String text) {
        List<String> names = enumeration.getValues().stream().map(GraphQLEnumValueDefinition::getName).toList();
        String name = text.toUpperCase(Locale.ROOT);
        if (!names.contains(name)) {
            throw new IllegalArgumentException("\"" + Blemish.shown(text) + "\" is none of " + names.stream()
                    .map(one -> one.toLowerCase(Locale.ROOT)).collect(Collectors.joining(", ")) + ".");
        }
        return name;
    }

    private static Integer integer(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw refusal(Scalars.GraphQLInt, text,
                    "\"" + Blemish.shown(text) + "\" is not a whole number. Write digits, such as 2023.");
        }
    }

    private static Boolean bool(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("\"" + Blemish.shown(text) + "\" is neither true nor false.");
        }
        return Boolean.valueOf(text);
    }
}
