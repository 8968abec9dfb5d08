package dev.footnote.question;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import dev.footnote.graph.NodeId;
import dev.footnote.graph.Root;
import dev.footnote.grouping.Groups;
import dev.footnote.limit.Limits;
import dev.footnote.sql.KeyCondition;
import dev.footnote.sql.Listed;
import dev.footnote.sql.Moment;
import dev.footnote.sql.Sql;
import dev.footnote.sql.Window;
import graphql.execution.CoercedVariables;

/** The fetches of an operation with the values of one request: every argument is checked before anything is read. */
public final class Asked {

    /** Because PostgreSQL takes no more than twice as many in one statement. */
    private static final int MOST_VALUES = 32_767;

    /** Because planning a statement with many of them takes long. */
    private static final int MOST_SUBQUERIES = 32;

    /** What a count costs, because it looks at many records of an index but hands out none. */
    public static final int COUNT = 10;

    private final List<Fetch> fetches;
    private final CoercedVariables variables;
    private final Limits limits;
    private final Window[] windows;
    private final Moment[] moments;
    private final int[] looks;
    private final Map<Fetch, Groups> groups = new IdentityHashMap<>();
    private final Map<Argument, Map<String, Object>> arguments = new IdentityHashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    private Asked(List<Fetch> fetches, CoercedVariables variables, Limits limits) {
        this.fetches = fetches;
        this.variables = variables;
        this.limits = limits;
        this.windows = new Window[fetches.size()];
        this.moments = new Moment[fetches.size()];
        this.looks = new int[fetches.size()];
    }

    /** @throws Refusal with all faults of all arguments */
    public static Asked of(List<Fetch> fetches, CoercedVariables variables, Limits limits) {
        Asked asked = new Asked(fetches, variables, limits);
        asked.check();
        return asked;
    }

    /**
     * Makes fetches immutable, for requests to share. What all of these ask for alike is worked out here; a fault in it is
     * left to the requests, each of which is told.
     */
    public static void seal(List<Fetch> fetches, Limits limits) {
        Asked all = new Asked(fetches, CoercedVariables.emptyVariables(), limits);
        for (Fetch fetch : fetches) {
            boolean settles = fetch.isConstant();
            if (settles) {
                int faults = all.faults.size();
                all.check(fetch);
                settles = fetch.argument != null && fetch.list() == fetch && faults == all.faults.size();
            }
            fetch.seal(settles ? all.windows[fetch.index] : null, all.looks[fetch.index]);
        }
    }

    private void check() {
        for (Fetch fetch : fetches) {
            check(fetch);
            fetch.layout.arguments().forEach(this::check);
        }
        if (!faults.isEmpty()) {
            // the fetches of an interface, one for each type, share their argument and its faults
            throw new Refusal(faults.stream().distinct().toList());
        }
    }

    private void check(Fetch fetch) {
        Moment inherited = fetch.parent() == null ? Moment.EVER : moments[fetch.parent().index];
        moments[fetch.index] = inherited;
        if (fetch.argument == null) {
            return;
        }
        if (fetch.window() != null) {
            windows[fetch.index] = fetch.window();
            looks[fetch.index] = fetch.looks();
            moments[fetch.index] = fetch.window().moment();
            return;
        }
        try {
            Map<String, Object> values = fetch.argument.values(variables);
            boolean shared = arguments.put(fetch.argument, values) != null;
            moments[fetch.index] = Moment.of(values, inherited);
            if (!shared) {
                // the fetches of an interface, one for each type, share their argument
                check(fetch, values);
            }
        } catch (IllegalArgumentException e) {
            fault(fetch.argument, e);
        }
    }

    private void check(Fetch fetch, Map<String, Object> values) {
        if (fetch.anchor instanceof Fetch.All all) {
            window(fetch, values, new Listed(all.list(), fetch.noun, all.order(), moments[fetch.index]));
        } else if (fetch.anchor instanceof Fetch.Children children) {
            window(fetch, values,
                    new Listed(list(fetch), fetch.noun, children.way().order(), moments[fetch.index]));
        } else if (fetch.anchor instanceof Fetch.Grouped grouped) {
            groups(fetch, grouped, values);
        } else if (fetch.anchor instanceof Fetch.Making making && making.root().shape() == Root.Shape.PAGES) {
            windows[fetch.index] = Window.ofMade(values, making.root().name(), most(fetch));
        } else if (fetch.anchor instanceof Fetch.ByIds) {
            ids(fetch);
        } else if (fetch.anchor instanceof Fetch.Lookup lookup) {
            KeyCondition.check(lookup.root(), (Map<?, ?>) values.get("by"));
        }
    }

    private void groups(Fetch fetch, Fetch.Grouped grouped, Map<String, Object> values) {
        Window list = windows[grouped.of().index];
        if (list == null) {
            return; // its own fault is told
        }
        Groups asked = new Groups(fetch.noun, list.moment(), values);
        groups.put(fetch, asked);
        windows[fetch.index] = Window.ofGroups(values, list, asked.keyset(), list(grouped.of()) + list.filter() + asked.seal(),
                most(fetch));
        looks[fetch.index] = summary(fetch).groups(windows[fetch.index]).aliases();
    }

    private void window(Fetch fetch, Map<String, Object> values, Listed list) {
        windows[fetch.index] = Window.of(values, list, fetch.cursors(), most(fetch));
        tryOut(fetch);
    }

    private int most(Fetch fetch) {
        return fetch.whole() ? Integer.MAX_VALUE : limits.page();
    }

    private void check(Argument picking) {
        try {
            picking.values(variables);
        } catch (IllegalArgumentException e) {
            fault(picking, e);
        }
    }

    private void fault(Argument argument, IllegalArgumentException e) {
        faults.add(new Fault(Fault.Code.BAD_USER_INPUT, e.getMessage(), List.of(argument.field().getSourceLocation())));
    }

    /** Writes the statement once for nothing, because filters and cursors are checked where they become SQL. */
    private void tryOut(Fetch fetch) {
        Window window = windows[fetch.index];
        if (window.filter().isEmpty() && window.keyset().isPlain() && window.after() == null && window.before() == null) {
            return;
        }
        Sql sql = statement(fetch).page(window);
        if (sql.size() > MOST_VALUES) {
            throw new IllegalArgumentException(
                    "The filter names some " + sql.size() + " values. Name fewer, in several requests.");
        }
        if (sql.aliases() > MOST_SUBQUERIES) {
            throw new IllegalArgumentException("Filter and order look into relations " + sql.aliases() + " times, and "
                    + MOST_SUBQUERIES + " is the most. Ask for less at once.");
        }
        looks[fetch.index] = sql.aliases();
    }

    private static String list(Fetch fetch) {
        return fetch.anchor instanceof Fetch.Children children ? children.parent().noun.type() + "." + children.way().name()
                : ((Fetch.All) fetch.anchor).list();
    }

    /** The most records that are read for it. */
    public int records() {
        return limits.records();
    }

    /** What answering costs at most: about one for each record that is read, and ten for each count. */
    public long estimate() {
        return Estimate.of(this);
    }

    /** Whether at most one statement will be run. */
    public boolean alone() {
        return fetches.stream().mapToInt(Fetch::statements).sum() <= 1;
    }

    /** Parents ahead of their children. */
    public List<Fetch> fetches() {
        return fetches;
    }

    /** How often its filter and its order look into relations. */
    int looks(Fetch fetch) {
        return looks[fetch.index];
    }

    public Window window(Fetch fetch) {
        return windows[fetch.index];
    }

    /** Has the next statement of a fetch read another page. */
    public void turn(Fetch fetch, Window window) {
        windows[fetch.index] = window;
    }

    public Map<String, Object> arguments(Argument argument) {
        // a page that every request asks for is kept with its document, its arguments are not
        return arguments.computeIfAbsent(argument, one -> one.values(variables));
    }

    /** @return null where the fetch is none of groups */
    public Groups groups(Fetch fetch) {
        return fetch.anchor instanceof Fetch.Apart apart ? groups.get(apart.of()) : groups.get(fetch);
    }

    public Summary summary(Fetch fetch) {
        return new Summary(fetch, groups(fetch), windows[fetch.list().index]);
    }

    public Statement statement(Fetch fetch) {
        return new Statement(fetch, variables);
    }

    /** The global ids that the argument of a fetch names. */
    public List<NodeId> ids(Fetch fetch) {
        Object ids = arguments(fetch.argument).getOrDefault("ids", arguments(fetch.argument).get("id"));
        List<?> list = ids instanceof List<?> several ? several : List.of(ids);
        if (list.size() > limits.page()) {
            throw new IllegalArgumentException(
                    list.size() + " ids are given. Give at most " + limits.page() + " at once.");
        }
        return list.stream().map(id -> fetch.noun.nodeId((String) id)).toList();
    }
}
