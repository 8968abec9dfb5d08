package dev.footnote.query.sql;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.footnote.query.QueryLimits;

/**
 * The page of a list that is asked for.
 *
 * @param size the most records
 * @param backward whether they are counted from the end
 * @param after the place behind which the page lies, or null
 * @param before the place ahead of which the page lies, or null
 * @param asOf the time at which relations are looked at
 * @param depth how many steps are taken to a record at most, where steps lead to it
 * @param seal what cursors of this list are marked with; null where there are none
 */
public record PageRequest(int size, boolean backward, List<String> after, List<String> before, int offset,
        Map<String, Object> filter, Keyset keyset, AsOf asOf, int depth, String seal) {

    /**
     * @param cursors whether cursors will be given out
     * @param most the most records that may be asked for
     * @throws IllegalArgumentException with a sentence for the caller when the arguments are no page's
     */
    public static PageRequest of(Map<String, Object> arguments, ListContext list, boolean cursors, int most) {
        Integer first = (Integer) arguments.get("first");
        Integer last = (Integer) arguments.get("last");
        Integer offset = (Integer) arguments.get("offset");
        check(first, last, most);
        check(offset);
        int depth = RecursiveTraversal.depth((Integer) arguments.get("depth"));
        Map<String, Object> filter = filter(arguments);
        List<Map<String, Object>> orders = orders(arguments);
        Keyset keyset = orders.isEmpty() ? Keyset.of(list.entityType(), list.defaultValue())
                : Keyset.asked(list.entityType(), orders);
        boolean sealed = cursors || arguments.containsKey("after") || arguments.containsKey("before");
        String seal = sealed ? Integer.toHexString((list.name() + depth + orders + filter + list.asOf()).hashCode()) : null;
        return new PageRequest(last != null ? last : first != null ? first : Math.min(QueryLimits.USUAL_PAGE, most),
                last != null,
                place(arguments.get("after"), seal, keyset), place(arguments.get("before"), seal, keyset),
                offset == null ? 0 : offset, filter, keyset, list.asOf(), depth, seal);
    }

    /**
     * A page of made rows.
     *
     * @throws IllegalArgumentException with a sentence for the caller when the arguments are no page's
     */
    public static PageRequest ofMade(Map<String, Object> arguments, String name, int most) {
        Integer first = (Integer) arguments.get("first");
        Integer last = (Integer) arguments.get("last");
        check(first, last, most);
        Map<String, Object> asked = new TreeMap<>(arguments);
        asked.keySet().removeAll(Set.of("first", "after", "last", "before"));
        String seal = Integer.toHexString((name + asked).hashCode());
        Keyset keyset = Keyset.made();
        return new PageRequest(last != null ? last : first != null ? first : Math.min(QueryLimits.USUAL_PAGE, most),
                last != null,
                place(arguments.get("after"), seal, keyset), place(arguments.get("before"), seal, keyset), 0, Map.of(),
                keyset, AsOf.EVER, QueryLimits.DEEPEST, seal);
    }

    /**
     * A page of the groups of a list.
     *
     * @param asked what cursors must belong to
     * @throws IllegalArgumentException with a sentence for the caller when the arguments are no page's
     */
    public static PageRequest ofGroups(Map<String, Object> arguments, PageRequest list, Keyset keyset, String asked, int most) {
        Integer first = (Integer) arguments.get("first");
        Integer last = (Integer) arguments.get("last");
        check(first, last, most);
        String seal = Integer.toHexString((asked + list.asOf()).hashCode());
        return new PageRequest(last != null ? last : first != null ? first : Math.min(QueryLimits.USUAL_PAGE, most),
                last != null,
                place(arguments.get("after"), seal, keyset), place(arguments.get("before"), seal, keyset), 0, list.filter(),
                keyset, list.asOf(), list.depth(), seal);
    }

    /** The same page with so many records at most. */
    public PageRequest sized(int most) {
        return new PageRequest(most, backward, after, before, offset, filter, keyset, asOf, depth, seal);
    }

    /** The page that lies behind a place in the same list. */
    public PageRequest behind(List<String> place) {
        return new PageRequest(size, backward, place, before, 0, filter, keyset, asOf, depth, seal);
    }

    private static void check(Integer first, Integer last, int most) {
        if (first != null && last != null) {
            throw new IllegalArgumentException("Both first and last are given. Give one of them.");
        }
        size("first", first, most);
        size("last", last, most);
    }

    private static void check(Integer offset) {
        if (offset != null && offset < 0) {
            throw new IllegalArgumentException("The offset is " + offset + ". It is 0 or more.");
        }
    }

    private static void size(String name, Integer size, int most) {
        if (size != null && (size < 0 || size > most)) {
            throw new IllegalArgumentException("The argument " + name + " is " + size + ". A page has 0 to " + most
                    + " records; ask for the next ones with a cursor.");
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> filter(Map<String, Object> arguments) {
        Object filter = arguments.get("filter");
        return filter == null ? Map.of() : (Map<String, Object>) filter;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> orders(Map<String, Object> arguments) {
        Object keys = arguments.get("orderBy");
        return keys == null ? List.of() : (List<Map<String, Object>>) keys;
    }

    /** The only place where a cursor is decoded, so that nothing behind it has to distrust what it holds. */
    private static List<String> place(Object cursor, String seal, Keyset keyset) {
        return cursor == null ? null : keyset.checked(Cursor.read((String) cursor, seal, keyset.size()));
    }
}
