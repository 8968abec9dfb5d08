package dev.footnote.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

import dev.footnote.graph.Domain;
import dev.footnote.grouping.Bucket;
import dev.footnote.json.Output.Name;
import dev.footnote.question.Fetch;

/** Fields of an answer that are made of many records. */
final class SummaryPart {

    /** Digits behind the point of an average. */
    private static final int SCALE = 12;

    private SummaryPart() {
    }

    /** The numbers over all records of the list that the page is of. */
    static Part totals(Name name, Fetch fetch, String type, List<Part> parts) {
        return (out, loaded, page, row) -> {
            out.name(name);
            Part.object(out, type, parts, loaded, page, loaded.page(fetch, page.key).rows.get(0));
        };
    }

    /** The groups of the list that the page is of. */
    static Part grouped(Name name, Fetch fetch, String type, List<Part> parts) {
        return (out, loaded, page, row) -> {
            out.name(name);
            Part.object(out, type, parts, loaded, loaded.page(fetch, page.key), null);
        };
    }

    /** The numbers for each unit or currency, over all records of a list or of the group in the row. */
    static Part apart(Name name, Fetch fetch, String type, List<Part> parts) {
        boolean ofGroups = ((Fetch.Apart) fetch.anchor).of().anchor instanceof Fetch.Grouped;
        return (out, loaded, page, row) -> {
            out.name(name);
            Part.elements(out, type, parts, loaded, loaded.page(fetch, ofGroups ? row : page.key));
        };
    }

    static Part average(Name name, int sum, int known) {
        return (out, loaded, page, row) -> {
            out.name(name);
            out.value(row[sum] == null ? null : average((String) row[sum], (Integer) row[known]));
        };
    }

    private static String average(String sum, int known) {
        return Domain.plain(new BigDecimal(sum).divide(BigDecimal.valueOf(known), SCALE, RoundingMode.HALF_UP));
    }

    /** @param asked the field of the bucket */
    static Part bucket(Name name, int cell, String asked) {
        return (out, loaded, page, row) -> {
            out.name(name);
            int bucket = (Integer) row[cell];
            out.value(switch (asked) {
                case "year" -> Bucket.year(bucket);
                case "quarter" -> Bucket.quarter(bucket);
                default -> Bucket.month(bucket);
            });
        };
    }

    /** The filter that leads to the records of the group; its keys stand behind the cells. */
    static Part drill(Name name, Fetch fetch) {
        return (out, loaded, page, row) -> {
            out.name(name);
            int from = fetch.layout.size();
            out.whole(loaded.groups(fetch).filter(Arrays.asList(row).subList(from, from + loaded.groups(fetch).size())));
        };
    }
}
