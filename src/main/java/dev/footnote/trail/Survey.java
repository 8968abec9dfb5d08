package dev.footnote.trail;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** The first reading: which entity is what, because those that join others may stand ahead of them. */
final class Survey implements Closeable {

    /** What an entity becomes. */
    enum Kind {
        NOTHING,
        PERSON,
        ORGANIZATION,
        INITIATIVE,
        EVENT,
        DOCUMENT,
        POSITION
    }

    private static final Set<String> ORGANIZATIONS = Set.of("LegalEntity", "Organization", "Company", "PublicBody", "Agency");
    private static final Set<String> DOCUMENTS = Set.of("Document", "Article", "Folder", "Package", "Workbook", "Pages",
            "PlainText", "HyperText", "Image", "Audio", "Video", "Table", "Email");
    private static final int KIND_BITS = 3;
    private static final int LONGEST_TITLE = 10_000;

    private final Ledger ledger;
    private final Path titles;
    private final DataOutputStream writing;
    private RandomAccessFile reading;

    Survey(Ledger ledger, Path folder) throws IOException {
        this.ledger = ledger;
        this.titles = folder.resolve("positions");
        this.writing = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(titles)));
    }

    static Kind kind(String schema) {
        if (schema.equals("Person")) {
            return Kind.PERSON;
        }
        if (schema.equals("Position")) {
            return Kind.POSITION;
        }
        if (schema.equals("Project")) {
            return Kind.INITIATIVE;
        }
        if (schema.equals("Event")) {
            return Kind.EVENT;
        }
        return ORGANIZATIONS.contains(schema) ? Kind.ORGANIZATION : DOCUMENTS.contains(schema) ? Kind.DOCUMENT : Kind.NOTHING;
    }

    void read(Entity entity) throws IOException {
        Kind kind = kind(entity.schema());
        if (kind == Kind.NOTHING) {
            return;
        }
        long place = 0;
        if (kind == Kind.POSITION) {
            place = writing.size();
            String name = entity.first("name") == null ? entity.id() : entity.first("name");
            writing.writeUTF(name.length() > LONGEST_TITLE ? name.substring(0, LONGEST_TITLE) : name);
        }
        if (kind == Kind.DOCUMENT) {
            for (String url : entity.all("sourceUrl")) {
                ledger.put(address(entity.id(), url), 1);
            }
        }
        if (kind == Kind.ORGANIZATION && entity.first("name") != null) {
            ledger.put(called(entity.first("name")), writing.size() + 1);
            writing.writeUTF(entity.id());
        }
        ledger.put(key(entity.id()), place << KIND_BITS | kind.ordinal());
    }

    /** To be called when all is read. */
    void finish() throws IOException {
        writing.close();
        reading = new RandomAccessFile(titles.toFile(), "r");
    }

    private static String key(String id) {
        return "entity " + id;
    }

    /** What the entity of the id becomes. */
    Kind of(String id) {
        return Kind.values()[(int) (ledger.get(key(id)) & (1 << KIND_BITS) - 1)];
    }

    private static String called(String name) {
        return "organization " + name;
    }

    /** The id of the first organization of that name, or null where there is none. */
    String organization(String name) throws IOException {
        long place = ledger.get(called(name));
        return place == 0 ? null : read(place - 1);
    }

    private String read(long place) throws IOException {
        reading.seek(place);
        return reading.readUTF();
    }

    private static String address(String document, String url) {
        return "address " + document + " " + url;
    }

    /** Whether a document says that it stands at an address. */
    boolean stands(String document, String url) {
        return ledger.get(address(document, url)) != 0;
    }

    /** The name of a position. */
    String title(String id) throws IOException {
        return read(ledger.get(key(id)) >>> KIND_BITS);
    }

    @Override
    public void close() throws IOException {
        writing.close();
        if (reading != null) {
            reading.close();
        }
    }
}
