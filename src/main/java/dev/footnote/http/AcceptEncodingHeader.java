package dev.footnote.http;

import java.util.List;

/**
 * The content codings that the server supports and the client accepts, by RFC 9110, section 12.5.3.
 *
 * @param gzip whether a response may be compressed; the client's preference for another coding is ignored, because compression
 *        saves more on both sides
 * @param identity whether a response may be sent uncompressed
 */
public record AcceptEncodingHeader(boolean gzip, boolean identity) {

    private static final AcceptEncodingHeader PLAIN = new AcceptEncodingHeader(false, true);

    /** @param headers all values of the header Accept-Encoding, empty if the header is missing */
    public static AcceptEncodingHeader of(List<String> headers) {
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
                    // a coding that we do not support
                }
            }
        }
        double packed = gzip < 0 ? others : gzip;
        double plain = identity < 0 && others == 0 ? 0 : identity;
        return new AcceptEncodingHeader(packed > 0, plain != 0);
    }

    /** Whether the client accepts no form in which a response could be sent. */
    public boolean nothing() {
        return !gzip && !identity;
    }
}
