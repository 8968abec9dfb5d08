package dev.footnote.http;

import java.util.List;

/**
 * Which of the content codings that we have a client accepts, by RFC 9110, section 12.5.3.
 *
 * @param gzip whether an answer may be packed; how much the client prefers another coding does not count, because packing
 *        saves both sides more
 * @param identity whether an answer may be sent as it is
 */
public record Encodings(boolean gzip, boolean identity) {

    private static final Encodings PLAIN = new Encodings(false, true);

    /** @param headers all values of the header Accept-Encoding, none where it is not given */
    public static Encodings of(List<String> headers) {
        if (headers.isEmpty()) {
            return PLAIN;
        }
        double gzip = -1;
        double identity = -1;
        double others = -1;
        for (HeaderElement coding : HeaderElement.list(headers)) {
            switch (coding.value()) {
                case "gzip", "x-gzip" -> gzip = coding.weight();
                case "identity" -> identity = coding.weight();
                case "*" -> others = coding.weight();
                default -> {
                    // a coding that we do not have
                }
            }
        }
        double packed = gzip < 0 ? others : gzip;
        double plain = identity < 0 && others == 0 ? 0 : identity;
        return new Encodings(packed > 0, plain != 0);
    }

    /** Whether an answer cannot be sent in any way. */
    public boolean nothing() {
        return !gzip && !identity;
    }
}
