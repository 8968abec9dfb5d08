package dev.footnote.dataset.datapackage;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.SnakeCase;
import dev.footnote.metamodel.annotation.BaseEntity;
import dev.footnote.metamodel.scalar.CustomScalars;
import graphql.GraphQLContext;
import graphql.Scalars;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLScalarType;

/**
 * One column of a dataset file.
 *
 * @param header header in the first line of the file
 * @param field field of the entity that the column fills, alone or in part
 * @param value type of its values; null if it refers to a record
 * @param target entity type that it refers to; null if it holds a value
 * @param limits limits of its values
 */
public record TableColumn(String header, String field, boolean required, Attribute.Scalar value,
        Class<? extends BaseEntity> target,
        ColumnLimits limits) {

    public static TableColumn of(Attribute.Scalar value) {
        return new TableColumn(SnakeCase.of(value.name()), value.name(), value.required(), value, null, ColumnLimits.TEXT);
    }

    public static TableColumn of(Attribute.Embedded group, Attribute.Scalar part) {
        return new TableColumn(SnakeCase.of(group.name()) + "_" + part.name(), group.name(), false, part, null,
                ColumnLimits.TEXT);
    }

    public static TableColumn of(Attribute.ToOne relation) {
        return new TableColumn(SnakeCase.of(relation.name()), relation.name(), relation.required(), null, relation.target(),
                ColumnLimits.ID);
    }

    /** Adds the limits that the entity sets for the field. */
    TableColumn within(Class<? extends BaseEntity> entity) {
        return target != null ? this
                : new TableColumn(header, field, required, value, target, ColumnLimits.of(entity, field, value));
    }

    /** Returns this column as an optional one. */
    public TableColumn optional() {
        return new TableColumn(header, field, false, value, target, limits);
    }

    /**
     * Reads and checks a cell: null if it is empty or invalid, a text if it refers to a record. Problems are reported on the
     * record as errors or warnings.
     */
    public Object check(SourceRecord line) {
        String text = line.cell(header);
        if (text == null) {
            if (required && !line.isFaulty(header)) {
                line.problem(header, "The cell is empty, and every record needs a value here.");
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
            line.problem(header, e.getMessage());
            return null;
        }
    }

    /**
     * Parses a cell and checks that the database can store its value.
     *
     * @throws IllegalArgumentException with a sentence for the author of the dataset
     */
    public Object checked(String text) {
        Object parsed = target == null ? parse(text) : text;
        String wrong = Stream.of(Optional.ofNullable(limits.problem(text)), Optional.ofNullable(limits.faultOf(parsed)))
                .flatMap(Optional::stream).findFirst().orElse(null);
        if (wrong != null) {
            throw new IllegalArgumentException(wrong);
        }
        return parsed;
    }

    /** Warns about hidden characters in a text, such as that of a citation. */
    public static void warn(String header, String text, SourceRecord line) {
        String blemish = HiddenCharacters.of(text);
        if (blemish != null) {
            line.warning(header, blemish);
        }
    }

    /**
     * Parses the value of a cell.
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
            throw exception(scalar, text, e.getMessage());
        }
    }

    /**
     * Corrects a cell of a foreign dataset. Returns the text itself if it is valid, else the value that it clearly means, else
     * null if the column is optional. An invalid text of a required column is returned unchanged and reported as an error
     * later.
     *
     * @param warning receives a sentence if the text is changed or dropped
     */
    public String mended(String text, Consumer<String> warning) {
        try {
            checked(text);
            return text;
        } catch (IllegalArgumentException e) {
            String clear = value.type() instanceof GraphQLScalarType scalar ? ValueSuggestions.clear(scalar.getName(), text)
                    : null;
            clear = clear == null ? limits.formed(text) : clear;
            if (clear != null && isRight(clear)) {
                warning.accept("\"" + text + "\" is not in the expected format. It is read as " + clear + ".");
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

    /** Creates the exception for an invalid text, with a suggestion if the meaning is clear. */
    private static IllegalArgumentException exception(GraphQLScalarType scalar, String text, String message) {
        String meaning = text.length() > 40 ? null : ValueSuggestions.of(scalar.getName(), text);
        return new IllegalArgumentException(meaning == null ? message : meaning);
    }

    private static String constant(GraphQLEnumType enumeration, String text) {
        List<String> names = enumeration.getValues().stream().map(GraphQLEnumValueDefinition::getName).toList();
        String name = text.toUpperCase(Locale.ROOT);
        if (!names.contains(name)) {
            throw new IllegalArgumentException("\"" + HiddenCharacters.shown(text) + "\" is none of " + names.stream()
                    .map(one -> one.toLowerCase(Locale.ROOT)).collect(Collectors.joining(", ")) + ".");
        }
        return name;
    }

    private static Integer integer(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw exception(Scalars.GraphQLInt, text,
                    "\"" + HiddenCharacters.shown(text) + "\" is not a whole number. Write digits, such as 2023.");
        }
    }

    private static Boolean bool(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("\"" + HiddenCharacters.shown(text) + "\" is neither true nor false.");
        }
        return Boolean.valueOf(text);
    }
}
