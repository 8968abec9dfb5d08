package dev.footnote.query.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

import dev.footnote.metamodel.ValueType;
import dev.footnote.query.output.ResultWriter.Name;
import dev.footnote.query.page.DateBucket;

/** Field writers for aggregated results: totals, groups, sums by unit and averages over many records. */
final class AggregateFieldWriter {

    /** Decimal places of an average. */
    private static final int SCALE = 12;

    private AggregateFieldWriter() {
    }

    /** Writes the aggregates over all records of the list that the page belongs to. */
    static FieldWriter totals(Name name, FetchNode fetch, String type, List<FieldWriter> parts) {
        return (out, loaded, page, row) -> {
            out.name(name);
            FieldWriter.object(out, type, parts, loaded, page, loaded.page(fetch, page.key).rows.get(0));
        };
    }

    /** Writes the groups of the list that the page belongs to. */
    static FieldWriter grouped(Name name, FetchNode fetch, String type, List<FieldWriter> parts) {
        return (out, loaded, page, row) -> {
            out.name(name);
            FieldWriter.object(out, type, parts, loaded, loaded.page(fetch, page.key), null);
        };
    }

    /** Writes the aggregates for each unit or currency, over all records of a list or of the group in the row. */
    static FieldWriter apart(Name name, FetchNode fetch, String type, List<FieldWriter> parts) {
        boolean ofGroups = ((FetchSource.SumByUnit) fetch.source).of().source instanceof FetchSource.GroupBy;
        return (out, loaded, page, row) -> {
            out.name(name);
            FieldWriter.elements(out, type, parts, loaded, loaded.page(fetch, ofGroups ? row : page.key));
        };
    }

    static FieldWriter average(Name name, int sum, int known) {
        return (out, loaded, page, row) -> {
            out.name(name);
            out.value(row[sum] == null ? null : average((String) row[sum], (Integer) row[known]));
        };
    }

    private static String average(String sum, int known) {
        return ValueType.plain(new BigDecimal(sum).divide(BigDecimal.valueOf(known), SCALE, RoundingMode.HALF_UP));
    }

    /**
     * Writes one part of a date bucket.
     *
     * @param asked the selected field of the bucket
     */
    static FieldWriter bucket(Name name, int cell, String asked) {
        return (out, loaded, page, row) -> {
            out.name(name);
            int bucket = (Integer) row[cell];
            out.value(switch (asked) {
                case "year" -> DateBucket.year(bucket);
                case "quarter" -> DateBucket.quarter(bucket);
                default -> DateBucket.month(bucket);
            });
        };
    }

    /** Writes the filter that selects the records of the group. The group's keys follow the cells in the row. */
    static FieldWriter drill(Name name, FetchNode fetch) {
        return (out, loaded, page, row) -> {
            out.name(name);
            int from = fetch.layout.size();
            out.whole(loaded.groups(fetch).filter(Arrays.asList(row).subList(from, from + loaded.groups(fetch).size())));
        };
    }
}
