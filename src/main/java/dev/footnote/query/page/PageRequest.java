package dev.footnote.query.page;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

import dev.footnote.query.QueryLimits;
import dev.footnote.query.sql.AsOf;
import dev.footnote.query.sql.Filter;
import dev.footnote.query.sql.FilterParser;
import dev.footnote.query.sql.RecursiveTraversal;

/**
 * A requested page of a list.
 *
 * @param size the most records
 * @param backward whether records are counted from the end
 * @param after the position after which the page starts, or null
 * @param before the position before which the page ends, or null
 * @param asOf the time for which relations are evaluated
 * @param depth the most steps to a record, if the list is a hierarchy traversal
 * @param seal the mark of this list's cursors; null if there are no cursors
 */
public record PageRequest(int size, boolean backward, List<String> after, List<String> before, int offset,
        Filter filter, Keyset keyset, AsOf asOf, int depth, String seal) {

    /**
     * Reads the page arguments of a list.
     *
     * @param cursors whether the response will contain cursors
     * @param most the most records that may be requested
     * @throws IllegalArgumentException with a message for the client if the page arguments are invalid
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
                : new OrderByParser(list.entityType()).keyset(orders);
        boolean sealed = cursors || arguments.containsKey("after") || arguments.containsKey("before");
        String seal = sealed ? Integer.toHexString((list.name() + depth + orders + filter + list.asOf()).hashCode()) : null;
        return new PageRequest(last != null ? last : first != null ? first : Math.min(QueryLimits.USUAL_PAGE, most),
                last != null,
                place(arguments.get("after"), seal, keyset), place(arguments.get("before"), seal, keyset),
                offset == null ? 0 : offset, FilterParser.parse(list.entityType(), filter), keyset, list.asOf(), depth, seal);
    }

    /**
     * Reads the page arguments of virtual rows.
     *
     * @throws IllegalArgumentException with a message for the client if the page arguments are invalid
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
                place(arguments.get("after"), seal, keyset), place(arguments.get("before"), seal, keyset), 0, Filter.ALL,
                keyset, AsOf.EVER, QueryLimits.DEEPEST, seal);
    }

    /**
     * Reads the page arguments of groups.
     *
     * @param asked the list and the group arguments to which cursors are bound
     * @throws IllegalArgumentException with a message for the client if the page arguments are invalid
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

    /** The same page with at most this many records. */
    public PageRequest sized(int most) {
        return new PageRequest(most, backward, after, before, offset, filter, keyset, asOf, depth, seal);
    }

    /** The page after a position in the same list. */
    public PageRequest behind(List<String> place) {
        return new PageRequest(size, backward, place, before, 0, filter, keyset, asOf, depth, seal);
    }

    /** The number of the record after which records with greater numbers are asked for; empty if there is none. */
    public OptionalInt followed() {
        List<String> place = keyset.isByNumber(false) ? after : keyset.isByNumber(true) ? before : null;
        return place == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(place.get(0)));
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

    /** Decodes a cursor. No other code decodes one, so that all later code can trust its values. */
    private static List<String> place(Object cursor, String seal, Keyset keyset) {
        if (cursor == null) {
            return null;
        }
        Set<String> seals = keyset.isByNumber(false) ? Set.of(seal, Cursor.NUMBER) : Set.of(seal);
        return keyset.checked(Cursor.read((String) cursor, seals, keyset.size()));
    }
}
