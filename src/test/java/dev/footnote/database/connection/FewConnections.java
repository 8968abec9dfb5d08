package dev.footnote.database.connection;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** Starts the application with few connections to the database, one export at a time, and no cache of responses. */
public class FewConnections implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("footnote.database.connections", "3", "footnote.cache.bytes", "0", "footnote.export.concurrent", "1",
                "footnote.export.stall", "5s", "footnote.export.time", "10s", "footnote.limits.cost", "9000");
    }
}
