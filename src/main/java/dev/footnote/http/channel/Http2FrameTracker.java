package dev.footnote.http.channel;

import java.nio.charset.StandardCharsets;

import io.netty.buffer.ByteBuf;

/**
 * Tracks HTTP/2 frames (RFC 9113) in the bytes of a connection. It first detects from the preface whether HTTP/2 is used. It
 * then follows the frames far enough to know whether the head of a request has begun but not ended.
 */
final class Http2FrameTracker {

    private static final byte[] TEXT = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int FRAME_HEAD = 9;
    private static final int HEADERS = 1;
    private static final int CONTINUATION = 9;
    private static final int END_HEADERS = 4;

    /** How many bytes match the preface; -1 after a mismatch. */
    private int matched;
    private final int[] frame = new int[FRAME_HEAD];
    private int inFrameHead;
    private int leftOfFrame;
    private boolean headers;
    private boolean ended = true;

    /** Whether the preface is complete, that is, HTTP/2 is used. */
    boolean complete() {
        return matched == TEXT.length;
    }

    /** Restarts detection of the preface, because the connection may have been upgraded. */
    void restart() {
        if (!complete()) {
            matched = 0;
        }
    }

    /** Reads the bytes without consuming them. */
    void read(ByteBuf bytes) {
        int at = bytes.readerIndex();
        while (at < bytes.writerIndex() && matched >= 0) {
            if (!complete()) {
                matched = bytes.getByte(at++) == TEXT[matched] ? matched + 1 : -1;
            } else if (leftOfFrame > 0) {
                int skipped = Math.min(leftOfFrame, bytes.writerIndex() - at);
                leftOfFrame -= skipped;
                at += skipped;
            } else {
                frame(bytes.getUnsignedByte(at++));
            }
        }
    }

    private void frame(int octet) {
        frame[inFrameHead++] = octet;
        if (inFrameHead == FRAME_HEAD) {
            inFrameHead = 0;
            leftOfFrame = frame[0] << 16 | frame[1] << 8 | frame[2];
            headers = frame[3] == HEADERS || frame[3] == CONTINUATION;
            if (headers) {
                ended = (frame[4] & END_HEADERS) != 0;
            }
        }
    }

    /** Whether a frame that may belong to a head has begun, or a head has begun and not ended. */
    boolean inHead() {
        return inFrameHead > 0 || headers && leftOfFrame > 0 || !ended;
    }
}
