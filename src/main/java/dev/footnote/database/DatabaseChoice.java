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
 * Source of configuration that lets one key, {@code footnote.database.url}, choose between the databases that are built in.
 * Hibernate asks it for the dialect already in the static initialization of the process.
 */
@StaticInitSafe
public class DatabaseChoice implements ConfigSourceFactory {

    /** What the connections to a replica are called in the configuration. */
    static final String REPLICA = "replica";

    /** Below all that a user may set, above the defaults of Quarkus. */
    private static final int ORDINAL = 90;

    /** As the desk and the exports have them, which are settled after the database is. */
    private static final int LIGHT_PER_PROCESSOR = 4;
    private static final int EXPORTS = 2;

    /** Threads that read requests, as the framework has them. */
    private static final int DOORS_PER_PROCESSOR = 2;

    /** For imports, checks of health, and whoever looks on. */
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
        return Address.replica(url);
    }

    /** As many as there are threads that may want one, because more would be idle and with fewer some would wait. */
    private static int connections(ConfigSourceContext context, Dialect chosen) {
        int processors = Runtime.getRuntime().availableProcessors();
        int light = number(context, "footnote.desk.threads", LIGHT_PER_PROCESSOR * processors);
        int heavy = Math.max(1, processors - 1);
        int exports = number(context, "footnote.export.concurrent", EXPORTS);
        // those that read requests answer by themselves what takes no longer than to hand it on
        int doors = chosen == Dialect.H2 ? DOORS_PER_PROCESSOR * processors : 0;
        return number(context, "footnote.database.connections", light + heavy + exports + doors + SPARE);
    }

    private static int number(ConfigSourceContext context, String key, int usual) {
        ConfigValue value = context.getValue(key);
        if (value == null || value.getValue() == null || value.getValue().isBlank()) {
            return usual;
        }
        try {
            return Integer.parseInt(value.getValue().strip());
        } catch (NumberFormatException e) {
            // whoever the setting belongs to says what is wrong with it
            return usual;
        }
    }
}
