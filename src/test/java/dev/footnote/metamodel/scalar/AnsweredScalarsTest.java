package dev.footnote.metamodel.scalar;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.schema.Coercing;
import graphql.schema.GraphQLScalarType;

/** Returned values are accepted as arguments of the same scalar, with the same meaning. */
class AnsweredScalarsTest {

    private static final int ROUNDS = 2000;

    private final Random random = new Random(20261126);

    @Test
    void returned_values_are_accepted_as_arguments() {
        for (GraphQLScalarType scalar : CustomScalars.ALL) {
            for (String stored : answered(scalar.getName())) {
                Coercing<?, ?> coercing = scalar.getCoercing();
                String out = (String) coercing.serialize(stored, GraphQLContext.getDefault(), Locale.ENGLISH);
                Object variable = coercing.parseValue(out, GraphQLContext.getDefault(), Locale.ENGLISH);
                Object literal = coercing.parseLiteral(StringValue.of(out), CoercedVariables.emptyVariables(),
                        GraphQLContext.getDefault(), Locale.ENGLISH);
                assertThat(variable).as("%s %s", scalar.getName(), out).isEqualTo(literal);
                assertThat(meaning(variable)).as(scalar.getName()).isEqualTo(out);
            }
        }
    }

    private static String meaning(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof PartialDate date ? date.text() : value.toString();
    }

    /** Whatever a record holds, and what is computed from records. */
    private Set<String> answered(String scalar) {
        return switch (scalar) {
            case "Decimal" -> decimals();
            case "PartialDate" -> dates();
            case "CurrencyCode" -> of(Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode).toList());
            case "CountryCode" -> of(List.of(Locale.getISOCountries()));
            case "LanguageTag" -> of(List.of("en", "zh-Hans", "de-CH-1901", "sl-rozaj-biske"));
            case "DateTime" -> of(List.of("2026-11-26T20:15:00.000Z", "2000-02-29T00:00:00.999Z"));
            case "URL" -> of(List.of("https://example.org", "http://example.org:8080/a/b?c=d&e=%20#f",
                    "https://xn--fiqs8s/", "http://127.0.0.1/", "http://[::1]/x"));
            default -> throw new AssertionError("Say which values of " + scalar + " are answered");
        };
    }

    private static Set<String> of(List<String> values) {
        return new TreeSet<>(values);
    }

    private Set<String> decimals() {
        BigDecimal largest = new BigDecimal("9".repeat(26) + "." + "9".repeat(12));
        BigDecimal smallest = new BigDecimal("0.000000000001");
        Set<String> values = of(List.of("0", "1", "-1", largest.toPlainString(), smallest.toPlainString()));
        // the sum over as many records as a table can hold, and growth from the smallest to the largest
        values.add(plain(largest.multiply(BigDecimal.valueOf(Integer.MAX_VALUE))));
        values.add(plain(largest.subtract(smallest).multiply(BigDecimal.valueOf(100)).divide(smallest, 12,
                RoundingMode.HALF_UP).negate()));
        for (int i = 0; i < ROUNDS; i++) {
            BigDecimal one = new BigDecimal(new BigInteger(random.nextInt(126), random), random.nextInt(13));
            values.add(plain(random.nextBoolean() ? one : one.negate()));
            values.add(plain(one.divide(BigDecimal.valueOf(1 + random.nextInt(1000)), 12, RoundingMode.HALF_UP)));
        }
        return values;
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private Set<String> dates() {
        Set<String> dates = of(List.of("0000", "0001-01", "9999-12-31", "2020-02-29"));
        for (int i = 0; i < ROUNDS; i++) {
            String day = LocalDate.of(random.nextInt(10_000), 1 + random.nextInt(12), 1 + random.nextInt(28)).toString();
            dates.addAll(List.of(day, day.substring(0, 7), day.substring(0, 4)));
        }
        return dates;
    }
}
