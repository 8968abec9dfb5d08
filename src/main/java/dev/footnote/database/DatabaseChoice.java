package dev.footnote.database;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.config.spi.ConfigSource;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;

/** Lets one key, {@code footnote.database.url}, choose between the databases that are built in. */
public class DatabaseChoice implements ConfigSourceFactory {

    /** Below all that a user may set, above the defaults of Quarkus. */
    private static final int ORDINAL = 90;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        ConfigValue url = context.getValue("footnote.database.url");
        if (url == null || url.getValue() == null) {
            return List.of();
        }
        Dialect chosen = Dialect.of(url.getValue());
        Map<String, String> keys = new HashMap<>();
        for (Dialect dialect : Dialect.values()) {
            String name = dialect.name().toLowerCase();
            String active = Boolean.toString(dialect == chosen);
            keys.put("quarkus.datasource." + name + ".active", active);
            keys.put("quarkus.hibernate-orm." + name + ".active", active);
            keys.put("quarkus.flyway." + name + ".active", active);
        }
        String source = "quarkus.datasource." + chosen.name().toLowerCase() + ".jdbc.";
        keys.put(source + "url", chosen.tuned(url.getValue()));
        chosen.opening().ifPresent(sql -> keys.put(source + "new-connection-sql", sql));
        return List.of(new PropertiesConfigSource(keys, "the chosen database", ORDINAL));
    }
}
