package dev.footnote.http.channel;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;

import io.netty.handler.codec.ByteToMessageDecoder;

/**
 * The number of bytes in a decoder that do not form a complete message yet. Netty exposes it only to subclasses, and Vert.x
 * creates the decoder.
 */
final class DecoderBufferSize {

    private static final MethodHandle READABLE = readable();

    private DecoderBufferSize() {
    }

    /** @param decoder null for no decoder, which counts as 0 bytes */
    static int bytes(ByteToMessageDecoder decoder) {
        if (decoder == null) {
            return 0;
        }
        try {
            return (int) READABLE.invokeExact(decoder);
        } catch (Throwable e) {
            throw new IllegalStateException("The decoder does not tell what it holds", e);
        }
    }

    private static MethodHandle readable() {
        try {
            Method method = ByteToMessageDecoder.class.getDeclaredMethod("actualReadableBytes");
            method.setAccessible(true);
            return MethodHandles.lookup().unreflect(method);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
