package dev.footnote.query.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.query.output.ResultWriter.Name;

/** Plans the field writer for a record's label, from cells of the record's own row. */
final class LabelPlanner {

    /** A piece of a label template. */
    private interface Piece {

        /**
         * Appends the piece.
         *
         * @return false if there is no known value to append
         */
        boolean add(StringBuilder label, Object[] row);
    }

    private static final String WORDS = ":words";

    private final FetchNode fetch;
    private String template;
    private int at;

    LabelPlanner(FetchNode fetch) {
        this.fetch = fetch;
    }

    FieldWriter part(Name name, EntityType entityType, String alias) {
        template = entityType.label();
        List<Piece> pieces = pieces(entityType, alias);
        int slug = fetch.layout.value(alias, entityType.value("slug"));
        return (out, loaded, page, row) -> {
            StringBuilder label = new StringBuilder();
            pieces.forEach(piece -> piece.add(label, row));
            out.name(name);
            out.value(label.isEmpty() || label.toString().isBlank() ? row[slug] : label.toString());
        };
    }

    /** Parses up to the end of the template or of the current brackets. */
    private List<Piece> pieces(EntityType entityType, String alias) {
        List<Piece> pieces = new ArrayList<>();
        while (at < template.length() && template.charAt(at) != ']') {
            switch (template.charAt(at)) {
                case '[' -> {
                    at++;
                    List<Piece> inner = pieces(entityType, alias);
                    at++;
                    pieces.add(optional(inner));
                }
                case '{' -> {
                    int end = template.indexOf('}', at);
                    pieces.add(field(entityType, alias, template.substring(at + 1, end).split("\\|", -1)));
                    at = end + 1;
                }
                default -> pieces.add(text(upTo()));
            }
        }
        return pieces;
    }

    private String upTo() {
        int start = at;
        while (at < template.length() && "[]{".indexOf(template.charAt(at)) < 0) {
            at++;
        }
        return template.substring(start, at);
    }

    private static Piece text(String text) {
        return (label, row) -> {
            label.append(text);
            return true;
        };
    }

    private static Piece optional(List<Piece> pieces) {
        return (label, row) -> {
            int start = label.length();
            for (Piece piece : pieces) {
                if (!piece.add(label, row)) {
                    label.setLength(start);
                    break;
                }
            }
            // a bracket inside brackets may be empty
            return true;
        };
    }

    /**
     * Parses a field placeholder.
     *
     * @param said the path of the field, then replacements of values in the form {@code value=text}
     */
    private Piece field(EntityType entityType, String alias, String[] said) {
        boolean words = said[0].endsWith(WORDS);
        int cell = cell(entityType, alias, said[0].replace(WORDS, "").split("\\."));
        Map<String, String> others = new HashMap<>();
        for (int i = 1; i < said.length; i++) {
            int equals = said[i].indexOf('=');
            others.put(said[i].substring(0, equals), said[i].substring(equals + 1));
        }
        return (label, row) -> {
            String value = row[cell] == null ? "" : row[cell].toString();
            String written = others.containsKey(value) ? others.get(value)
                    : words ? value.replace('_', ' ').toLowerCase(Locale.ROOT) : value;
            label.append(written);
            return !written.isEmpty();
        };
    }

    private int cell(EntityType entityType, String alias, String[] path) {
        EntityType of = entityType;
        String from = alias;
        for (int i = 0; i < path.length - 1; i++) {
            Attribute.ToOne relation = (Attribute.ToOne) of.attribute(path[i]);
            EntityType target = of.target(relation.target());
            from = fetch.layout.join(from, relation, target);
            of = target;
        }
        return fetch.layout.value(from, of.value(path[path.length - 1]));
    }
}
