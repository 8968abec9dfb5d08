package dev.footnote.analysis.disagreement;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.footnote.metamodel.VirtualTable;

/** Finds figures that cannot all be true. */
final class FigureComparison {

    /**
     * Selects figures where a lower bound exceeds an upper bound; an exact value is both. A plan does not contradict a value,
     * and a restatement does not contradict an earlier report. It uses outer joins, because H2 runs those in the given order.
     */
    private static final String CONTRADICTING = """
            SELECT COALESCE(r.organization_id, f.organization_id), f.initiative_id, f.product_id, f.metric, ARRAY_AGG(f.id ORDER BY f.id)
            FROM rival_figure x
            LEFT JOIN figure f ON f.id = x.id
            LEFT JOIN financial_report r ON r.id = f.report_id
            %s
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

    /** The possible subjects of figures, in the order of the first columns of {@link #CONTRADICTING}. */
    private static final List<String> SUBJECTS = List.of("organization", "initiative", "product");

    private static final String LATEST = "WHERE NOT EXISTS (SELECT 1 FROM superseded_financial_report s WHERE s.id = f.report_id)";

    private final DisagreementRowMapper rows;
    private final boolean latest;
    private final VirtualTable.Reader reader;

    /** @param latest whether restated reports are left out */
    FigureComparison(DisagreementRowMapper rows, boolean latest, VirtualTable.Reader reader) {
        this.rows = rows;
        this.latest = latest;
        this.reader = reader;
    }

    void run() throws SQLException {
        Map<Integer, String> places = places();
        Map<Integer, List<Integer>> citations = new HashMap<>();
        if (!places.isEmpty()) {
            reader.read(CITATIONS, List.of(keys(places.keySet()), DisagreementRowMapper.MOST + 1),
                    row -> citations.computeIfAbsent(row.getInt(1), figure -> new ArrayList<>()).add(row.getInt(2)));
        }
        places.forEach((figure, place) -> citations.getOrDefault(figure, List.of())
                .forEach(citation -> rows.claim(place, "figure", figure, citation)));
    }

    /** The sort key of the disagreement of each figure that contradicts others. */
    private Map<Integer, String> places() throws SQLException {
        Map<Integer, String> places = new LinkedHashMap<>();
        reader.read(CONTRADICTING.formatted(latest ? LATEST : ""), List.of(), row -> {
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
