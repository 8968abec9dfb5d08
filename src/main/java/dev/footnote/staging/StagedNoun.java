package dev.footnote.staging;

import java.util.ArrayList;
import java.util.List;

import dev.footnote.database.Dialect;
import dev.footnote.folder.Carrier;
import dev.footnote.folder.Column;
import dev.footnote.graph.Graph;
import dev.footnote.graph.Member;
import dev.footnote.graph.Noun;

/** How the records of a noun are staged: what its table will hold, and records that it names still by their slugs. */
public final class StagedNoun {

    /** What the staging table has of the first citation of a record, behind all else. */
    public static final List<String> CITED = List.of("cited_source", "cited_locator", "cited_note", "cited_stance",
            "citation");

    /**
     * A record that each record names.
     *
     * @param header of the column in the file
     * @param staged the column that holds the slug
     * @param column of the table, which holds the key
     * @param same whether it is of the same kind
     */
    public record Named(String header, String staged, String column, Noun target, boolean same) {
    }

    public final Carrier carrier;
    public final Noun noun;
    public final StageTable table;
    public final List<Named> named = new ArrayList<>();
    /** The columns of the table that are copied as they are. */
    public final List<String> copied = new ArrayList<>();
    /** How many lines are staged, at positions from 1. */
    public int count;

    StagedNoun(Carrier carrier, Graph graph, Dialect dialect) {
        this.carrier = carrier;
        this.noun = carrier.noun();
        List<StageColumn> columns = new ArrayList<>(List.of(StageColumn.integer("position"), StageColumn.place(),
                StageColumn.text("slug", dialect), StageColumn.integer("number")));
        for (Column column : carrier.columns()) {
            if (column.target() == null) {
                List<StageColumn> copies = StageColumn.of(column.value(), dialect);
                columns.addAll(copies);
                copies.forEach(copy -> copied.add(copy.name()));
            } else {
                Member.ToOne way = (Member.ToOne) noun.member(column.field());
                String staged = "named_" + way.column();
                columns.add(StageColumn.text(staged, dialect));
                named.add(new Named(column.header(), staged, way.column(), graph.noun(way.target()),
                        way.target() == noun.entity()));
            }
        }
        if (noun.cited()) {
            CITED.forEach(name -> columns.add(StageColumn.text(name, dialect)));
            columns.add(StageColumn.integer("citation_number"));
        }
        this.table = new StageTable("stage_" + noun.table(), columns);
    }

    /** The columns of the staging table that one of the file takes. */
    public List<String> columns(Column column) {
        if (column.target() != null) {
            return List.of("named_" + ((Member.ToOne) noun.member(column.field())).column());
        }
        String name = column.value().column();
        return StageColumn.width(column.value()) == 1 ? List.of(name)
                : List.of(name + "_text", name + "_earliest", name + "_latest");
    }

    /** Where a member's values begin in a staged row. */
    int place(String field) {
        return noun.member(field) instanceof Member.ToOne way ? table.column("named_" + way.column())
                : table.column(first((Member.Value) noun.member(field)));
    }

    private static String first(Member.Value value) {
        return value.served();
    }
}
