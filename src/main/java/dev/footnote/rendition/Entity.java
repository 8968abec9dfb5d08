package dev.footnote.rendition;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.footnote.folder.Folder;
import dev.footnote.inventory.Row;

/** An entity of FollowTheMoney, made of a record. It remembers what of the record it holds. */
final class Entity {

    /** What FollowTheMoney takes for an id in a reference, without the point that we put between kind and id. */
    private static final Pattern PLAIN = Pattern.compile("[0-9A-Za-z]([0-9A-Za-z-]*[0-9A-Za-z])?");

    @JsonProperty
    final String id;
    @JsonProperty
    final String schema;
    @JsonProperty
    final Map<String, Set<String>> properties = new LinkedHashMap<>();

    private final Row row;
    private final Set<String> held = new HashSet<>();

    Entity(String schema, Row row) {
        this.schema = schema;
        this.row = row;
        this.id = id(row.carrier().noun().table(), row.id());
    }

    /**
     * The id of a record as FollowTheMoney allows it: letters, digits, points and hyphens. One that has others is named by
     * a hash, because nothing shorter would be another for every other id.
     */
    static String id(String table, String slug) {
        String kind = table.replace('_', '-') + ".";
        if (PLAIN.matcher(slug).matches()) {
            return kind + slug;
        }
        byte[] hash = Folder.sha256().digest(slug.getBytes(StandardCharsets.UTF_8));
        return kind + "sha256." + HexFormat.of().formatHex(hash, 0, 20);
    }

    Row row() {
        return row;
    }

    Entity put(String property, String value) {
        if (value != null) {
            properties.computeIfAbsent(property, key -> new LinkedHashSet<>()).add(value);
        }
        return this;
    }

    /** Puts what a column says. */
    Entity take(String property, String header) {
        return put(property, hold(header));
    }

    /** Puts the id of the record that a column names. */
    Entity link(String property, String header, String table) {
        String slug = hold(header);
        return slug == null ? this : put(property, id(table, slug));
    }

    /** What a column says, which is not lost then. */
    String hold(String... headers) {
        held.addAll(Arrays.asList(headers));
        return row.cell(headers[0]);
    }

    /** Counts what the record says and the entity does not. */
    void lose(Losses losses) {
        for (int i = 0; i < row.cells().length; i++) {
            String header = row.carrier().columns().get(i).header();
            if (row.cells()[i] != null && !held.contains(header)) {
                losses.add(row.carrier().noun().resource() + ": " + header);
            }
        }
        if (!PLAIN.matcher(row.id()).matches()) {
            losses.add(row.carrier().noun().resource() + ": id, in place of which a hash stands");
        }
    }
}
