package dev.footnote.channel;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;

import io.netty.handler.codec.ByteToMessageDecoder;

/** How many bytes a decoder holds that have made no message yet. Netty tells only subclasses, and Vert.x makes the decoder. */
final class Undecoded {

    private static final MethodHandle READABLE = readable();

    private Undecoded() {
    }

    /** @param decoder null for none, which holds nothing */
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
