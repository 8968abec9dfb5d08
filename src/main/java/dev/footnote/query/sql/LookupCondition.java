package dev.footnote.query.sql;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.footnote.metamodel.*;

/** Condition by which a lookup finds its record: an id, a slug, a name, or a key from another table. */
public final class LookupCondition {

    /** The most records that are read if several share a name, so that the error message can list them. */
    public static final int MOST_NAMESAKES = 6;

    private LookupCondition() {
    }

    /** @throws IllegalArgumentException with a message for the client if the key cannot identify a record of this type */
    public static void check(QueryField.Lookup root, Map<?, ?> by) {
        if (by.get("id") instanceof String id) {
            GlobalId asked = root.entityType().nodeId(id);
            if (!asked.kind().equals(root.entityType().table())) {
                throw new IllegalArgumentException("The id \"" + id + "\" is of the kind " + asked.kind() + ", and "
                        + root.name() + " takes ids of the kind " + root.entityType().table() + ". Ask node(id: \"" + id
                        + "\").");
            }
        }
    }

    /** The name by which the record is looked up; empty if another key is used. */
    public static Optional<String> name(QueryField.Lookup root, Map<?, ?> by) {
        return root.entityType().named().map(named -> (String) by.get(named.name()));
    }

    /** The slug by which the record is looked up, by itself or in an id; empty if another key is used. */
    public static Optional<String> slug(Map<?, ?> by) {
        return by.get("id") instanceof String id ? GlobalId.parse(id).map(GlobalId::slug)
                : Optional.ofNullable((String) by.get("slug"));
    }

    /** Adds the condition over the alias t. Ends the statement with a limit if several records may match. */
    public static void add(QueryField.Lookup root, Map<?, ?> by, SqlBuilder sql) {
        Optional<String> name = name(root, by);
        if (name.isPresent()) {
            named(root.entityType(), name.get(), sql);
            return;
        }
        Map.Entry<?, ?> key = by.entrySet().iterator().next();
        switch ((String) key.getKey()) {
            case "slug", "id" -> sql.add("t.slug = ").value(slug(by).orElseThrow());
            default -> other(root.keys(), (String) key.getKey(), (Map<?, ?>) key.getValue(), sql);
        }
    }

    private static void named(EntityType entityType, String name, SqlBuilder sql) {
        String column = entityType.named().orElseThrow().served();
        AlternativeNames alias = entityType.alias();
        if (alias == null) {
            sql.add("t.").add(column).add(" = ").value(name);
        } else {
            // both sides use an index; an OR would not
            String bearer = alias.names().column();
            sql.add("t.id IN (SELECT a.id FROM ").add(entityType.table()).add(" a WHERE a.").add(column).add(" = ").value(name)
                    .add(" UNION SELECT n.").add(bearer).add(" FROM ").add(entityType.target(alias.names().target()).table())
                    .add(" n WHERE n.").add(alias.text()).add(" = ").value(name).add(" AND n.").add(bearer)
                    .add(" IS NOT NULL)");
        }
        sql.add("\nORDER BY t.id\nFETCH FIRST ").value(MOST_NAMESAKES).add(" ROWS ONLY");
    }

    private static void other(List<LookupKey> keys, String name, Map<?, ?> values, SqlBuilder sql) {
        LookupKey key = keys.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
        sql.add("t.id = (SELECT k.").add(key.column()).add(" FROM ").add(key.entityType().table()).add(" k WHERE ");
        String separator = "";
        for (String attribute : key.attributes()) {
            sql.add(separator).add("k.").add(key.entityType().value(attribute).served()).add(" = ")
                    .value(values.get(attribute));
            separator = " AND ";
        }
        sql.add(")");
    }
}
