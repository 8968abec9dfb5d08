package dev.footnote.database;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.config.spi.ConfigSource;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;

/**
 * Configuration source that lets one key, {@code footnote.database.url}, choose between the supported databases. Hibernate
 * reads the dialect from it already during static initialization of the process.
 */
@StaticInitSafe
public class DatabaseConfigSource implements ConfigSourceFactory {

    /** The name of the replica data source in the configuration. */
    static final String REPLICA = "replica";

    /** Lower than everything that a user may set, higher than the defaults of Quarkus. */
    private static final int ORDINAL = 90;

    /**
     * Default thread counts of the RequestScheduler and the exports, repeated here because those are configured after the
     * database.
     */
    private static final int LIGHT_PER_PROCESSOR = 4;
    private static final int EXPORTS = 2;

    /** Threads that read requests, as in the framework. */
    private static final int EVENT_LOOPS_PER_PROCESSOR = 2;

    /** Connections for imports, health checks and monitoring. */
    private static final int SPARE = 4;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        ConfigValue url = context.getValue("footnote.database.url");
        if (url == null || url.getValue() == null) {
            return List.of();
        }
        Dialect chosen = Dialect.of(url.getValue());
        Map<String, String> keys = new HashMap<>();
        String most = Integer.toString(connections(context, chosen));
        connect(keys, "quarkus.datasource.jdbc.", chosen, chosen.tuned(url.getValue()), most);
        ConfigValue replica = context.getValue("footnote.database.replica.url");
        boolean follows = replica != null && replica.getValue() != null && !replica.getValue().isBlank();
        String second = "quarkus.datasource." + REPLICA + ".";
        keys.put(second + "active", Boolean.toString(follows));
        if (follows) {
            connect(keys, second + "jdbc.", Dialect.POSTGRESQL, followed(chosen, replica.getValue()), most);
        }
        return List.of(new PropertiesConfigSource(keys, "the chosen database", ORDINAL));
    }

    private static void connect(Map<String, String> keys, String prefix, Dialect dialect, String url, String most) {
        keys.put(prefix + "url", url);
        keys.put(prefix + "max-size", most);
        dialect.opening().ifPresent(sql -> keys.put(prefix + "new-connection-sql", sql));
    }

    private static String followed(Dialect chosen, String url) {
        if (chosen != Dialect.POSTGRESQL || !url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("footnote.database.replica.url is for PostgreSQL only."
                    + " Both it and footnote.database.url start with jdbc:postgresql: then.");
        }
        return PostgresUrl.replica(url);
    }

    /**
     * The number of connections: one for each thread that may need one. More would be idle, and with fewer some threads would
     * wait.
     */
    private static int connections(ConfigSourceContext context, Dialect chosen) {
        int processors = Runtime.getRuntime().availableProcessors();
        int light = number(context, "footnote.scheduling.threads", LIGHT_PER_PROCESSOR * processors);
        int heavy = Math.max(1, processors - 1);
        int exports = number(context, "footnote.export.concurrent", EXPORTS);
        // threads that read requests also run those requests that take no longer than handing them to another thread
        int eventLoops = chosen == Dialect.H2 ? EVENT_LOOPS_PER_PROCESSOR * processors : 0;
        return number(context, "footnote.database.connections", light + heavy + exports + eventLoops + SPARE);
    }

    private static int number(ConfigSourceContext context, String key, int defaultValue) {
        ConfigValue value = context.getValue(key);
        if (value == null || value.getValue() == null || value.getValue().isBlank()) {
            return defaultValue;
        }
        try {
            return Integer.parseInt(value.getValue().strip());
        } catch (NumberFormatException e) {
            // the owner of the setting reports what is wrong with it
            return defaultValue;
        }
    }
}
