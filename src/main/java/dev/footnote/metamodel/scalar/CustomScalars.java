package dev.footnote.metamodel.scalar;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;

/** The custom scalars of the schema, which GraphQL does not define itself. Each is a string in JSON. */
public final class CustomScalars {

    static final List<GraphQLScalarType> ALL = List.of(
            scalar("PartialDate", "https://www.w3.org/TR/NOTE-datetime",
                    "A date as exact as a source states it, in the calendar of ISO 8601: 2018, 2018-04 or 2018-04-25.",
                    PartialDate::parse),
            scalar("Decimal", "https://www.w3.org/TR/xmlschema-2/#decimal",
                    "An exact decimal number as a string, such as \"18.9\". Never a floating point number.",
                    CustomScalars::decimal),
            scalar("CurrencyCode", "https://www.iso.org/iso-4217-currency-codes.html",
                    "A currency by its code of ISO 4217, such as CNY.", CustomScalars::currency),
            scalar("CountryCode", "https://www.iso.org/iso-3166-country-codes.html",
                    "A country by its two-letter code of ISO 3166-1, such as CN, or XK for Kosovo.", CustomScalars::country),
            scalar("LanguageTag", "https://www.rfc-editor.org/info/bcp47",
                    "A language by its tag of BCP 47, such as en or zh-Hans.", CustomScalars::language),
            scalar("DateTime", "https://www.rfc-editor.org/rfc/rfc3339",
                    "A moment in UTC by RFC 3339, such as 2026-11-26T20:15:00.000Z.", CustomScalars::dateTime),
            scalar("URL", "https://www.rfc-editor.org/rfc/rfc3986",
                    "An absolute http or https address, RFC 3986; host and path may be in any script, RFC 3987.",
                    CustomScalars::url));

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private CustomScalars() {
    }

    /**
     * Parses a decimal. It accepts more digits than a record can store, because sums, averages and growth rates are returned
     * and may come back as arguments.
     */
    private static BigDecimal decimal(String text) {
        return decimal(text, 100, 100);
    }

    /**
     * Parses a number that a record can store.
     *
     * @throws IllegalArgumentException with a sentence for the author of the number
     */
    public static BigDecimal kept(String text) {
        return decimal(text, 26, 12);
    }

    private static BigDecimal decimal(String text, int before, int behind) {
        if (!text.matches("-?\\d{1,%s}(\\.\\d{1,%s})?".formatted(before, behind))) {
            throw new IllegalArgumentException("\"" + shown(text) + "\" is not a decimal number. Write digits with at most "
                    + before + " before and " + behind + " behind a point, such as -18.9.");
        }
        return new BigDecimal(text);
    }

    private static String currency(String text) {
        if (!IsoCodes.isCurrency(text)) {
            throw new IllegalArgumentException(
                    "\"" + shown(text) + "\" is not a currency code. Write three capitals of ISO 4217, such as CNY.");
        }
        return text;
    }

    private static String country(String text) {
        if (!IsoCodes.isCountry(text)) {
            throw new IllegalArgumentException(
                    "\"" + shown(text) + "\" is not a country code. Write two capitals of ISO 3166-1, such as CN.");
        }
        return text;
    }

    private static String language(String text) {
        if (!text.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")) {
            throw new IllegalArgumentException(
                    "\"" + shown(text) + "\" is not a language tag. Write a tag of BCP 47, such as en or zh-Hans.");
        }
        return text;
    }

    private static String dateTime(String text) {
        try {
            return written(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "\"" + shown(text) + "\" is not a moment. Write it by RFC 3339, such as 2026-11-26T20:15:00Z.", e);
        }
    }

    /** A moment as it is stored and served. Such texts are ordered as the moments are. */
    public static String written(Instant moment) {
        return MOMENT.format(moment);
    }

    private static String url(String text) {
        HttpUrl.problem(text).ifPresent(problem -> {
            throw new IllegalArgumentException("\"" + shown(text) + "\" " + problem);
        });
        return text;
    }

    private static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }

    private static GraphQLScalarType scalar(String name, String specification, String description,
            Function<String, Object> parse) {
        return GraphQLScalarType.newScalar().name(name).specifiedByUrl(specification).description(description)
                .coercing(new Text(name, parse)).build();
    }

    /** A text scalar. Texts from the database are returned unchanged; texts from a client are parsed. */
    private record Text(String name, Function<String, Object> parse) implements Coercing<Object, String> {

        @Override
        public String serialize(Object value, GraphQLContext context, Locale locale) {
            return value.toString();
        }

        @Override
        public Object parseValue(Object input, GraphQLContext context, Locale locale) {
            try {
                return parse.apply(text(input));
            } catch (IllegalArgumentException e) {
                throw new CoercingParseValueException(e.getMessage());
            }
        }

        @Override
        public Object parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            try {
                return parse.apply(text(input));
            } catch (IllegalArgumentException e) {
                throw new CoercingParseLiteralException(e.getMessage());
            }
        }

        @Override
        public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
            return StringValue.of(input.toString());
        }

        private String text(Object input) {
            if (input instanceof String text) {
                return text;
            }
            if (name.equals("Decimal") && (input instanceof Integer || input instanceof Long || input instanceof BigDecimal)) {
                return plain(new BigDecimal(input.toString()));
            }
            throw new IllegalArgumentException("A " + name + " is written as a string.");
        }

        /**
         * Formats a number. If it has more digits than any decimal here, it keeps the exponent, because 1e999999999 has a
         * billion digits.
         */
        private static String plain(BigDecimal number) {
            return Math.abs((long) number.scale()) > 100 ? number.toString() : number.toPlainString();
        }

        private String text(Value<?> input) {
            if (input instanceof StringValue text) {
                return text.getValue();
            }
            if (name.equals("Decimal") && input instanceof IntValue whole) {
                return whole.getValue().toString();
            }
            if (name.equals("Decimal") && input instanceof FloatValue exact) {
                return plain(exact.getValue());
            }
            throw new IllegalArgumentException("A " + name + " is written as a string.");
        }
    }
}
