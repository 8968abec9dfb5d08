package dev.footnote.dataset.importer;

/** Set of texts, stored as 64-bit hashes. Collisions among ten million texts are very unlikely. */
final class SeenHashes {

    private static final int FIRST = 1 << 10;

    private long[] slots = new long[FIRST];
    private int size;

    /** @return whether the text is new */
    boolean add(String text) {
        if (text == null) {
            return false;
        }
        long hash = hash(text);
        int slot = slot(slots, hash);
        if (slots[slot] == hash) {
            return false;
        }
        slots[slot] = hash;
        if (2 * ++size > slots.length) {
            long[] more = new long[2 * slots.length];
            for (long one : slots) {
                if (one != 0) {
                    more[slot(more, one)] = one;
                }
            }
            slots = more;
        }
        return true;
    }

    boolean has(String text) {
        long hash = hash(text);
        return slots[slot(slots, hash)] == hash;
    }

    private static int slot(long[] slots, long hash) {
        int slot = (int) hash & slots.length - 1;
        while (slots[slot] != 0 && slots[slot] != hash) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    /** Hash of a text; never 0, because that marks an empty slot. */
    private static long hash(String text) {
        long hash = 1125899906842597L;
        for (int i = 0; i < text.length(); i++) {
            hash = 6364136223846793005L * hash + text.charAt(i);
        }
        hash = (hash ^ hash >>> 32) * 0xd6e8feb86659fd93L;
        hash ^= hash >>> 32;
        return hash == 0 ? 1 : hash;
    }
}
