package dev.footnote.dataset.ftm;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** First reading of the file: finds the type of each entity, because relationships may come before the entities they join. */
final class FtmFirstPass implements Closeable {

    /** Kind of record that an entity becomes. */
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
    /** Each entity has a number made of its schema, the count of its lines, and the place of its title. */
    private static final int SCHEMA_BITS = 8;
    private static final int PLACE_BITS = 32;
    private static final int LONGEST_TITLE = 10_000;
    /** The property of a position that names where it is. */
    static final String SEAT = "organization";

    private final OnDiskHashIndex ledger;
    private final Path titles;
    private final DataOutputStream writing;
    private RandomAccessFile reading;

    FtmFirstPass(OnDiskHashIndex ledger, Path folder) throws IOException {
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
        if (schema.equals("Event") || schema.equals("Trip")) {
            return Kind.EVENT;
        }
        return ORGANIZATIONS.contains(schema) ? Kind.ORGANIZATION
                : FtmSchemata.DOCUMENTS.contains(schema) ? Kind.DOCUMENT : Kind.NOTHING;
    }

    void read(FtmEntity entity) throws IOException {
        long before = ledger.get(key(entity.id()));
        String schema = before == 0 ? entity.schema()
                : FtmSchemata.narrower(schema(before), entity.schema()).orElse(schema(before));
        long place = before >>> PLACE_BITS;
        if (kind(schema) == Kind.POSITION && (before == 0 || entity.first("name") != null)) {
            place = writing.size();
            String name = entity.first("name") == null ? entity.id() : entity.first("name");
            writing.writeUTF(name.length() > LONGEST_TITLE ? name.substring(0, LONGEST_TITLE) : name);
        }
        if (kind(schema) == Kind.POSITION && entity.first(SEAT) != null && entity.first(SEAT).length() < LONGEST_TITLE) {
            ledger.put(seated(entity.id()), writing.size() + 1);
            writing.writeUTF(entity.first(SEAT));
        }
        if (kind(schema) == Kind.DOCUMENT) {
            for (String url : entity.all("sourceUrl")) {
                ledger.put(address(entity.id(), url), 1);
            }
        }
        if (kind(schema) == Kind.ORGANIZATION && entity.first("name") != null && entity.id().length() < LONGEST_TITLE) {
            ledger.put(called(entity.first("name")), writing.size() + 1);
            writing.writeUTF(entity.id());
        }
        ledger.set(key(entity.id()), place << PLACE_BITS | lines(before) + 1 << SCHEMA_BITS | FtmSchemata.number(schema));
    }

    private static String schema(long number) {
        return FtmSchemata.name((int) (number & (1 << SCHEMA_BITS) - 1));
    }

    private static long lines(long number) {
        return (number & (1L << PLACE_BITS) - 1) >>> SCHEMA_BITS;
    }

    /** Number of lines of the entity with the id; 0 if there is none. */
    long lines(String id) {
        return lines(ledger.get(key(id)));
    }

    /** Ends the reading. To be called when all lines are read. */
    void finish() throws IOException {
        writing.close();
        reading = new RandomAccessFile(titles.toFile(), "r");
    }

    private static String key(String id) {
        return "entity " + id;
    }

    /** Kind of record that the entity with the id becomes. */
    Kind of(String id) {
        return kind(schema(ledger.get(key(id))));
    }

    private static String called(String name) {
        return "organization " + name;
    }

    /** Id of the first organization of that name; null if there is none. */
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

    /** Whether a document has a URL as its source URL. */
    boolean stands(String document, String url) {
        return ledger.get(address(document, url)) != 0;
    }

    /** The name of a position. */
    String title(String id) throws IOException {
        return read(ledger.get(key(id)) >>> PLACE_BITS);
    }

    private static String seated(String position) {
        return "seat " + position;
    }

    /** The organization that a position is in; null where the file has none of it. */
    String seat(String position) throws IOException {
        long place = ledger.get(seated(position));
        String organization = place == 0 ? null : read(place - 1);
        return organization != null && of(organization) == Kind.ORGANIZATION ? organization : null;
    }

    @Override
    public void close() throws IOException {
        writing.close();
        if (reading != null) {
            reading.close();
        }
    }
}
