package dev.footnote.disagreement;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.footnote.graph.Made;

/** Finds figures that cannot all be true. */
final class FigureComparison {

    /**
     * Figures of a metric in one report that are not all the same. Of many figures this leaves few to be looked at closely,
     * and reads an index only.
     */
    private static final String IN_REPORTS = """
            SELECT ARRAY_AGG(f.id)
            FROM figure f
            WHERE f.report_id IS NOT NULL
            GROUP BY f.report_id, f.metric
            HAVING MIN(f.amount) < MAX(f.amount)""";

    private static final String OUTSIDE_OF_REPORTS = """
            SELECT ARRAY_AGG(f.id)
            FROM figure f
            WHERE f.report_id IS NULL
            GROUP BY f.organization_id, f.initiative_id, f.product_id, f.metric
            HAVING MIN(f.amount) < MAX(f.amount)""";

    private static final String REPORTS_OF_ONE_TIME = """
            SELECT ARRAY_AGG(r.id)
            FROM financial_report r
            GROUP BY r.organization_id, r.fiscal_year, r.period
            HAVING COUNT(*) > 1""";

    private static final String FIGURES_OF_REPORTS = """
            SELECT f.id
            FROM figure f
            WHERE f.report_id = ANY(?)""";

    /**
     * What is stated to be so much or more passes what is stated to be so much or less. A plan contradicts no value, and
     * a restatement no earlier one.
     */
    private static final String CONTRADICTING = """
            SELECT COALESCE(r.organization_id, f.organization_id), f.initiative_id, f.product_id, f.metric, ARRAY_AGG(f.id ORDER BY f.id)
            FROM figure f
            LEFT JOIN financial_report r ON r.id = f.report_id
            WHERE f.id = ANY(?)%s
            GROUP BY COALESCE(r.organization_id, f.organization_id), f.initiative_id, f.product_id, r.fiscal_year, r.period,
            r.revision, f.metric, f.unit, f.currency, f.as_of_text, f.horizon, CASE WHEN f.qualifier = 'PLANNED' THEN 1 ELSE 0 END
            HAVING MAX(CASE WHEN f.qualifier NOT IN ('AT_MOST', 'LESS_THAN') THEN f.amount END)
            > MIN(CASE WHEN f.qualifier NOT IN ('AT_LEAST', 'MORE_THAN') THEN f.amount END)
            ORDER BY MIN(f.id)""";

    private static final String CITATIONS = """
            SELECT c.subject_id, c.id
            FROM citation c
            WHERE c.subject_id = ANY(?) AND c.subject_kind = 'figure'
            ORDER BY c.id
            FETCH FIRST ? ROWS ONLY""";

    /** What figures may be about, in the order of the first columns of {@link #CONTRADICTING}. */
    private static final List<String> SUBJECTS = List.of("organization", "initiative", "product");

    private static final String LATEST = """

            AND NOT EXISTS (SELECT 1 FROM superseded_financial_report s WHERE s.id = f.report_id)""";

    private final DisagreementRows rows;
    private final boolean latest;
    private final Made.Reader reader;

    /** @param latest whether reports that were restated are left out */
    FigureComparison(DisagreementRows rows, boolean latest, Made.Reader reader) {
        this.rows = rows;
        this.latest = latest;
        this.reader = reader;
    }

    void run() throws SQLException {
        Map<Integer, String> places = places(candidates());
        Map<Integer, List<Integer>> citations = new HashMap<>();
        if (!places.isEmpty()) {
            reader.read(CITATIONS, List.of(keys(places.keySet()), DisagreementRows.MOST + 1),
                    row -> citations.computeIfAbsent(row.getInt(1), figure -> new ArrayList<>()).add(row.getInt(2)));
        }
        places.forEach((figure, place) -> citations.getOrDefault(figure, List.of())
                .forEach(citation -> rows.claim(place, "figure", figure, citation)));
    }

    /** Figures that may contradict others. */
    private Set<Integer> candidates() throws SQLException {
        // one after the other, because H2 runs each of the parts of one statement for every row of the others
        Set<Integer> candidates = new LinkedHashSet<>(arrays(IN_REPORTS));
        candidates.addAll(arrays(OUTSIDE_OF_REPORTS));
        Set<Integer> reports = arrays(REPORTS_OF_ONE_TIME);
        if (!reports.isEmpty()) {
            reader.read(FIGURES_OF_REPORTS, List.of((Object) keys(reports)), row -> candidates.add(row.getInt(1)));
        }
        return candidates;
    }

    /** The keys in all arrays that are selected. */
    private Set<Integer> arrays(String sql) throws SQLException {
        Set<Integer> keys = new LinkedHashSet<>();
        reader.read(sql, List.of(), row -> {
            for (Object key : (Object[]) row.getArray(1).getArray()) {
                keys.add((Integer) key);
            }
        });
        return keys;
    }

    /** By figure that contradicts others, the place of its disagreement. */
    private Map<Integer, String> places(Set<Integer> candidates) throws SQLException {
        Map<Integer, String> places = new LinkedHashMap<>();
        if (candidates.isEmpty()) {
            return places;
        }
        reader.read(CONTRADICTING.formatted(latest ? LATEST : ""), List.of((Object) keys(candidates)), row -> {
            int subject = 1;
            while (row.getObject(subject, Integer.class) == null) {
                subject++;
            }
            Object[] figures = (Object[]) row.getArray(5).getArray();
            String place = rows.add(DisagreementKind.FIGURES, (Integer) figures[0], SUBJECTS.get(subject - 1),
                    row.getInt(subject), row.getString(4));
            for (Object figure : figures) {
                places.put((Integer) figure, place);
            }
        });
        return places;
    }

    private static Integer[] keys(Set<Integer> keys) {
        return keys.toArray(Integer[]::new);
    }
}
