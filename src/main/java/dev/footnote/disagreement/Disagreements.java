package dev.footnote.disagreement;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.footnote.graph.Made;
import dev.footnote.graph.Noun;

/** Finds what sources disagree about. */
final class Disagreements implements Made {

    /** Claims, because they are in memory together. */
    static final int MOST = 20_000;

    /** All citations of what one of them does not simply support. */
    private static final String CITATIONS = """
            SELECT DISTINCT c.id, c.subject_kind, c.subject_id, c.field
            FROM citation d
            JOIN citation c ON c.subject_id = d.subject_id AND c.subject_kind = d.subject_kind
            AND c.field IS NOT DISTINCT FROM d.field
            WHERE d.stance IN ('CONTESTED', 'DISPUTES')
            ORDER BY c.id
            FETCH FIRST ? ROWS ONLY""";

    /** Figures of a metric on one subject that are not all the same; of many, this leaves few to be looked at closely. */
    private static final String CANDIDATES = """
            SELECT g.id
            FROM (SELECT f.%1$s, f.metric FROM figure f WHERE f.%1$s IS NOT NULL
            GROUP BY f.%1$s, f.metric HAVING MIN(f.amount) < MAX(f.amount)) d
            JOIN figure g ON g.%1$s = d.%1$s AND g.metric = d.metric
            """;

    /** Figures of reports on the same part of the same year. */
    private static final String CANDIDATES_OF_SEVERAL_REPORTS = """
            SELECT g.id
            FROM (SELECT r.organization_id, r.fiscal_year, r.period FROM financial_report r
            GROUP BY r.organization_id, r.fiscal_year, r.period HAVING COUNT(*) > 1) d
            JOIN financial_report e ON e.organization_id = d.organization_id
            AND e.fiscal_year = d.fiscal_year AND e.period = d.period
            JOIN figure g ON g.report_id = e.id
            """;

    /**
     * What is stated to be so much or more passes what is stated to be so much or less. A plan contradicts no value, and
     * a restatement no earlier one.
     */
    private static final String FIGURES = """
            SELECT COALESCE(r.organization_id, f.organization_id), f.initiative_id, f.metric, ARRAY_AGG(f.id ORDER BY f.id)
            FROM (
            %s) candidate
            JOIN figure f ON f.id = candidate.id
            LEFT JOIN financial_report r ON r.id = f.report_id
            GROUP BY COALESCE(r.organization_id, f.organization_id), f.initiative_id, r.fiscal_year, r.period, r.revision,
            f.metric, f.unit, f.currency, f.as_of_text, f.horizon, CASE WHEN f.qualifier = 'PLANNED' THEN 1 ELSE 0 END
            HAVING MAX(CASE WHEN f.qualifier NOT IN ('AT_MOST', 'LESS_THAN') THEN f.amount END)
            > MIN(CASE WHEN f.qualifier NOT IN ('AT_LEAST', 'MORE_THAN') THEN f.amount END)
            ORDER BY MIN(f.id)
            FETCH FIRST ? ROWS ONLY""".formatted(String.join("UNION\n", CANDIDATES.formatted("report_id"),
            CANDIDATES.formatted("organization_id"), CANDIDATES.formatted("initiative_id"), CANDIDATES_OF_SEVERAL_REPORTS));

    private static final String CITATIONS_OF_FIGURES = """
            SELECT c.subject_id, c.id
            FROM citation c
            WHERE c.subject_id = ANY(?) AND c.subject_kind = 'figure'
            ORDER BY c.id
            FETCH FIRST ? ROWS ONLY""";

    private final Noun disagreement;
    private final Noun claim;

    Disagreements(Noun disagreement, Noun claim) {
        this.disagreement = disagreement;
        this.claim = claim;
    }

    @Override
    public Map<Noun, List<Object[]>> make(Map<String, Object> arguments, Reader reader) throws SQLException {
        Object kind = arguments.get("kind");
        Rows rows = new Rows();
        if (!DisagreementKind.FIGURES.name().equals(kind)) {
            citations(rows, reader);
        }
        if (!DisagreementKind.CITATIONS.name().equals(kind)) {
            figures(rows, reader);
        }
        return Map.of(disagreement, rows.disagreements, claim, rows.claims);
    }

    private static void citations(Rows rows, Reader reader) throws SQLException {
        Map<List<Object>, String> places = new LinkedHashMap<>();
        reader.read(CITATIONS, List.of(MOST + 1), row -> {
            int citation = row.getInt(1);
            String fact = row.getString(2);
            int id = row.getInt(3);
            String field = row.getString(4);
            String place = places.computeIfAbsent(Arrays.asList(fact, id, field),
                    subject -> rows.add(DisagreementKind.CITATIONS, citation, fact, id, field));
            rows.claim(place, fact, id, citation);
        });
    }

    private static void figures(Rows rows, Reader reader) throws SQLException {
        Map<Integer, String> places = new LinkedHashMap<>();
        reader.read(FIGURES, List.of(MOST + 1), row -> {
            Integer organization = row.getObject(1, Integer.class);
            Object[] figures = (Object[]) row.getArray(4).getArray();
            String place = rows.add(DisagreementKind.FIGURES, (Integer) figures[0],
                    organization == null ? "initiative" : "organization",
                    organization == null ? row.getInt(2) : organization, row.getString(3));
            for (Object figure : figures) {
                places.put((Integer) figure, place);
            }
        });
        if (places.isEmpty()) {
            return;
        }
        Map<Integer, List<Integer>> citations = new HashMap<>();
        reader.read(CITATIONS_OF_FIGURES, List.of(places.keySet().toArray(Integer[]::new), MOST + 1),
                row -> citations.computeIfAbsent(row.getInt(1), figure -> new ArrayList<>()).add(row.getInt(2)));
        places.forEach((figure, place) -> citations.getOrDefault(figure, List.of())
                .forEach(citation -> rows.claim(place, "figure", figure, citation)));
    }

    /** The rows of all disagreements and of their claims. */
    private static final class Rows {

        private final List<Object[]> disagreements = new ArrayList<>();
        private final List<Object[]> claims = new ArrayList<>();

        /** @return its place, by which claims hang on it */
        String add(DisagreementKind kind, int first, String subject, int id, String about) {
            String place = String.format(Locale.ROOT, "%s %010d", kind, first);
            disagreements.add(new Object[] { place, kind.name(), subject, id, about });
            return place;
        }

        void claim(String place, String fact, int id, int citation) {
            if (claims.size() == MOST) {
                throw new IllegalArgumentException("Sources disagree in more than " + MOST
                        + " claims, too many for one list. Ask for citations by their stance, and for figures, instead.");
            }
            claims.add(new Object[] { place + " " + claims.size(), place, fact, id, "citation", citation });
        }
    }
}
