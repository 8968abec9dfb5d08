package dev.footnote.explorer.view;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.ibm.icu.text.DateTimePatternGenerator;
import com.ibm.icu.util.ULocale;

import dev.footnote.metamodel.Attribute;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLNamedType;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;

/** Names and values as a reader of one language and country writes them. */
public final class Wording {

    private static final int MONTH_LENGTH = 7;
    /** Letters of a date that is known to the day. */
    public static final int DAY_LENGTH = 10;
    private static final Map<Locale, Wording> WORDINGS = new ConcurrentHashMap<>();
    /** Kept, because a page says few names many times. They are names of the schema, so there are not many. */
    private static final Map<String, String> TITLES = new ConcurrentHashMap<>();

    private final Locale locale;
    private final DateTimeFormatter day;
    private final DateTimeFormatter month;
    private final NumberFormat numbers;
    private final Texts texts;

    private Wording(Locale locale) {
        DateTimePatternGenerator patterns = DateTimePatternGenerator.getInstance(ULocale.forLocale(locale));
        this.locale = locale;
        this.day = DateTimeFormatter.ofPattern(patterns.getBestPattern("yMMMMd"), locale);
        this.month = DateTimeFormatter.ofPattern(patterns.getBestPattern("yMMMM"), locale);
        this.numbers = NumberFormat.getNumberInstance(locale);
        numbers.setMaximumFractionDigits(Integer.MAX_VALUE);
        this.texts = translation(locale).orElseGet(() -> MessageBundles.get(Texts.class));
    }

    /** The texts of another language than English; empty if there is no file with them. */
    private static Optional<Texts> translation(Locale locale) {
        InstanceHandle<Texts> found = Arc.container().instance(Texts.class, Localized.Literal.of(locale.getLanguage()));
        return Optional.ofNullable(found.get());
    }

    public Texts texts() {
        return texts;
    }

    /** The wording of a locale. There are as many as {@link Languages} knows. */
    public static Wording of(Locale locale) {
        return WORDINGS.computeIfAbsent(locale, Wording::new);
    }

    /** A field name in words, such as "Held on" for {@code heldOn}. */
    public static String title(String name) {
        return TITLES.computeIfAbsent(name, one -> {
            String words = one.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
            return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
        });
    }

    /** A value of an enum in words. */
    public static String words(String value) {
        return value.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A partial date as it is spoken. */
    public String date(String date) {
        if (date == null) {
            return null;
        }
        try {
            return switch (date.length()) {
                case DAY_LENGTH -> LocalDate.parse(date).format(day);
                case MONTH_LENGTH -> YearMonth.parse(date).format(month);
                default -> date;
            };
        } catch (DateTimeException e) {
            // a date in an address is whatever a reader writes there
            return date;
        }
    }

    /** A number with its groups of digits. Digits are never dropped. */
    public String number(String number) {
        // a copy, because a format must not be used by two threads at a time
        return ((NumberFormat) numbers.clone()).format(new BigDecimal(number));
    }

    /** A value of a record. */
    public String value(Attribute attribute, JsonNode value) {
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

    private String named(String type, String field, JsonNode value) {
        String text = value.asText();
        return switch (type) {
            case "PartialDate" -> date(text);
            case "Decimal" -> number(text);
            // a year is a number without groups
            case "Int" -> field.endsWith("Year") ? text : number(text);
            case "CountryCode" -> new Locale("", text).getDisplayCountry(locale);
            case "LanguageTag" -> Locale.forLanguageTag(text).getDisplayName(locale);
            case "Boolean" -> value.asBoolean() ? texts.yes() : texts.no();
            default -> text;
        };
    }
}
