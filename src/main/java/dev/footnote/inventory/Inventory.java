package dev.footnote.inventory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.footnote.connection.Rollback;
import dev.footnote.database.Database;
import dev.footnote.folder.Carrier;
import dev.footnote.folder.Column;
import dev.footnote.folder.Contents;
import dev.footnote.graph.Graph;
import dev.footnote.graph.Member;
import dev.footnote.graph.Noun;
import graphql.schema.GraphQLEnumType;

/**
 * All that a database holds, read in one snapshot and a page at a time. What a record names is looked up record by record,
 * because a join would read all of the other table again for every page.
 */
public final class Inventory implements AutoCloseable {

    static final int PAGE = 2000;

    private static final int FIRST_CELL = 4;

    private final Graph graph;
    private final Connection connection;
    private final List<Carrier> carriers;

    /** @throws Unreadable when the database does not answer */
    public Inventory(Graph graph, Database database) {
        this.graph = graph;
        this.carriers = Contents.carriers(graph);
        try {
            this.connection = open(database);
        } catch (SQLException e) {
            throw new Unreadable(e);
        }
    }

    private static Connection open(Database database) throws SQLException {
        Connection connection = database.source().getConnection();
        try {
            database.dialect().snapshot(connection);
            return connection;
        } catch (SQLException | RuntimeException e) {
            Rollback.close(e, connection);
            throw e;
        }
    }

    @Override
    public void close() {
        try (connection) {
            // nothing was written, but H2 forgets its prepared statements at a rollback
            connection.commit();
        } catch (SQLException e) {
            throw new Unreadable(e);
        }
    }

    /** All nouns that have records of their own, those ahead that others name. */
    public List<Carrier> carriers() {
        return carriers;
    }

    /** Takes one row of a result. */
    interface Reading {
        void read(ResultSet row) throws SQLException;
    }

    /** @throws Unreadable when the database does not answer */
    void read(String sql, Reading reading, Object... values) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            // else PostgreSQL would send all at once, and one record may be cited a million times
            statement.setFetchSize(PAGE);
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reading.read(rows);
                }
            }
        } catch (SQLException e) {
            throw new Unreadable(e);
        }
    }

    /** What the dataset says of itself; all null where none is imported. */
    public About about() {
        List<About> found = new ArrayList<>();
        read("SELECT slug, title, description, version, licence, descriptor FROM dataset",
                row -> found.add(new About(row.getString(1), row.getString(2), row.getString(3), row.getString(4),
                        row.getString(5), row.getString(6))));
        return found.isEmpty() ? new About(null, null, null, null, null, null) : found.get(0);
    }

    /** The records of a noun behind a number, in their order; none when there are no more. */
    public List<Row> page(Carrier carrier, int behind) {
        return page(carrier, behind, "NULL");
    }

    /** The same, and of each as well what the record that one of its columns names says in a column of its own. */
    public List<Row> page(Carrier carrier, int behind, Column named, String beside) {
        return page(carrier, behind, named(carrier.noun(), named, beside));
    }

    private List<Row> page(Carrier carrier, int behind, String beside) {
        String sql = """
                SELECT r.id, r.slug, %s%s
                FROM %s r
                WHERE r.id > ?
                ORDER BY r.id
                FETCH FIRST %s ROWS ONLY""".formatted(beside, columns(carrier), carrier.noun().table(), PAGE);
        List<Row> page = new ArrayList<>(PAGE);
        read(sql, row -> page.add(row(carrier, row)), behind);
        return page;
    }

    /**
     * The records of a noun that name records of a page.
     *
     * @param by the column that names them
     * @param taking is given the number of the record that is named, and the one that names it; in the order of both
     */
    public void naming(Carrier carrier, String by, List<Row> page, Naming taking) {
        Column naming = carrier.columns().stream().filter(column -> column.header().equals(by)).findFirst().orElseThrow();
        String way = name(carrier.noun(), naming);
        String sql = """
                SELECT r.id, r.slug, NULL%s, r.%3$s
                FROM %2$s r
                WHERE r.%3$s BETWEEN ? AND ?
                ORDER BY r.%3$s, r.id""".formatted(columns(carrier), carrier.noun().table(), way);
        int last = carrier.columns().size() + FIRST_CELL;
        read(sql, row -> taking.take(row.getInt(last), row(carrier, row)), first(page), last(page));
    }

    /** Takes a record that names another. */
    public interface Naming {
        void take(int named, Row row);
    }

    static int first(List<Row> page) {
        return page.get(0).number();
    }

    static int last(List<Row> page) {
        return page.get(page.size() - 1).number();
    }

    private String columns(Carrier carrier) {
        return carrier.columns().stream().map(column -> ",\n  " + column(carrier.noun(), column))
                .collect(Collectors.joining());
    }

    private String column(Noun noun, Column column) {
        return column.target() == null ? "r." + name(noun, column) : named(noun, column, "slug");
    }

    private String named(Noun noun, Column column, String what) {
        return "(SELECT n." + what + " FROM " + graph.noun(column.target()).table() + " n WHERE n.id = r."
                + name(noun, column) + ")";
    }

    /** What the table calls a column. */
    static String name(Noun noun, Column column) {
        return column.target() == null ? column.value().served() : ((Member.ToOne) noun.member(column.field())).column();
    }

    private static Row row(Carrier carrier, ResultSet row) throws SQLException {
        List<Column> columns = carrier.columns();
        String[] cells = new String[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cell(columns.get(i), row, i + FIRST_CELL);
        }
        return new Row(carrier, row.getInt(1), row.getString(2), cells, row.getString(3));
    }

    private static String cell(Column column, ResultSet row, int place) throws SQLException {
        if (column.target() != null) {
            return row.getString(place);
        }
        Object value = column.value().domain().read(row, place);
        if (value == null) {
            return null;
        }
        return column.value().type() instanceof GraphQLEnumType ? value.toString().toLowerCase(Locale.ROOT) : value.toString();
    }
}
