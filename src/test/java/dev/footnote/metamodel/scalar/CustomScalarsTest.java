package dev.footnote.metamodel.scalar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.BooleanValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;

class CustomScalarsTest {

    @Test
    void a_decimal_is_exact_however_it_is_written() {
        assertThat(value("Decimal", "18.9")).isEqualTo(new BigDecimal("18.9"));
        assertThat(value("Decimal", 7)).isEqualTo(new BigDecimal("7"));
        assertThat(value("Decimal", new BigDecimal("-0.1"))).isEqualTo(new BigDecimal("-0.1"));
        assertThat(literal("Decimal", StringValue.of("18.90"))).isEqualTo(new BigDecimal("18.90"));
        assertThat(literal("Decimal", IntValue.of(5))).isEqualTo(new BigDecimal("5"));
        assertThat(literal("Decimal", FloatValue.newFloatValue(new BigDecimal("1e3")).build()))
                .isEqualTo(new BigDecimal("1000"));
        assertThat(value("Decimal", "9".repeat(26) + "." + "9".repeat(12)))
                .isEqualTo(new BigDecimal("9".repeat(26) + "." + "9".repeat(12)));
    }

    @Test
    void invalid_and_too_long_decimals_are_refused() {
        for (Object wrong : List.of("", "1,5", "1e3", ".5", "5.", "+5", "--5", "NaN", "0x1", " 1", "9".repeat(101),
                "0." + "0".repeat(101), 1.5d, true, List.of())) {
            refused("Decimal", wrong);
        }
        refusedLiteral("Decimal", FloatValue.newFloatValue(new BigDecimal("1e999999999")).build());
        refusedLiteral("Decimal", FloatValue.newFloatValue(new BigDecimal("1e-999999999")).build());
        refusedLiteral("Decimal", BooleanValue.of(true));
    }

    @Test
    void codes_are_those_of_their_standards() {
        assertThat(value("CurrencyCode", "CNY")).isEqualTo("CNY");
        assertThat(value("CountryCode", "CN")).isEqualTo("CN");
        List.of("CNY", "DEM", "SUR", "XAD", "XCG").forEach(code -> assertThat(value("CurrencyCode", code)).isEqualTo(code));
        List.of("CN", "XK", "SS").forEach(code -> assertThat(value("CountryCode", code)).isEqualTo(code));
        assertThat(value("LanguageTag", "zh-Hans")).isEqualTo("zh-Hans");
        assertThat(value("URL", "https://example.org/page?a=b#c")).isEqualTo("https://example.org/page?a=b#c");
        assertThat(value("PartialDate", "2018-04")).isEqualTo(PartialDate.parse("2018-04"));
        List.of("cny", "RMB", "", "CN", "CNYY").forEach(wrong -> refused("CurrencyCode", wrong));
        List.of("cn", "CHN", "", "ZZ", "UK").forEach(wrong -> refused("CountryCode", wrong));
        List.of("", "e", "en_GB", "en-", "-en", "中文").forEach(wrong -> refused("LanguageTag", wrong));
        List.of("", "example.org", "/page", "ftp://example.org", "https://", "https:///x", "javascript:alert(1)",
                "https://example.org/a b").forEach(wrong -> refused("URL", wrong));
        refused("URL", 5);
        refusedLiteral("PartialDate", IntValue.of(2018));
    }

    @Test
    void an_address_may_be_in_any_script() {
        for (String address : List.of("http://\u043f\u0440\u0438\u043c\u0435\u0440.\u0440\u0444/\u0441\u0442\u0440",
                "https://\u4f8b\u5b50.\u6d4b\u8bd5", "https://b\u00fccher.example/?q=\u00fc#\u00e4",
                "HTTPS://Example.org:8080/",
                "http://my_host.example/a", "http://[2001:db8::1]/", "http://localhost", "https://xn--bcher-kva.example",
                "https://user@example.org/~a/(b);c=1,2!*'$&+=@:%20")) {
            assertThat(value("URL", address)).isEqualTo(address);
        }
    }

    @Test
    void a_refused_url_is_reported_with_the_reason() {
        Map.of("ftp://example.org/a", "is an address of ftp, and only https and http are taken",
                "mailto:a@example.org", "is an address of mailto, and only", "www.example.org", "Write it whole",
                "example.org:80/a", "Write it whole", "https://example.org/a b", "a blank in it", "https://example.org/{id}",
                "Write %7B for it", "https://example.org/50%", "Write %25 for it", "https://-a-.example", "has no host",
                "https://a..example", "has no host", "http://example.org:99999/", "has a port above 65535")
                .forEach((address, reason) -> assertThatThrownBy(() -> value("URL", address)).as(address)
                        .hasMessageContaining(reason));
        assertThatThrownBy(() -> value("URL", "https://example.org/\u200b")).hasMessageContaining("U+200B");
    }

    @Test
    void a_long_invalid_text_is_shortened_in_the_message() {
        assertThatThrownBy(() -> value("Decimal", "x".repeat(100_000))).hasMessageMatching(".{50,300}");
    }

    private static void refused(String scalar, Object wrong) {
        assertThatThrownBy(() -> value(scalar, wrong)).as(scalar + " " + wrong)
                .isInstanceOf(CoercingParseValueException.class).hasMessageMatching("(?s).*[a-z].*\\.");
    }

    private static void refusedLiteral(String scalar, Value<?> wrong) {
        assertThatThrownBy(() -> literal(scalar, wrong)).isInstanceOf(CoercingParseLiteralException.class);
    }

    private static Object value(String scalar, Object input) {
        return coercing(scalar).parseValue(input, GraphQLContext.getDefault(), Locale.ENGLISH);
    }

    private static Object literal(String scalar, Value<?> input) {
        return coercing(scalar).parseLiteral(input, CoercedVariables.emptyVariables(), GraphQLContext.getDefault(),
                Locale.ENGLISH);
    }

    private static Coercing<?, ?> coercing(String scalar) {
        return CustomScalars.ALL.stream().filter(one -> one.getName().equals(scalar)).findFirst().orElseThrow().getCoercing();
    }
}
