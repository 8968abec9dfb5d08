package dev.footnote.dataset.datapackage;

import java.lang.reflect.Field;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.ValueType;
import dev.footnote.metamodel.annotation.BaseEntity;
import dev.footnote.metamodel.annotation.IntegerRange;
import dev.footnote.metamodel.annotation.MaxBytes;
import dev.footnote.metamodel.annotation.TextFormat;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLNamedType;

/**
 * Limits of one field that hold on every database.
 *
 * @param bytes largest number of bytes of its text in UTF-8
 * @param range null for any whole number
 * @param form required format; null for any
 */
public record ColumnLimits(int bytes, IntegerRange range, TextFormat form) {

    /** Limits of an id, which is a key of several indexes. */
    public static final ColumnLimits ID = new ColumnLimits(1000, null, null);

    /** Limits of any text. H2 stores at most 1,048,576 characters in a column. */
    public static final ColumnLimits TEXT = new ColumnLimits(1_000_000, null, null);

    private static final Map<String, Pattern> FORMS = new ConcurrentHashMap<>();
    private static final int LONGEST_CONSTANT = 100;
    private static final Map<String, Integer> BYTES_OF_SCALARS = Map.of("CurrencyCode", 3, "CountryCode", 2, "LanguageTag",
            100);

    /**
     * Reads the limits of a field from its annotations and type.
     *
     * @param field name of the entity's field, or of the embedded group that the value is a part of
     */
    public static ColumnLimits of(Class<? extends BaseEntity> entity, String field, Attribute.Scalar value) {
        Field declared = declared(entity, field);
        MaxBytes most = declared == null ? null : declared.getAnnotation(MaxBytes.class);
        return new ColumnLimits(most != null ? most.value() : bytes(value),
                declared == null ? null : declared.getAnnotation(IntegerRange.class),
                declared == null ? null : declared.getAnnotation(TextFormat.class));
    }

    private static Field declared(Class<? extends BaseEntity> entity, String field) {
        try {
            return entity.getDeclaredField(field);
        } catch (NoSuchFieldException e) {
            return null;
        }
    }

    private static int bytes(Attribute.Scalar value) {
        if (value.type() instanceof GraphQLEnumType) {
            return LONGEST_CONSTANT;
        }
        if (value.name().equals("slug") || value.name().equals("id")) {
            return ID.bytes;
        }
        return value.domain() != ValueType.TEXT ? LONGEST_CONSTANT
                : BYTES_OF_SCALARS.getOrDefault(((GraphQLNamedType) value.type()).getName(), TEXT.bytes);
    }

    /**
     * Checks a text without parsing it.
     *
     * @return a sentence for the author of the dataset, or null if the text is valid
     */
    public String problem(String text) {
        String unstorable = StorableText.problem(text, bytes);
        if (unstorable != null || form == null || isFormed(text)) {
            return unstorable;
        }
        return "\"" + HiddenCharacters.shown(text) + "\" is not in the expected format. " + form.hint();
    }

    /** Checks a value that was parsed from a text. Returns a sentence, or null if the value is valid. */
    public String faultOf(Object value) {
        if (range == null || !(value instanceof Integer number) || number >= range.min() && number <= range.max()) {
            return null;
        }
        return number + " is out of range. Write a whole number from " + range.min()
                + (range.max() == Integer.MAX_VALUE ? " on." : " to " + range.max() + ".");
    }

    private boolean isFormed(String text) {
        return FORMS.computeIfAbsent(form.pattern(), Pattern::compile).matcher(text).matches();
    }

    /**
     * Converts a text to the required format if it differs only in case, spaces and word separators; null if it differs in
     * more.
     */
    public String formed(String text) {
        if (form == null) {
            return null;
        }
        String formed = text.strip().replaceAll("(\\p{Ll})(\\p{Lu})", "$1-$2").replaceAll("[\\s_-]+", "-")
                .toLowerCase(Locale.ROOT);
        return isFormed(formed) ? formed : null;
    }
}
