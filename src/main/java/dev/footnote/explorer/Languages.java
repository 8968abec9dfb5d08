package dev.footnote.explorer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.quarkus.runtime.LocalesBuildTimeConfig;

/**
 * Finds the locale of a reader: a language that the texts of the pages exist in, and the country that the reader asks for,
 * because
 * countries write dates and numbers in their own ways.
 */
@Singleton
class Languages {

    /** For readers who ask for no known language: English that is not of one country, with the day before the month. */
    static final Locale DEFAULT = Locale.UK;

    /** Locales of the platform. A reader can ask for others only by language, so that few forms of a page are kept. */
    private static final Set<Locale> KNOWN = Arrays.stream(Locale.getAvailableLocales())
            .filter(locale -> locale.getVariant().isEmpty() && locale.getScript().isEmpty() && !locale.hasExtensions())
            .collect(Collectors.toUnmodifiableSet());

    private final Set<String> languages;

    Languages(LocalesBuildTimeConfig config) {
        this.languages = config.locales().stream().map(Locale::getLanguage).collect(Collectors.toUnmodifiableSet());
    }

    /** @param accepted the header Accept-Language, or null */
    Locale of(String accepted) {
        return ranges(accepted).stream().filter(range -> range.getWeight() > 0)
                .map(range -> Locale.forLanguageTag(range.getRange()))
                .filter(locale -> languages.contains(locale.getLanguage())).findFirst().map(Languages::known).orElse(DEFAULT);
    }

    private static Locale known(Locale locale) {
        Locale plain = new Locale(locale.getLanguage(), locale.getCountry());
        Locale known = KNOWN.contains(plain) ? plain : new Locale(locale.getLanguage());
        return known.equals(Locale.ENGLISH) ? DEFAULT : known;
    }

    private static List<Locale.LanguageRange> ranges(String accepted) {
        try {
            return accepted == null ? List.of() : Locale.LanguageRange.parse(accepted);
        } catch (IllegalArgumentException e) {
            // a header that cannot be read is no reason to refuse the page
            return List.of();
        }
    }
}
