package dev.footnote.database;

import org.eclipse.microprofile.config.ConfigProvider;
import org.h2.engine.Constants;
import org.hibernate.dialect.DatabaseVersion;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolver;

/**
 * Chooses Hibernate's dialect by the JDBC URL at startup. Without it, the dialect would be that of the database kind fixed at
 * build time.
 */
public final class UrlDialectResolver implements DialectResolver {

    @Override
    public org.hibernate.dialect.Dialect resolveDialect(DialectResolutionInfo built) {
        // the URL that the connections use, whether DatabaseConfigSource or the user has set it; absent if Hibernate is used
        // without Quarkus
        return ConfigProvider.getConfig().getOptionalValue("quarkus.datasource.jdbc.url", String.class)
                .map(UrlDialectResolver::dialect).orElse(null);
    }

    private static org.hibernate.dialect.Dialect dialect(String url) {
        return switch (Dialect.of(url)) {
            case POSTGRESQL -> new PostgreSQLDialect();
            case H2 ->
                new H2Dialect(DatabaseVersion.make(Constants.VERSION_MAJOR, Constants.VERSION_MINOR, Constants.BUILD_ID));
        };
    }
}
