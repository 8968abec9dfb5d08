package dev.footnote.constraint;

import java.lang.reflect.Field;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import dev.footnote.cell.Blemish;
import dev.footnote.cell.Storable;
import dev.footnote.entry.Entry;
import dev.footnote.entry.Form;
import dev.footnote.entry.MaxBytes;
import dev.footnote.entry.Range;
import dev.footnote.graph.Domain;
import dev.footnote.graph.Member;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLNamedType;

/**
 * What one field may hold, on every database.
 *
 * @param bytes the most bytes of its text in UTF-8
 * @param range null where any whole number will do
 * @param form null where it may be written in any way
 */
public record Limits(int bytes, Range range, Form form) {

    /** An id, which is a key of several indexes. */
    public static final Limits ID = new Limits(1000, null, null);

    /** Any text: H2 keeps no more than 1,048,576 characters in a column. */
    public static final Limits TEXT = new Limits(1_000_000, null, null);

    private static final Map<String, Pattern> FORMS = new ConcurrentHashMap<>();
    private static final int LONGEST_CONSTANT = 100;
    private static final Map<String, Integer> BYTES_OF_SCALARS = Map.of("CurrencyCode", 3, "CountryCode", 2, "LanguageTag",
            100);

    /** @param field the name of the field in the entity, or of the group that the value is a part of */
    public static Limits of(Class<? extends Entry> entity, String field, Member.Value value) {
        Field declared = declared(entity, field);
        MaxBytes most = declared == null ? null : declared.getAnnotation(MaxBytes.class);
        return new Limits(most != null ? most.value() : bytes(value),
                declared == null ? null : declared.getAnnotation(Range.class),
                declared == null ? null : declared.getAnnotation(Form.class));
    }

    private static Field declared(Class<? extends Entry> entity, String field) {
        try {
            return entity.getDeclaredField(field);
        } catch (NoSuchFieldException e) {
            return null;
        }
    }

    private static int bytes(Member.Value value) {
        if (value.type() instanceof GraphQLEnumType) {
            return LONGEST_CONSTANT;
        }
        if (value.name().equals("slug") || value.name().equals("id")) {
            return ID.bytes;
        }
        return value.domain() != Domain.TEXT ? LONGEST_CONSTANT
                : BYTES_OF_SCALARS.getOrDefault(((GraphQLNamedType) value.type()).getName(), TEXT.bytes);
    }

    /**
     * What is wrong with a text, whatever it means.
     *
     * @return a sentence for the author of the dataset, or null
     */
    public String fault(String text) {
        String unstorable = Storable.fault(text, bytes);
        if (unstorable != null || form == null || isFormed(text)) {
            return unstorable;
        }
        return "\"" + Blemish.shown(text) + "\" is not written as it is read here. " + form.hint();
    }

    /** What is wrong with the value that was read from a text. */
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

    /** A text in the form of the field, where only capitals, blanks and what joins words are otherwise; null where more is. */
    public String formed(String text) {
        if (form == null) {
            return null;
        }
        String formed = text.strip().replaceAll("(\\p{Ll})(\\p{Lu})", "$1-$2").replaceAll("[\\s_-]+", "-")
                .toLowerCase(Locale.ROOT);
        return isFormed(formed) ? formed : null;
    }
}
