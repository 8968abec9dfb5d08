package dev.footnote.edit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.junit.jupiter.api.Test;

import dev.footnote.http.AllowedCallers;
import dev.footnote.http.Management;
import dev.footnote.http.graphql.Client;
import dev.footnote.metamodel.scalar.Sha256;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** No key is in the log, whatever is logged. */
@QuarkusTest
@TestProfile(AllowedCallers.class)
class LoggedKeysTest {

    private static final String WRONG = "fnk_wrong-000000000000000000000000000000000000";

    @Test
    void neither_valid_nor_wrong_keys_are_logged() throws InterruptedException {
        Queue<String> told = new ConcurrentLinkedQueue<>();
        Handler handler = new Handler() {

            @Override
            public void publish(LogRecord one) {
                Object[] parameters = one.getParameters() == null ? new Object[0] : one.getParameters();
                told.add(one.getMessage() + Arrays.toString(parameters)
                        + one.getThrown());
            }

            @Override
            public void flush() {
                // nothing is held
            }

            @Override
            public void close() {
                // nothing to close
            }
        };
        handler.setLevel(Level.ALL);
        Logger access = Logger.getLogger("footnote.access");
        Level before = access.getLevel();
        access.setLevel(Level.INFO);
        Logger.getLogger("").addHandler(handler);
        access.addHandler(handler);
        try {
            everything();
        } finally {
            Logger.getLogger("").removeHandler(handler);
            access.removeHandler(handler);
            access.setLevel(before);
        }
        assertThat(told).isNotEmpty();
        for (String key : new String[] { WRONG, AllowedCallers.EDITOR, AllowedCallers.ADMIN, AllowedCallers.TOKEN }) {
            assertThat(told).noneMatch(line -> line.contains(key) || line.contains(Sha256.of(key)));
        }
    }

    private static void everything() throws InterruptedException {
        for (String key : new String[] { AllowedCallers.EDITOR, WRONG }) {
            Editor.send(key, "mutation { revert(edit: \"none\") { problems { code } } }", Map.of());
            Editor.send(key, "{ wrong", Map.of());
            given().header("Authorization", "Bearer " + key).get("/q/roles-of-lei-jun");
            given().header("Authorization", "Bearer " + key).get("/nowhere");
            try (Client client = new Client("graphql-transport-ws")) {
                client.say("{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer " + key + "\"}}");
                client.ask("1", "{ __typename }", Map.of());
                Thread.sleep(100);
            }
        }
        for (String key : new String[] { AllowedCallers.ADMIN, AllowedCallers.TOKEN, WRONG }) {
            Management.given().header("Authorization", "Bearer " + key).get("/admin/status");
            Management.given().header("Authorization", "Bearer " + key).contentType("application/zip").body(new byte[10])
                    .post("/admin/import");
        }
    }
}
