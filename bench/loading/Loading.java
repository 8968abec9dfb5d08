import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.*;
import java.util.*;

import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;

/**
 * Reads the same rows in two ways, with HQL projections on a StatelessSession and with SQL over JDBC, and tells what each costs.
 *
 * Both ask one statement a relation (on H2 one for each parent, on PostgreSQL a lateral join over all of them), on the
 * same connection, in one transaction, and both end with the same rows as arrays by parent; what is compared is what lies
 * between the question and the driver.
 *
 * Arguments: the JDBC address of a PostgreSQL database that Footnote has imported the dataset into, the folder of the
 * migrations, the file for the results.
 */
public class Loading {

    static final List<String> ENTITIES = List.of("organization.Organization", "organization.OrganizationLink", "organization.Identifier",
            "person.Person", "person.Affiliation", "initiative.Initiative", "event.Participation", "event.Event", "event.EventTopic", "product.Product",
            "initiative.Topic", "initiative.InitiativeTopic", "finance.FinancialReport", "finance.Figure", "name.Name", "source.Source",
            "source.Citation");
    static final List<String> TABLES = List.of("organization", "person", "initiative", "affiliation", "participation", "financial_report",
            "figure");
    static final int ROUNDS = 9;

    /** One relation: how both ways ask for it. {@code ?} stands for the parent or the value that the page begins with. */
    record Relation(String sqlOfOne, String sqlOfMany, String hqlOfOne, String hqlOfMany) {
    }

    /** Reads the pages of a relation for each key. */
    interface Way {
        Map<Object, List<Object[]>> read(Relation relation, Collection<Object> keys) throws SQLException;
    }

    static Relation children(String table, String parent, String cells, String joins, String order, int most, String entity, String hqlCells,
            String hqlJoins, String hqlParent, String hqlOrder, String names) {
        String sql = "SELECT " + cells + " FROM " + table + " t" + joins + " WHERE t." + parent + " = %s ORDER BY %s" + order
                + " FETCH FIRST " + most + " ROWS ONLY";
        String hql = "select " + hqlCells + " from " + entity + " t" + hqlJoins + " where t." + hqlParent + ".id = %s order by " + hqlOrder
                + " fetch first " + most + " rows only";
        String root = hqlParent.equals("initiative") ? "Initiative" : hqlParent.equals("person") ? "Person" : "Organization";
        return new Relation(sql.formatted("?", "t." + parent + ", "),
                "SELECT parent.id, page.* FROM unnest(?) AS parent(id) CROSS JOIN LATERAL (" + sql.formatted("parent.id", "") + ") AS page",
                hql.formatted("?1").replace("order by ", "order by t." + hqlParent + ".id, "),
                "select parent.id, " + String.join(", ", Arrays.stream(names.split(" ")).map(name -> "page." + name).toList()) + " from " + root
                        + " parent join lateral (" + hql.formatted("parent.id") + ") page where parent.id in ?1");
    }

    static final Relation PAGE = new Relation(
            "SELECT t.id, t.name, t.country, t.founded_text FROM organization t WHERE t.name >= ? ORDER BY t.name, t.id FETCH FIRST 20 ROWS ONLY",
            null,
            "select t.id, t.name, t.country, t.founded.text from Organization t where t.name >= ?1 order by t.name, t.id fetch first 20 rows only",
            null);
    static final Relation BY_SLUG = new Relation("SELECT t.id, t.name FROM organization t WHERE t.slug = ?", null,
            "select t.id, t.name from Organization t where t.slug = ?1", null);

    static Relation members(int most) {
        return children("affiliation", "organization_id", "t.title AS a, j.id AS b, j.name AS c", " LEFT JOIN person j ON j.id = t.person_id",
                "t.from_earliest DESC NULLS LAST, t.id DESC", most, "Affiliation", "t.title as a, j.id as b, j.name as c",
                " left join t.person j", "organization", "t.from.earliest desc nulls last, t.id desc", "a b c");
    }

    static Relation participations(int most) {
        return children("participation", "organization_id", "t.role AS a, j.id AS b, j.name AS c",
                " LEFT JOIN initiative j ON j.id = t.initiative_id", "t.id", most, "Participation",
                "cast(t.role as String) as a, j.id as b, j.name as c", " left join t.initiative j", "organization", "t.id", "a b c");
    }

    static final Relation REPORTS = children("financial_report", "organization_id",
            "t.fiscal_year AS a, t.period AS b, t.currency AS c,"
                    + " (SELECT f.amount FROM figure f WHERE f.report_id = t.id AND f.metric = 'revenue' ORDER BY f.id FETCH FIRST ROW ONLY) AS d,"
                    + " (SELECT f.amount FROM figure f WHERE f.report_id = t.id AND f.metric = 'net-profit' ORDER BY f.id FETCH FIRST ROW ONLY) AS e",
            "", "t.fiscal_year DESC, t.period DESC, t.id DESC", 4, "FinancialReport",
            "t.fiscalYear as a, cast(t.period as String) as b, t.currency as c,"
                    + " (select f.value from Figure f where f.report.id = t.id and f.metric = 'revenue' order by f.id fetch first 1 rows only) as d,"
                    + " (select f.value from Figure f where f.report.id = t.id and f.metric = 'net-profit' order by f.id fetch first 1 rows only) as e",
            "", "organization", "t.fiscalYear desc, cast(t.period as String) desc, t.id desc", "a b c d e");
    static final Relation PARTNERS = children("participation", "initiative_id", "j.id AS a, j.name AS b",
            " LEFT JOIN organization j ON j.id = t.organization_id", "t.id", 3, "Participation", "j.id as a, j.name as b",
            " left join t.organization j", "initiative", "t.id", "a b");
    static final Relation ROLES = children("affiliation", "person_id", "t.title AS a, j.id AS b, j.name AS c",
            " LEFT JOIN organization j ON j.id = t.organization_id", "t.from_earliest DESC NULLS LAST, t.id DESC", 2, "Affiliation",
            "t.title as a, j.id as b, j.name as c", " left join t.organization j", "person", "t.from.earliest desc nulls last, t.id desc", "a b c");
    static final Relation MEMBERS_5 = members(5);
    static final Relation MEMBERS_2 = members(2);
    static final Relation PARTICIPATIONS_5 = participations(5);
    static final Relation PARTICIPATIONS_3 = participations(3);

    static final class Sql implements Way {

        private final Connection connection;
        private final boolean each;

        Sql(Connection connection, boolean each) {
            this.connection = connection;
            this.each = each;
        }

        @Override
        public Map<Object, List<Object[]>> read(Relation relation, Collection<Object> keys) throws SQLException {
            Map<Object, List<Object[]>> pages = new HashMap<>();
            boolean many = relation.sqlOfMany != null && !each;
            try (PreparedStatement statement = connection.prepareStatement(many ? relation.sqlOfMany : relation.sqlOfOne)) {
                if (many) {
                    statement.setArray(1, connection.createArrayOf("integer", keys.toArray()));
                    read(statement, null, 1, pages);
                } else {
                    for (Object key : keys) {
                        if (key instanceof Integer number) {
                            statement.setInt(1, number);
                        } else {
                            statement.setString(1, (String) key);
                        }
                        read(statement, key, 0, pages);
                    }
                }
            }
            return pages;
        }

        private static void read(PreparedStatement statement, Object key, int skipped, Map<Object, List<Object[]>> pages) throws SQLException {
            try (ResultSet rows = statement.executeQuery()) {
                int width = rows.getMetaData().getColumnCount() - skipped;
                while (rows.next()) {
                    Object[] row = new Object[width];
                    for (int i = 0; i < width; i++) {
                        row[i] = rows.getObject(i + 1 + skipped);
                    }
                    pages.computeIfAbsent(skipped == 0 ? key : (Integer) rows.getInt(1), one -> new ArrayList<>()).add(row);
                }
            }
        }
    }

    static final class Hql implements Way {

        private final StatelessSession session;
        private final boolean each;

        Hql(StatelessSession session, boolean each) {
            this.session = session;
            this.each = each;
        }

        @Override
        public Map<Object, List<Object[]>> read(Relation relation, Collection<Object> keys) {
            Map<Object, List<Object[]>> pages = new HashMap<>();
            if (relation.hqlOfMany != null && !each) {
                for (Object[] row : session.createSelectionQuery(relation.hqlOfMany, Object[].class).setParameter(1, keys).getResultList()) {
                    pages.computeIfAbsent(row[0], key -> new ArrayList<>()).add(Arrays.copyOfRange(row, 1, row.length));
                }
            } else {
                for (Object key : keys) {
                    List<Object[]> rows = session.createSelectionQuery(relation.hqlOfOne, Object[].class).setParameter(1, key).getResultList();
                    if (!rows.isEmpty()) {
                        pages.put(key, rows);
                    }
                }
            }
            return pages;
        }
    }

    /** What is asked in one request. */
    interface Question {
        List<Object> ask(Way way, int n) throws SQLException;
    }

    static Set<Object> keys(Map<Object, List<Object[]>> pages, int cell) {
        Set<Object> keys = new LinkedHashSet<>();
        pages.values().forEach(rows -> rows.forEach(row -> keys.add(row[cell])));
        return keys;
    }

    static List<Object> nested(Way way, int n) throws SQLException {
        var root = way.read(BY_SLUG, List.of(String.valueOf(n % 10_000 + 1)));
        var parts = way.read(PARTICIPATIONS_3, keys(root, 0));
        List<Object> all = new ArrayList<>(List.of(root, parts));
        Relation[] next = { PARTNERS, MEMBERS_2, ROLES };
        Set<Object> keys = keys(parts, 1);
        for (int i = 0; i < next.length && !keys.isEmpty(); i++) {
            var pages = way.read(next[i], keys);
            all.add(pages);
            keys = keys(pages, i == 0 ? 0 : 1);
        }
        return all;
    }

    static Collection<Object> twenty(int n) {
        List<Object> keys = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            keys.add((int) ((n * 7919L + i * 104_729L) % 10_000) + 1);
        }
        return keys;
    }

    static final Map<String, Question> QUESTIONS = new LinkedHashMap<>();
    static List<String> names;

    static {
        QUESTIONS.put("page of 20 organizations", (way, n) -> List.of(way.read(PAGE, List.of(names.get(n * 31 % names.size())))));
        QUESTIONS.put("5 members each of 20, with the person", (way, n) -> List.of(way.read(MEMBERS_5, twenty(n))));
        QUESTIONS.put("5 participations each of 20, with the initiative", (way, n) -> List.of(way.read(PARTICIPATIONS_5, twenty(n))));
        QUESTIONS.put("4 reports each of 20, with two figures", (way, n) -> List.of(way.read(REPORTS, twenty(n))));
        QUESTIONS.put("six levels", Loading::nested);
    }

    record Database(String name, Connection connection, SessionFactory sessions, boolean each, int server) {

        List<Object> ask(boolean hql, Question question, int n) throws SQLException {
            List<Object> answer;
            if (hql) {
                try (StatelessSession session = sessions.withStatelessOptions().connection(connection).openStatelessSession()) {
                    answer = question.ask(new Hql(session, each), n);
                }
            } else {
                answer = question.ask(new Sql(connection, each), n);
            }
            connection.commit();
            return answer;
        }
    }

    static String text(Object answer) {
        StringBuilder text = new StringBuilder();
        if (answer instanceof Map<?, ?> map) {
            new TreeMap<>(map).forEach((key, rows) -> text.append(key).append('=').append(text(rows)));
        } else if (answer instanceof List<?> list) {
            list.forEach(one -> text.append(text(one)).append('\n'));
        } else if (answer instanceof Object[] row) {
            for (Object cell : row) {
                text.append(cell instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : cell).append('|');
            }
        }
        return text.toString();
    }

    static final com.sun.management.OperatingSystemMXBean SYSTEM = (com.sun.management.OperatingSystemMXBean) ManagementFactory
            .getOperatingSystemMXBean();
    static final com.sun.management.ThreadMXBean THREADS = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Processor seconds of the PostgreSQL process behind the connection. */
    static double server(int pid) throws Exception {
        if (pid == 0) {
            return 0;
        }
        String[] stat = Files.readString(Path.of("/proc/" + pid + "/stat")).split("\\) ")[1].split(" ");
        return (Long.parseLong(stat[11]) + Long.parseLong(stat[12])) / 100.0;
    }

    /** Microseconds of this process, those of the database's, and bytes allocated, for one request. */
    static double[] measure(Database database, boolean hql, Question question, int requests, int seed) throws Exception {
        System.gc();
        long cpu = SYSTEM.getProcessCpuTime();
        long bytes = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        double server = server(database.server);
        for (int i = 0; i < requests; i++) {
            database.ask(hql, question, seed + i);
        }
        return new double[] { (SYSTEM.getProcessCpuTime() - cpu) / 1e3 / requests, (server(database.server) - server) * 1e6 / requests,
                (THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - bytes) / (double) requests };
    }

    public static void main(String[] args) throws Exception {
        List<Database> databases = List.of(h2(args[0], Path.of(args[1])), postgresql(args[0]));
        StringBuilder out = new StringBuilder("| database | question | SQL µs | HQL µs | HQL / SQL | database µs, SQL / HQL | SQL kB | HQL kB |\n|---|---|---:|---:|---:|---:|---:|---:|\n");
        for (Database database : databases) {
            try (java.sql.Statement statement = database.connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT name FROM organization ORDER BY name, id")) {
                names = new ArrayList<>();
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            for (var each : QUESTIONS.entrySet()) {
                Question question = each.getValue();
                for (int n = 0; n < 60; n++) {
                    String sql = text(database.ask(false, question, n)), hql = text(database.ask(true, question, n));
                    if (!sql.equals(hql)) {
                        throw new AssertionError(database.name + ", " + each.getKey() + ":\n" + sql + "\n" + hql);
                    }
                }
            }
            for (var each : QUESTIONS.entrySet()) {
                Question question = each.getValue();
                long end = System.nanoTime() + 8_000_000_000L;
                int n = 0;
                while (System.nanoTime() < end) {
                    database.ask(false, question, n);
                    database.ask(true, question, n++);
                }
                int requests = Math.max(200, Math.min(3000, n / 6));
                double[][][] measured = new double[2][3][ROUNDS];
                for (int round = 0; round < ROUNDS; round++) {
                    for (int way = 0; way < 2; way++) {
                        boolean hql = (way + round) % 2 == 1;
                        double[] one = measure(database, hql, question, requests, round * 1000);
                        for (int i = 0; i < 3; i++) {
                            measured[hql ? 1 : 0][i][round] = one[i];
                        }
                    }
                }
                double[] sql = medians(measured[0]), hql = medians(measured[1]);
                String line = String.format(Locale.ROOT, "| %s | %s | %.0f (%.0f–%.0f) | %.0f (%.0f–%.0f) | %.1f | %s | %.0f | %.0f |\n", database.name,
                        each.getKey(), sql[0], least(measured[0][0]), most(measured[0][0]), hql[0], least(measured[1][0]), most(measured[1][0]),
                        hql[0] / sql[0], database.server == 0 ? "–" : String.format(Locale.ROOT, "%.0f / %.0f", sql[1], hql[1]), sql[2] / 1000, hql[2] / 1000);
                System.out.print(line);
                out.append(line);
            }
        }
        Files.writeString(Path.of(args[2]), out, StandardCharsets.UTF_8);
        System.exit(0);
    }

    static double least(double[] values) {
        return Arrays.stream(values).min().getAsDouble();
    }

    static double most(double[] values) {
        return Arrays.stream(values).max().getAsDouble();
    }

    static double[] medians(double[][] values) {
        return Arrays.stream(values).mapToDouble(one -> Arrays.stream(one).sorted().toArray()[one.length / 2]).toArray();
    }

    static SessionFactory sessions(String url, String user) throws Exception {
        MetadataSources sources = new MetadataSources(new StandardServiceRegistryBuilder()
                .applySetting("hibernate.connection.url", url).applySetting("hibernate.connection.username", user)
                .applySetting("hibernate.connection.password", "").applySetting("hibernate.connection.pool_size", "2")
                .applySetting("hibernate.query.in_clause_parameter_padding", "true")
                .applySetting("hibernate.physical_naming_strategy", "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl")
                .applySetting("hibernate.implicit_naming_strategy", "org.hibernate.boot.model.naming.ImplicitNamingStrategyComponentPathImpl")
                .build());
        for (String entity : ENTITIES) {
            sources.addAnnotatedClass(Class.forName("dev.footnote.domain." + entity));
        }
        return sources.buildMetadata().buildSessionFactory();
    }

    static Database postgresql(String url) throws Exception {
        Connection connection = DriverManager.getConnection(url);
        try (java.sql.Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery("SELECT pg_backend_pid()")) {
            rows.next();
            Database database = new Database("PostgreSQL", connection, sessions(url, "postgres"), false, rows.getInt(1));
            connection.setAutoCommit(false);
            return database;
        }
    }

    /** In memory, with the rows of the PostgreSQL database. */
    static Database h2(String from, Path migrations) throws Exception {
        String url = "jdbc:h2:mem:loading;DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=256";
        Connection connection = DriverManager.getConnection(url, "sa", "");
        List<Path> files = new ArrayList<>();
        try (var all = Files.list(migrations)) {
            all.filter(file -> file.toString().endsWith(".sql")).sorted().forEach(files::add);
        }
        try (java.sql.Statement statement = connection.createStatement()) {
            for (Path file : files) {
                for (String sql : Files.readString(file).replace("${text}", "VARCHAR").replaceAll("(?m)^--.*$", "").split(";")) {
                    if (!sql.isBlank()) {
                        statement.execute(sql);
                    }
                }
            }
        }
        connection.setAutoCommit(false);
        try (Connection source = DriverManager.getConnection(from)) {
            source.setAutoCommit(false);
            for (String table : TABLES) {
                copy(source, connection, table);
            }
        }
        return new Database("H2", connection, sessions(url, "sa"), true, 0);
    }

    private static void copy(Connection from, Connection to, String table) throws SQLException {
        try (java.sql.Statement statement = from.createStatement()) {
            statement.setFetchSize(5000);
            try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table + " ORDER BY id")) {
                int width = rows.getMetaData().getColumnCount();
                try (PreparedStatement insert = to.prepareStatement("INSERT INTO " + table + " VALUES (" + "?, ".repeat(width - 1) + "?)")) {
                    int count = 0;
                    while (rows.next()) {
                        for (int i = 1; i <= width; i++) {
                            insert.setObject(i, rows.getObject(i));
                        }
                        insert.addBatch();
                        if (++count % 2000 == 0) {
                            insert.executeBatch();
                            to.commit();
                        }
                    }
                    insert.executeBatch();
                    to.commit();
                }
            }
        }
    }
}
