package dev.footnote.explorer.view;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.metamodel.Attribute;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLNamedType;

/** Names and values as a reader writes them. */
public final class Wording {

    private static final Locale LOCALE = Locale.ENGLISH;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", LOCALE);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", LOCALE);
    private static final int MONTH_LENGTH = 7;
    private static final int DAY_LENGTH = 10;

    private Wording() {
    }

    /** A field name in words, such as "Held on" for {@code heldOn}. */
    public static String title(String name) {
        String words = name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(LOCALE);
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** A value of an enum in words. */
    public static String words(String value) {
        return value.toLowerCase(LOCALE).replace('_', ' ');
    }

    /** A partial date as it is spoken. */
    public static String date(String date) {
        if (date == null) {
            return null;
        }
        return switch (date.length()) {
            case DAY_LENGTH -> LocalDate.parse(date).format(DAY);
            case MONTH_LENGTH -> YearMonth.parse(date).format(MONTH);
            default -> date;
        };
    }

    /** A number with its groups of digits. Digits are never dropped. */
    public static String number(String number) {
        NumberFormat format = NumberFormat.getNumberInstance(LOCALE);
        format.setMaximumFractionDigits(Integer.MAX_VALUE);
        return format.format(new BigDecimal(number));
    }

    /** A value of a record. */
    public static String value(Attribute attribute, JsonNode value) {
        if (attribute instanceof Attribute.Embedded group) {
            JsonNode amount = value.path(group.values().get(0).name());
            StringBuilder text = new StringBuilder(number(amount.asText()));
            group.values().stream().skip(1).forEach(part -> text.append(' ').append(value.path(part.name()).asText()));
            return text.toString();
        }
        if (attribute instanceof Attribute.Formula) {
            return number(value.asText());
        }
        Attribute.Scalar scalar = (Attribute.Scalar) attribute;
        if (scalar.type() instanceof GraphQLEnumType) {
            return words(value.asText());
        }
        return named(((GraphQLNamedType) scalar.type()).getName(), scalar.name(), value);
    }

    private static String named(String type, String field, JsonNode value) {
        String text = value.asText();
        return switch (type) {
            case "PartialDate" -> date(text);
            case "Decimal" -> number(text);
            // a year is a number without groups
            case "Int" -> field.endsWith("Year") ? text : number(text);
            case "CountryCode" -> new Locale("", text).getDisplayCountry(LOCALE);
            case "LanguageTag" -> Locale.forLanguageTag(text).getDisplayName(LOCALE);
            case "Boolean" -> value.asBoolean() ? "yes" : "no";
            default -> text;
        };
    }
}
