package dev.footnote.database;

import org.eclipse.microprofile.config.ConfigProvider;
import org.h2.engine.Constants;
import org.hibernate.dialect.DatabaseVersion;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolver;

/** Chooses Hibernate's dialect by the JDBC URL at start; without it, it would be the dialect of the kind that was built for. */
public final class UrlDialectResolver implements DialectResolver {

    @Override
    public org.hibernate.dialect.Dialect resolveDialect(DialectResolutionInfo built) {
        // what the connections use, whether DatabaseChoice or the user has set it; not there where Hibernate is used without Quarkus
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
