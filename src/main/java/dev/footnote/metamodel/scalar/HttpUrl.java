package dev.footnote.metamodel.scalar;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An http or https URL, in ASCII or, as RFC 3987 allows, in any script. */
final class HttpUrl {

    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+-]*):.*", Pattern.DOTALL);
    private static final Pattern PARTS = Pattern
            .compile("https?://(?:[^/?#@]*@)?(\\[[0-9A-Fa-f:.]+\\]|[^/?#:\\[\\]]*)(?::(\\d{0,5}))?([/?#].*)?",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern LABELS = Pattern.compile("[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?"
            + "(\\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*\\.?");
    private static final Pattern CUT = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final int MOST_PORTS = 65_535;

    private HttpUrl() {
    }

    /** @return the problem as the rest of a sentence; empty if the URL is valid */
    static Optional<String> problem(String text) {
        Matcher scheme = SCHEME.matcher(text);
        if (!scheme.matches() || text.matches("[^:/]+:\\d+(/.*)?")) {
            return Optional.of("is not an address. Write it whole, such as https://example.org/page.");
        }
        String name = scheme.group(1).toLowerCase(Locale.ROOT);
        if (!name.equals("http") && !name.equals("https")) {
            return Optional.of("is an address of " + name
                    + ", and only https and http are taken. Give the page on the web, or leave it out.");
        }
        Optional<String> strange = strange(text);
        if (strange.isPresent()) {
            return strange;
        }
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches() || !isHost(parts.group(1))) {
            return Optional.of("has no host that can be one. Write it whole, such as https://example.org/page.");
        }
        boolean port = parts.group(2) == null || parts.group(2).isEmpty() || Integer.parseInt(parts.group(2)) <= MOST_PORTS;
        return port ? Optional.empty() : Optional.of("has a port above " + MOST_PORTS + ". Correct it.");
    }

    /** The problem with a character that no URL contains unencoded. */
    private static Optional<String> strange(String text) {
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            int one = text.codePointAt(i);
            if (Character.isWhitespace(one) || Character.isSpaceChar(one)) {
                return Optional.of("is an address with a blank in it. Write %20 for it, or take it out.");
            }
            if (Character.isISOControl(one) || Character.getType(one) == Character.FORMAT && one != 0x200c && one != 0x200d
                    || Character.getType(one) == Character.SURROGATE || "\"<>\\^`{|}".indexOf(one) >= 0) {
                boolean ascii = one > ' ' && one < 0x7f;
                return Optional.of(
                        "is an address with " + (ascii ? Character.toString(one) : String.format(Locale.ROOT, "U+%04X", one))
                                + " in it."
                                + (ascii ? String.format(Locale.ROOT, " Write %%%02X for it.", one) : " Take it out."));
            }
        }
        return CUT.matcher(text).find()
                ? Optional.of("is an address with a % that two hexadecimal digits do not follow. Write %25 for it.")
                : Optional.empty();
    }

    private static boolean isHost(String host) {
        if (host.startsWith("[")) {
            try {
                return new URI("http://" + host + "/").getHost() != null;
            } catch (URISyntaxException e) {
                return false;
            }
        }
        try {
            String ascii = IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            return LABELS.matcher(ascii).matches();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return false;
        }
    }
}
