package dev.footnote.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.footnote.graph.Limits;
import dev.footnote.graph.Noun;
import dev.footnote.graph.Order;

/**
 * The page of a list that is asked for.
 *
 * @param size the most records
 * @param backward whether they are counted from the end
 * @param after the place behind which the page lies, or null
 * @param before the place ahead of which the page lies, or null
 * @param seal what cursors of this list are marked with; null where there are none
 */
public record Window(int size, boolean backward, List<String> after, List<String> before, int offset,
        Map<String, Object> filter,
        Keyset keyset, String seal) {

    /**
     * @param list what the list is called, for cursors to belong to it
     * @param usual what it is ordered by when the arguments do not say
     * @param cursors whether cursors will be given out
     * @throws IllegalArgumentException with a sentence for the caller when the arguments are no page's
     */
    public static Window of(Map<String, Object> arguments, String list, Noun noun, List<Order> usual, boolean cursors) {
        Integer first = (Integer) arguments.get("first");
        Integer last = (Integer) arguments.get("last");
        Integer offset = (Integer) arguments.get("offset");
        check(first, last, offset == null ? 0 : offset);
        Map<String, Object> filter = filter(arguments);
        List<Order> orders = orders(arguments, usual);
        Keyset keyset = Keyset.of(noun, orders);
        boolean sealed = cursors || arguments.containsKey("after") || arguments.containsKey("before");
        String seal = sealed ? Integer.toHexString((list + orders + filter).hashCode()) : null;
        return new Window(last != null ? last : first != null ? first : Limits.DEFAULT_PAGE, last != null,
                place(arguments.get("after"), seal, keyset), place(arguments.get("before"), seal, keyset),
                offset == null ? 0 : offset, filter, keyset, seal);
    }

    private static void check(Integer first, Integer last, int offset) {
        if (first != null && last != null) {
            throw new IllegalArgumentException("Both first and last are given. Give one of them.");
        }
        size("first", first);
        size("last", last);
        if (offset < 0) {
            throw new IllegalArgumentException("The offset is " + offset + ". It is 0 or more.");
        }
    }

    private static void size(String name, Integer size) {
        if (size != null && (size < 0 || size > Limits.PAGE)) {
            throw new IllegalArgumentException("The argument " + name + " is " + size + ". A page has 0 to " + Limits.PAGE
                    + " records; ask for the next ones with a cursor.");
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> filter(Map<String, Object> arguments) {
        Object filter = arguments.get("filter");
        return filter == null ? Map.of() : (Map<String, Object>) filter;
    }

    @SuppressWarnings("unchecked")
    private static List<Order> orders(Map<String, Object> arguments, List<Order> usual) {
        List<Map<String, Object>> keys = (List<Map<String, Object>>) arguments.get("orderBy");
        if (keys == null || keys.isEmpty()) {
            return usual;
        }
        List<Order> orders = new ArrayList<>();
        for (Map<String, Object> key : keys) {
            key.forEach((member, direction) -> orders.add(order(member, (String) direction)));
        }
        return orders;
    }

    private static Order order(String member, String direction) {
        return new Order(member, direction.startsWith("DESC"), direction.endsWith("NULLS_FIRST"));
    }

    private static List<String> place(Object cursor, String seal, Keyset keyset) {
        return cursor == null ? null : Cursor.read((String) cursor, seal, keyset.size());
    }
}
