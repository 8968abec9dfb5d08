package dev.footnote.analysis.disagreement;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.VirtualTable;
import dev.footnote.metamodel.scalar.Revisions;

/** Finds disagreements between sources. */
final class DisagreementFinder implements VirtualTable {

    /** All citations of records that at least one citation does not simply support. */
    private static final String CITATIONS = """
            SELECT DISTINCT c.id, c.subject_kind, c.subject_id, c.field
            FROM citation d
            JOIN citation c ON c.subject_id = d.subject_id AND c.subject_kind = d.subject_kind
            AND c.field IS NOT DISTINCT FROM d.field
            WHERE d.stance IN ('CONTESTED', 'DISPUTES')%s
            ORDER BY c.id
            FETCH FIRST ? ROWS ONLY""";

    /** The condition that a citation is neither about a restated report nor about a figure of one. */
    private static final String LATEST = """

            AND NOT (c.subject_kind = 'financial_report'
            AND EXISTS (SELECT 1 FROM superseded_financial_report s WHERE s.id = c.subject_id))
            AND NOT (c.subject_kind = 'figure' AND EXISTS (SELECT 1 FROM figure f
            JOIN superseded_financial_report s ON s.id = f.report_id WHERE f.id = c.subject_id))""";

    private final Metamodel metamodel;
    private final EntityType disagreement;
    private final EntityType claim;

    DisagreementFinder(Metamodel metamodel, EntityType disagreement, EntityType claim) {
        this.metamodel = metamodel;
        this.disagreement = disagreement;
        this.claim = claim;
    }

    @Override
    public Map<EntityType, List<Object[]>> make(Map<String, Object> arguments, Reader reader) throws SQLException {
        Object kind = arguments.get("kind");
        boolean latest = !Revisions.ALL.name().equals(arguments.get("revisions"));
        DisagreementRowMapper rows = new DisagreementRowMapper();
        if (!DisagreementKind.FIGURES.name().equals(kind)) {
            citations(rows, latest, reader);
        }
        if (!DisagreementKind.CITATIONS.name().equals(kind)) {
            new FigureComparison(rows, latest, reader).run();
        }
        return Map.of(disagreement, rows.disagreements, claim, rows.claims);
    }

    /** A citation of a contested record. */
    private record Claim(int citation, String fact, int id, String field) {
    }

    private void citations(DisagreementRowMapper rows, boolean latest, Reader reader) throws SQLException {
        List<Claim> claims = new ArrayList<>();
        Map<String, TreeSet<Integer>> contested = new TreeMap<>();
        reader.read(CITATIONS.formatted(latest ? LATEST : ""), List.of(DisagreementRowMapper.MOST + 1), row -> {
            Claim claim = new Claim(row.getInt(1), row.getString(2), row.getInt(3), row.getString(4));
            claims.add(claim);
            if (claim.field() == null) {
                contested.computeIfAbsent(claim.fact(), kind -> new TreeSet<>()).add(claim.id());
            }
        });
        ClaimSubjects matters = new ClaimSubjects(metamodel, reader);
        for (Map.Entry<String, TreeSet<Integer>> records : contested.entrySet()) {
            matters.read(records.getKey(), records.getValue());
        }
        Map<ClaimSubjects.Matter, String> places = new HashMap<>();
        for (Claim claim : claims) {
            String place = places.computeIfAbsent(matters.of(claim.fact(), claim.id(), claim.field()),
                    matter -> rows.add(DisagreementKind.CITATIONS, claim.citation(), matter.kind(), matter.id(),
                            matter.about()));
            rows.claim(place, claim.fact(), claim.id(), claim.citation());
        }
    }
}
