package dev.footnote.http.channel;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;

/**
 * The response to a request that cannot be parsed. It is written as bytes, because without a request there is no response
 * object.
 */
final class MalformedRequestResponse {

    private static final int STATUS = "HTTP/1.1 ".length();
    private static final String ERROR = "HTTP/1.1 4";
    private static final String END = "\r\n\r\n";
    private static final ByteBuf HEAD_END = Unpooled.unreleasableBuffer(Unpooled.copiedBuffer(END, StandardCharsets.US_ASCII));

    private MalformedRequestResponse() {
    }

    static ByteBuf tooSlow(ByteBufAllocator memory, Duration patience) {
        return response(memory, "HTTP/1.1 408 Request Timeout",
                "The head of the request did not arrive within " + patience.toMillis() + " ms. Send it again.");
    }

    /** @return a complete response in place of a bare error status; all other bytes unchanged */
    static ByteBuf filled(ByteBuf response) {
        int at = response.readerIndex();
        int length = response.readableBytes();
        if (length < STATUS + 3 || !text(response, at, 7).equals(ERROR.substring(0, 7))
                || response.getByte(at + STATUS) != '4'
                || !text(response, response.writerIndex() - END.length(), END.length()).equals(END)) {
            return response;
        }
        String head = response.toString(StandardCharsets.ISO_8859_1);
        boolean bodiless = !head.contains("content-length: ");
        if (!bodiless && !head.contains("content-length: 0\r\n")) {
            return response;
        }
        ByteBuf filled = response(response.alloc(), head.substring(0, head.indexOf("\r\n")),
                sentence(head.substring(STATUS, STATUS + 3)));
        if (bodiless) {
            // without a body, as in a response to HEAD
            filled.writerIndex(ByteBufUtil.indexOf(HEAD_END, filled) + END.length());
        }
        response.release();
        return filled;
    }

    private static String sentence(String status) {
        return switch (status) {
            case "414" -> "The URL is longer than the server reads. Send the document in the body of a POST.";
            case "431" -> "The headers are larger than the server reads. Send fewer or shorter ones.";
            default -> "The head of the request is not HTTP as RFC 9112 has it. Send a well-formed request.";
        };
    }

    private static ByteBuf response(ByteBufAllocator memory, String status, String sentence) {
        String body = "{\"errors\":[{\"message\":\"" + sentence + "\",\"extensions\":{\"code\":\"BAD_REQUEST\"}}]}";
        return ByteBufUtil.writeAscii(memory, status + "\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: "
                + body.length() + "\r\nconnection: close\r\ncache-control: no-store\r\nx-content-type-options: nosniff" + END
                + body);
    }

    private static String text(ByteBuf bytes, int from, int length) {
        return bytes.toString(from, length, StandardCharsets.ISO_8859_1);
    }
}
