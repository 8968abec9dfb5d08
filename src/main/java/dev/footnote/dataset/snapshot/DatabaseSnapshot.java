package dev.footnote.dataset.snapshot;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.footnote.database.Database;
import dev.footnote.database.JdbcOperations;
import dev.footnote.database.connection.Rollback;
import dev.footnote.dataset.datapackage.DatasetReader;
import dev.footnote.dataset.datapackage.EntityColumns;
import dev.footnote.dataset.datapackage.TableColumn;
import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.GlobalId;
import dev.footnote.metamodel.Metamodel;
import graphql.schema.GraphQLEnumType;

/**
 * Reads the whole database in one snapshot, page by page. References are looked up per record, because a join would read the
 * other table again for every page.
 */
public final class DatabaseSnapshot implements AutoCloseable {

    static final int PAGE = 2000;

    private static final int FIRST_CELL = 4;

    private final Metamodel metamodel;
    private final Connection connection;
    private final List<EntityColumns> allColumns;

    /** @throws DatabaseReadException when the database cannot be read */
    public DatabaseSnapshot(Metamodel metamodel, Database database) {
        this.metamodel = metamodel;
        this.allColumns = DatasetReader.allColumns(metamodel);
        try {
            this.connection = open(database);
        } catch (SQLException e) {
            throw new DatabaseReadException(e);
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
            // nothing was written, but a rollback would make H2 drop its prepared statements
            connection.commit();
        } catch (SQLException e) {
            throw new DatabaseReadException(e);
        }
    }

    /** Columns of all entity types with records of their own; referenced types come before those that refer to them. */
    public List<EntityColumns> allColumns() {
        return allColumns;
    }

    /** @throws DatabaseReadException when the database cannot be read */
    void read(String sql, JdbcOperations.RowReader reader, Object... values) {
        try {
            JdbcOperations.read(connection, sql, reader, values);
        } catch (SQLException e) {
            throw new DatabaseReadException(e);
        }
    }

    /** Metadata of the dataset; all null if none is imported. */
    public DatasetMetadata about() {
        List<DatasetMetadata> found = new ArrayList<>();
        read("SELECT slug, title, description, version, licence, descriptor FROM dataset",
                row -> found.add(new DatasetMetadata(row.getString(1), row.getString(2), row.getString(3), row.getString(4),
                        row.getString(5), row.getString(6))));
        return found.isEmpty() ? new DatasetMetadata(null, null, null, null, null, null) : found.get(0);
    }

    /** The records of an entity type after a number, in order; empty if there are no more. */
    public List<RecordRow> page(EntityColumns entityColumns, int behind) {
        return page(entityColumns, behind, "NULL");
    }

    /**
     * The same, with a column of the record that one column refers to.
     *
     * @param named column that refers to the other record
     * @param beside column of the other record's table
     */
    public List<RecordRow> page(EntityColumns entityColumns, int behind, TableColumn named, String beside) {
        return page(entityColumns, behind, named(entityColumns.entityType(), named, beside));
    }

    private List<RecordRow> page(EntityColumns entityColumns, int behind, String beside) {
        String sql = """
                SELECT r.id, r.slug, %s%s
                FROM %s r
                WHERE r.id > ?
                ORDER BY r.id
                FETCH FIRST %s ROWS ONLY""".formatted(beside, columns(entityColumns), entityColumns.entityType().table(), PAGE);
        List<RecordRow> page = new ArrayList<>(PAGE);
        read(sql, row -> page.add(row(entityColumns, row)), behind);
        return page;
    }

    /**
     * Finds a record.
     *
     * @return the record with its version in {@link RecordRow#beside}
     */
    public Optional<RecordRow> find(EntityColumns entityColumns, String slug) {
        String sql = """
                SELECT r.id, r.slug, r.lock_version%s
                FROM %s r
                WHERE r.slug = ?""".formatted(columns(entityColumns), entityColumns.entityType().table());
        List<RecordRow> found = new ArrayList<>();
        read(sql, row -> found.add(row(entityColumns, row)), slug);
        return found.stream().findFirst();
    }

    /** The global id of the record that a record was last merged into. */
    public Optional<String> mergedInto(EntityType entityType, GlobalId id) {
        List<String> merged = new ArrayList<>(1);
        entityType.mergedInto().ifPresent(sql -> read(sql, row -> merged.add(row.getString(1)), id.text()));
        return merged.stream().findFirst();
    }

    /**
     * Reads the records of an entity type that refer to records of a page.
     *
     * @param by column that holds the reference
     * @param taking receives the number of the referenced record and the referring record, ordered by both
     */
    public void naming(EntityColumns entityColumns, String by, List<RecordRow> page, Naming taking) {
        TableColumn naming = entityColumns.columns().stream().filter(column -> column.header().equals(by)).findFirst()
                .orElseThrow();
        String relation = name(entityColumns.entityType(), naming);
        String sql = """
                SELECT r.id, r.slug, NULL%s, r.%3$s
                FROM %2$s r
                WHERE r.%3$s BETWEEN ? AND ?
                ORDER BY r.%3$s, r.id""".formatted(columns(entityColumns), entityColumns.entityType().table(), relation);
        int last = entityColumns.columns().size() + FIRST_CELL;
        read(sql, row -> taking.take(row.getInt(last), row(entityColumns, row)), first(page), last(page));
    }

    /** Receives a record that refers to another. */
    public interface Naming {
        void take(int named, RecordRow row);
    }

    static int first(List<RecordRow> page) {
        return page.get(0).number();
    }

    static int last(List<RecordRow> page) {
        return page.get(page.size() - 1).number();
    }

    private String columns(EntityColumns entityColumns) {
        return entityColumns.columns().stream().map(column -> ",\n  " + column(entityColumns.entityType(), column))
                .collect(Collectors.joining());
    }

    private String column(EntityType entityType, TableColumn column) {
        return column.target() == null ? "r." + name(entityType, column) : named(entityType, column, "slug");
    }

    private String named(EntityType entityType, TableColumn column, String what) {
        return "(SELECT n." + what + " FROM " + metamodel.entityType(column.target()).table() + " n WHERE n.id = r."
                + name(entityType, column) + ")";
    }

    /** Name of the column in the database table. */
    static String name(EntityType entityType, TableColumn column) {
        return column.target() == null ? column.value().served()
                : ((Attribute.ToOne) entityType.attribute(column.field())).column();
    }

    private static RecordRow row(EntityColumns entityColumns, ResultSet row) throws SQLException {
        List<TableColumn> columns = entityColumns.columns();
        String[] cells = new String[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cell(columns.get(i), row, i + FIRST_CELL);
        }
        return new RecordRow(entityColumns, row.getInt(1), row.getString(2), cells, row.getString(3));
    }

    private static String cell(TableColumn column, ResultSet row, int place) throws SQLException {
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
