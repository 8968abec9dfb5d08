package dev.footnote.http.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

/** Starts the application with the address of an OpenID provider that does not run yet. Only callers with a role may read. */
public class OpenIdCallers extends ClosedReading {

    static final String ADDRESS = "quarkus.oidc.auth-server-url";

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> all = new HashMap<>(super.getConfigOverrides());
        all.put(ADDRESS, "http://localhost:" + free());
        all.put("quarkus.oidc.roles.role-claim-path", "roles");
        return all;
    }

    static int free() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
