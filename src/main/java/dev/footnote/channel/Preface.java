package dev.footnote.channel;

import java.nio.charset.StandardCharsets;

import io.netty.buffer.ByteBuf;

/**
 * Finds out from the bytes of a connection whether HTTP/2 is spoken, which begins with a preface, and then follows its frames
 * (RFC 9113) as far as is needed to know whether the head of a request has begun and not ended.
 */
final class Preface {

    private static final byte[] TEXT = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int FRAME_HEAD = 9;
    private static final int HEADERS = 1;
    private static final int CONTINUATION = 9;
    private static final int END_HEADERS = 4;

    /** How many bytes are as the preface has them; -1 where one was not. */
    private int matched;
    private final int[] frame = new int[FRAME_HEAD];
    private int inFrameHead;
    private int leftOfFrame;
    private boolean headers;
    private boolean ended = true;

    /** Whether HTTP/2 is spoken. */
    boolean complete() {
        return matched == TEXT.length;
    }

    /** What comes next may be a preface: the connection may have been upgraded. */
    void restart() {
        if (!complete()) {
            matched = 0;
        }
    }

    /** Takes nothing away from the bytes. */
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

    /** Whether a frame has begun that may be one of a head, or a head has and did not end. */
    boolean inHead() {
        return inFrameHead > 0 || headers && leftOfFrame > 0 || !ended;
    }
}
