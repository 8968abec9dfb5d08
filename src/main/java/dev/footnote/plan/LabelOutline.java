package dev.footnote.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.footnote.graph.Member;
import dev.footnote.graph.Noun;
import dev.footnote.json.Output.Name;
import dev.footnote.question.Fetch;

/** Makes the part that writes what a record is called, from cells of its own row. */
final class LabelOutline {

    /** Something that a label is composed of. */
    private interface Piece {

        /** @return false where nothing is known to add */
        boolean add(StringBuilder label, Object[] row);
    }

    private static final String WORDS = ":words";

    private final Fetch fetch;
    private String template;
    private int at;

    LabelOutline(Fetch fetch) {
        this.fetch = fetch;
    }

    Part part(Name name, Noun noun, String alias) {
        template = noun.label();
        List<Piece> pieces = pieces(noun, alias);
        int slug = fetch.layout.value(alias, noun.value("slug"));
        return (out, loaded, page, row) -> {
            StringBuilder label = new StringBuilder();
            pieces.forEach(piece -> piece.add(label, row));
            out.name(name);
            out.value(label.isEmpty() || label.toString().isBlank() ? row[slug] : label.toString());
        };
    }

    /** Up to the end of the template, or of the brackets that it is in. */
    private List<Piece> pieces(Noun noun, String alias) {
        List<Piece> pieces = new ArrayList<>();
        while (at < template.length() && template.charAt(at) != ']') {
            switch (template.charAt(at)) {
                case '[' -> {
                    at++;
                    List<Piece> inner = pieces(noun, alias);
                    at++;
                    pieces.add(optional(inner));
                }
                case '{' -> {
                    int end = template.indexOf('}', at);
                    pieces.add(field(noun, alias, template.substring(at + 1, end).split("\\|", -1)));
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
            // brackets in brackets may stay empty
            return true;
        };
    }

    /** @param said the way to the field, then what is written in the place of which value */
    private Piece field(Noun noun, String alias, String[] said) {
        boolean words = said[0].endsWith(WORDS);
        int cell = cell(noun, alias, said[0].replace(WORDS, "").split("\\."));
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

    private int cell(Noun noun, String alias, String[] path) {
        Noun of = noun;
        String from = alias;
        for (int i = 0; i < path.length - 1; i++) {
            Member.ToOne way = (Member.ToOne) of.member(path[i]);
            Noun target = of.target(way.target());
            from = fetch.layout.join(from, way, target);
            of = target;
        }
        return fetch.layout.value(from, of.value(path[path.length - 1]));
    }
}
