package dev.footnote.query.validation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Names that other APIs use for arguments and filter keys, by the names used here. */
final class ForeignOperatorNames {

    /** Each key or argument name of this API, followed by the names in other APIs, in lower case without underscores. */
    private static final Map<String, List<String>> KEYS = read(
            """
                    eq equals equalto equal is ieq eqi iexact equalsto equalinsensitive
                    not ne neq nequals notequals notequalto notequal isnot distinctfrom nei
                    gte ge greaterthanorequal greaterthanorequalto greaterthanequals min minimum onorafter
                    from gte ge greaterthanorequal greaterthanorequalto min since onorafter start starting
                    gt greaterthan greater
                    after gt greaterthan greater
                    lte le lessthanorequal lessthanorequalto lessthanequals max maximum onorbefore
                    until lte le lessthanorequal lessthanorequalto max to onorbefore end ending
                    lt lessthan less
                    before lt lessthan less
                    within year month day during contains startswith like in period
                    in anyof oneof inlist isin any
                    contains like ilike icontains containsi includes includesinsensitive likeinsensitive match matches regex iregex similar search substring anyofterms allofterms alloftext fuzzy text
                    startsWith beginswith startswithi istartswith startswithinsensitive prefix starts
                    isNull null isempty isblank exists notnull nnull isdefined attributeexists isnotnull empty
                    exact mode casesensitive caseinsensitive insensitive
                    some any exists has contains is
                    every all
                    none isempty
                    count size length total totalcount
                    """);

    private static final Map<String, List<String>> ARGUMENTS = read("""
            filter where filters condition conditions query match search predicate criteria
            first limit take pagesize perpage size top count num number maxresults
            offset skip start startat
            after cursor aftercursor pagetoken
            orderBy order sort sortby orderings ordering orders
            by groupby key keys group fields where id
            query q term text name search keyword keywords input phrase string
            types type kinds kind
            from source start a src
            to target end b destination dst
            at when date asof ason time validat on
            metric name key field
            ids id keys slugs
            id nodeid key slug
            """);

    /** Hints for operators that no single key of this API expresses. */
    private static final Map<String, String> SENTENCES = Map.of(
            "nin", " Write not: { ... } around the field, with in.",
            "notin", " Write not: { ... } around the field, with in.",
            "ncontains", " Write not: { ... } around the field, with contains.",
            "notcontains", " Write not: { ... } around the field, with contains.",
            "endswith", " No key looks at the end of a text; contains comes nearest.",
            "iendswith", " No key looks at the end of a text; contains comes nearest.");

    private ForeignOperatorNames() {
    }

    private static Map<String, List<String>> read(String table) {
        Map<String, List<String>> read = new LinkedHashMap<>();
        table.lines().map(line -> List.of(line.split(" "))).forEach(words -> read.put(words.get(0), words));
        return read;
    }

    /** A name without letter case and separators. */
    static String plain(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }

    /** The name that this API uses, if it is among the known ones; null if none has the same meaning. */
    static String key(String name, List<String> known) {
        return among(KEYS, name, known);
    }

    static String argument(String name, List<String> known) {
        return among(ARGUMENTS, name, known);
    }

    private static String among(Map<String, List<String>> names, String name, List<String> known) {
        String plain = plain(name);
        return names.entrySet().stream().filter(one -> known.contains(one.getKey()))
                .filter(one -> one.getValue().subList(1, one.getValue().size()).contains(plain)).map(Map.Entry::getKey)
                .findFirst().orElse(null);
    }

    /** A sentence about an operator of other APIs that this API expresses differently; empty if there is none. */
    static String sentence(String name, List<String> known) {
        String plain = plain(name);
        if (Arrays.asList("between", "range").contains(plain)) {
            return known.contains("from") ? " Write from and until." : known.contains("gte") ? " Write gte and lte." : "";
        }
        return known.contains("eq") ? SENTENCES.getOrDefault(plain, "") : "";
    }
}
