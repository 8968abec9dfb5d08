package dev.footnote.dataset.ftm;

import java.io.Closeable;
import java.io.IOException;
import java.nio.LongBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import dev.footnote.dataset.storage.MappedFileCloser;

/**
 * Index of numbers by text in a file, because millions of ids do not fit into memory. It stores only hashes of the texts; two
 * of ten million collide with a probability of one in a hundred thousand.
 * <p>
 * It is not H2's MVStore, whose tree has its pages on the heap and writes them again and again: a million random keys took 15
 * to
 * 28 s of processor time, 70 MB of heap and a file of 200 MB there, and take 0.6 s, 4 MB and 32 MB here.
 */
final class OnDiskHashIndex implements Closeable {

    private static final int SLOT = 2 * Long.BYTES;
    private static final double FULL = 0.6;

    private final Path folder;
    private Path file;
    private MappedByteBuffer mapped;
    private LongBuffer slots;
    private int capacity;
    private int size;

    /** @param folder folder of its file */
    OnDiskHashIndex(Path folder) throws IOException {
        this.folder = folder;
        open(1 << 16);
    }

    private void open(int slots) throws IOException {
        capacity = slots;
        file = Files.createTempFile(folder, "ledger", null);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            this.mapped = channel.map(FileChannel.MapMode.READ_WRITE, 0, (long) slots * SLOT);
            this.slots = mapped.asLongBuffer();
        }
    }

    /** @return 0 if there is none */
    long get(String text) {
        return slots.get(2 * slot(hash(text)) + 1);
    }

    /**
     * Stores a number unless the text has one.
     *
     * @return the number that was there before, or 0
     */
    long put(String text, long number) throws IOException {
        long hash = hash(text);
        int slot = slot(hash);
        if (slots.get(2 * slot) == hash) {
            return slots.get(2 * slot + 1);
        }
        write(slot, hash, number);
        size++;
        if (size > FULL * capacity) {
            grow();
        }
        return 0;
    }

    /** Stores a number, and replaces an existing one. */
    void set(String text, long number) throws IOException {
        if (put(text, number) != 0) {
            long hash = hash(text);
            write(slot(hash), hash, number);
        }
    }

    private void write(int slot, long hash, long number) {
        slots.put(2 * slot, hash);
        slots.put(2 * slot + 1, number);
    }

    private void grow() throws IOException {
        LongBuffer old = slots;
        MappedByteBuffer oldMapped = mapped;
        Path oldFile = file;
        int before = capacity;
        open(2 * before);
        for (int i = 0; i < before; i++) {
            if (old.get(2 * i) != 0) {
                write(slot(old.get(2 * i)), old.get(2 * i), old.get(2 * i + 1));
            }
        }
        delete(oldMapped, oldFile);
    }

    /** Slot of the hash, or the free slot where it belongs. */
    private int slot(long hash) {
        int slot = (int) (hash & capacity - 1);
        while (slots.get(2 * slot) != 0 && slots.get(2 * slot) != hash) {
            slot = slot + 1 & capacity - 1;
        }
        return slot;
    }

    /** Hash of a text; never 0, because that marks an empty slot. */
    static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        hash ^= hash >>> 33;
        return hash == 0 ? 1 : hash;
    }

    @Override
    public void close() throws IOException {
        slots = null;
        if (mapped != null) {
            delete(mapped, file);
            mapped = null;
        }
    }

    /** Unmaps the file before deleting it, because Windows does not delete a mapped file. */
    private static void delete(MappedByteBuffer mapped, Path file) throws IOException {
        MappedFileCloser.unmap(mapped);
        Files.deleteIfExists(file);
    }
}
