package dev.footnote.dataset.storage;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;

/**
 * Unmaps a memory-mapped file at once. Java 17 has no public method for this; it waits for the garbage collector. The module
 * jdk.unsupported is made for such cases.
 */
public final class MappedFileCloser {

    private static final MethodHandle CLEANER = cleaner();

    private MappedFileCloser() {
    }

    /** @param mapped the original mapping, not a view of it; it must not be used afterwards */
    public static void unmap(MappedByteBuffer mapped) {
        try {
            CLEANER.invokeExact((ByteBuffer) mapped);
        } catch (Throwable e) {
            throw new IllegalStateException("A mapped file could not be released", e);
        }
    }

    private static MethodHandle cleaner() {
        try {
            Class<?> unsafe = Class.forName("sun.misc.Unsafe");
            Field instance = unsafe.getDeclaredField("theUnsafe");
            instance.setAccessible(true);
            return MethodHandles.lookup()
                    .findVirtual(unsafe, "invokeCleaner", MethodType.methodType(void.class, ByteBuffer.class))
                    .bindTo(instance.get(null));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
