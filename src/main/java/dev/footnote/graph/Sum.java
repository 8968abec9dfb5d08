package dev.footnote.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What can be added up, apart for each unit and currency, because two currencies make no sum.
 *
 * @param member a value, or a group of which the first value is added up
 * @param apart the values that must be alike
 */
public record Sum(Member member, List<Member.Value> apart) {

    /** What types of the schema that are about it are called, such as Money or FigureValue. */
    public String type(Noun noun) {
        return member instanceof Member.Group group ? group.type()
                : noun.type() + Character.toUpperCase(member.name().charAt(0)) + member.name().substring(1);
    }

    public Member.Value added() {
        return member instanceof Member.Group group ? group.values().get(0) : (Member.Value) member;
    }

    /**
     * The filter of what may be added up together.
     *
     * @param values of what must be alike, by name; where there is none the value must be unknown
     */
    public Map<String, Object> filter(Map<String, Object> values) {
        Map<String, Object> filter = new LinkedHashMap<>();
        for (Member.Value part : apart) {
            Object value = values.get(part.name());
            filter.put(part.name(), value == null ? Map.of("isNull", true) : Map.of("eq", value));
        }
        return member instanceof Member.Group ? Map.of(member.name(), filter) : filter;
    }
}
