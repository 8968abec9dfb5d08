package dev.footnote.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The query parameters of a URL. Only an ampersand separates them, as in the URL standard: a cache in front parses them by the
 * same standard and must see the same parameters.
 */
public final class QueryString {

    /**
     * The characters allowed in a request target. All others must be encoded, or different readers may interpret them
     * differently.
     */
    private static final Pattern TARGET = Pattern.compile("[!-~&&[^#\"<>]]*");

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.~-]*");

    private QueryString() {
    }

    /**
     * @param target of a request, such as {@code /graphql?query=%7Ba%7D}
     * @return the values by name, in the order in which they are given
     * @throws IllegalArgumentException if the target is not URL-encoded correctly
     */
    public static Map<String, List<String>> of(String target) {
        if (!TARGET.matcher(target).matches()) {
            throw new IllegalArgumentException("The URL holds characters that have to be encoded.");
        }
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        int mark = target.indexOf('?');
        if (mark >= 0) {
            for (String pair : target.substring(mark + 1).split("&", -1)) {
                if (!pair.isEmpty()) {
                    int equals = pair.indexOf('=');
                    String name = name(equals < 0 ? pair : pair.substring(0, equals));
                    String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
                    parameters.computeIfAbsent(name, first -> new ArrayList<>(1)).add(value);
                }
            }
        }
        return parameters;
    }

    /**
     * Decodes a parameter name. Two spellings of one name are rejected, because a cache that compares the raw text would see
     * two parameters.
     */
    private static String name(String text) {
        String name = decoded(text);
        if (!name.equals(text) && PLAIN.matcher(name).matches()) {
            throw new IllegalArgumentException("A parameter's name in the URL is encoded without need.");
        }
        return name;
    }

    private static String decoded(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        ByteBuffer bytes = ByteBuffer.allocate(text.length());
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (one == '%') {
                bytes.put(octet(text, i + 1));
                i += 2;
            } else {
                bytes.put((byte) (one == '+' ? ' ' : one));
            }
        }
        try {
            // a new decoder reports invalid UTF-8, such as a letter encoded in more bytes than it needs
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("The URL is not encoded in UTF-8.", e);
        }
    }

    private static byte octet(String text, int from) {
        int high = from + 1 < text.length() ? Character.digit(text.charAt(from), 16) : -1;
        int low = high < 0 ? -1 : Character.digit(text.charAt(from + 1), 16);
        if (low < 0) {
            throw new IllegalArgumentException("A percent sign in the URL is not followed by two hexadecimal digits.");
        }
        return (byte) (high << 4 | low);
    }
}
