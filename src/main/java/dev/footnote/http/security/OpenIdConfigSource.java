package dev.footnote.http.security;

import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.config.spi.ConfigSource;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;

/**
 * Configuration source that switches the OpenID provider on if the address of one is set. The framework does not start with
 * one that is on and has no address.
 */
public class OpenIdConfigSource implements ConfigSourceFactory {

    public static final String ENABLED = "quarkus.oidc.tenant-enabled";

    /** Lower than everything that a user may set, higher than the defaults of Quarkus. */
    private static final int ORDINAL = 90;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        ConfigValue address = context.getValue("quarkus.oidc.auth-server-url");
        ConfigValue serves = context.getValue("footnote.opening.enabled");
        // commands that serve no requests authenticate nobody
        boolean isEnabled = address != null && address.getValue() != null && !address.getValue().isBlank()
                && (serves == null || !"false".equals(serves.getValue()));
        return List
                .of(new PropertiesConfigSource(Map.of(ENABLED, Boolean.toString(isEnabled)), "the OpenID provider", ORDINAL));
    }
}
