package dev.footnote.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One element of a header such as Accept or Content-Type, by RFC 9110, sections 5.6 and 12.4.2.
 *
 * @param value in lower case, such as {@code application/json}
 * @param parameters those before the weight, in lower case
 * @param weight from 0 to 1; 1 if not given
 */
public record HeaderElement(String value, Map<String, String> parameters, double weight) {

    private static final Pattern VALUE = Pattern.compile("[!#$%&'*+.^_`|~0-9a-z-]+(/[!#$%&'*+.^_`|~0-9a-z-]+)?");
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9a-z-]+");
    private static final Pattern WEIGHT = Pattern.compile("0?\\.[0-9]+|0\\.?|1(\\.0*)?");
    private static final String WEIGHT_NAME = "q";

    /**
     * @param lines the values of the header, which may occur several times
     * @return the well-formed elements; malformed elements are ignored
     */
    static List<HeaderElement> list(List<String> lines) {
        List<HeaderElement> elements = new ArrayList<>();
        for (String line : lines) {
            for (String text : split(line, ',')) {
                parse(text).ifPresent(elements::add);
            }
        }
        return elements;
    }

    /** @return the only element of a header that allows no more than one; empty if it is missing or malformed */
    public static Optional<HeaderElement> single(List<String> lines) {
        return lines.size() == 1 && split(lines.get(0), ',').size() == 1 ? parse(lines.get(0)) : Optional.empty();
    }

    static Optional<HeaderElement> parse(String text) {
        List<String> parts = split(text.toLowerCase(Locale.ROOT), ';');
        String value = parts.get(0).strip();
        if (!VALUE.matcher(value).matches()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String part : parts.subList(1, parts.size())) {
            if (part.isBlank()) {
                continue;
            }
            int equals = part.indexOf('=');
            String name = equals < 0 ? "" : part.substring(0, equals).strip();
            String said = unquoted(part.substring(equals + 1).strip());
            if (name.equals(WEIGHT_NAME)) {
                // parameters after the weight do not belong to the media type
                return WEIGHT.matcher(String.valueOf(said)).matches()
                        ? Optional.of(new HeaderElement(value, parameters, Double.parseDouble(said)))
                        : Optional.empty();
            }
            if (!TOKEN.matcher(name).matches() || said == null || parameters.put(name, said) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(new HeaderElement(value, parameters, 1));
    }

    /** @return null if the text is neither a token nor a quoted string */
    private static String unquoted(String text) {
        if (text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")) {
            return text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1");
        }
        return TOKEN.matcher(text).matches() ? text : null;
    }

    /** Splits the text at separators that are not inside a quoted string. */
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (one == '"') {
                quoted = !quoted;
            } else if (one == '\\' && quoted) {
                i++;
            } else if (one == separator && !quoted) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }
}
