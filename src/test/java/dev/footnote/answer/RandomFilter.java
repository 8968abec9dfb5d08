package dev.footnote.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.footnote.graph.Graph;
import dev.footnote.graph.Member;
import dev.footnote.graph.Noun;

/** Filters by chance: of values, of other records, of each other. */
final class RandomFilter {

    private final RandomValues values;

    RandomFilter(RandomValues values) {
        this.values = values;
    }

    Map<String, Object> of(Noun noun, int depth) {
        Map<String, Object> filter = new LinkedHashMap<>();
        for (int parts = values.below(depth > 1 ? 3 : 2) + (values.chance(8) ? 0 : 1); parts > 0; parts--) {
            if (noun.member(Graph.PARTS) instanceof Member.Walk && values.chance(8)) {
                filter.put("within", values.within(noun));
                continue;
            }
            int sort = depth == 0 ? 14 : values.below(15);
            if (sort < 3) {
                filter.put(sort < 2 ? "or" : "and", list(noun, depth - 1));
            } else if (sort < 5) {
                filter.put("not", of(noun, depth - 1));
            } else if (sort < 10) {
                relation(noun, depth - 1, filter);
            } else {
                value(noun, filter);
            }
        }
        return filter;
    }

    private List<Object> list(Noun noun, int depth) {
        List<Object> filters = new ArrayList<>();
        for (int i = values.below(4); i > 0; i--) {
            filters.add(of(noun, depth));
        }
        return filters;
    }

    private void value(Noun noun, Map<String, Object> filter) {
        Member.Value value = values.any(values.members(noun, Member.Value.class, noun.type() + "Filter"));
        filter.put(value.name(), values.operators(noun, value));
        values.members(noun, Member.Group.class, noun.type() + "Filter").stream().filter(group -> values.chance(4))
                .forEach(group -> filter.put(group.name(), group(noun, group)));
    }

    private Map<String, Object> group(Noun noun, Member.Group group) {
        Map<String, Object> parts = new LinkedHashMap<>();
        group.values().stream().filter(value -> values.chance(2))
                .forEach(value -> parts.put(value.name(), values.operators(noun, value)));
        return parts;
    }

    private void relation(Noun noun, int depth, Map<String, Object> filter) {
        List<Member> ways = new ArrayList<>(values.members(noun, Member.ToOne.class, noun.type() + "Filter"));
        ways.addAll(values.members(noun, Member.ToMany.class, noun.type() + "Filter"));
        Member way = ways.isEmpty() ? null : values.any(ways);
        if (way instanceof Member.ToOne one) {
            filter.put(one.name(), of(values.noun(one), depth));
        } else if (way instanceof Member.ToMany many) {
            filter.put(many.name(), many(values.noun(many), depth));
        } else {
            value(noun, filter);
        }
    }

    private Map<String, Object> many(Noun noun, int depth) {
        Map<String, Object> filter = new LinkedHashMap<>();
        for (int parts = values.chance(10) ? 0 : values.chance(5) ? 2 : 1; parts > 0; parts--) {
            String part = values.any(List.of("some", "some", "none", "every", "count", "count"));
            if (!part.equals("count")) {
                filter.put(part, of(noun, depth));
                continue;
            }
            filter.put("count", values.counts());
            if (values.chance(2)) {
                filter.put("counted", of(noun, depth));
            }
        }
        return filter;
    }
}
