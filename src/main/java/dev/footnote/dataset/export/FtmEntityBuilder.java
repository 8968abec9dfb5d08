package dev.footnote.dataset.export;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.footnote.dataset.snapshot.RecordRow;
import dev.footnote.metamodel.scalar.Sha256;

/** Builds a FollowTheMoney entity from a record, and tracks which cells it holds. */
final class FtmEntityBuilder {

    /** Valid FollowTheMoney id, without the dot that separates kind and id. */
    private static final Pattern PLAIN = Pattern.compile("[0-9A-Za-z]([0-9A-Za-z-]*[0-9A-Za-z])?");
    /** Digits of the hash that replaces an id. */
    private static final int HASH = 40;

    @JsonProperty
    final String id;
    @JsonProperty
    final String schema;
    @JsonProperty
    final Map<String, Set<String>> properties = new LinkedHashMap<>();

    private final RecordRow row;
    private final Set<String> held = new HashSet<>();

    FtmEntityBuilder(String schema, RecordRow row) {
        this.schema = schema;
        this.row = row;
        this.id = id(row.entityColumns().entityType().table(), row.id());
    }

    /**
     * Id of a record for FollowTheMoney, which allows letters, digits, dots and hyphens. Any other id is replaced by a hash,
     * because it must stay unique.
     */
    static String id(String table, String slug) {
        String kind = table.replace('_', '-') + ".";
        if (PLAIN.matcher(slug).matches()) {
            return kind + slug;
        }
        return kind + "sha256." + Sha256.of(slug).substring(0, HASH);
    }

    RecordRow row() {
        return row;
    }

    FtmEntityBuilder put(String property, String value) {
        if (value != null) {
            properties.computeIfAbsent(property, key -> new LinkedHashSet<>()).add(value);
        }
        return this;
    }

    /** Adds the value of a column. */
    FtmEntityBuilder take(String property, String header) {
        return put(property, hold(header));
    }

    /** Adds the id of the record that a column refers to. */
    FtmEntityBuilder link(String property, String header, String table) {
        String slug = hold(header);
        return slug == null ? this : put(property, id(table, slug));
    }

    /** Returns the value of a column, and marks the columns as exported. */
    String hold(String... headers) {
        held.addAll(Arrays.asList(headers));
        return row.cell(headers[0]);
    }

    /** Counts the values of the record that the entity does not hold. */
    void lose(LossReport losses) {
        for (int i = 0; i < row.cells().length; i++) {
            String header = row.entityColumns().columns().get(i).header();
            if (row.cells()[i] != null && !held.contains(header)) {
                losses.add(row.entityColumns().entityType().resource() + ": " + header);
            }
        }
        if (!PLAIN.matcher(row.id()).matches()) {
            losses.add(row.entityColumns().entityType().resource() + ": id, replaced by a hash");
        }
    }
}
