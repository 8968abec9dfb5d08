package dev.footnote.database;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;

/**
 * JDBC driver that delegates each URL to the driver of its database. Quarkus fixes the driver class at build time, but which of
 * the two databases is used is known only when the process starts.
 */
public final class DelegatingDriver implements Driver {

    private final Driver h2 = new org.h2.Driver();
    private final Driver postgresql = new org.postgresql.Driver();

    private Driver of(String url) {
        return Dialect.of(url) == Dialect.POSTGRESQL ? postgresql : h2;
    }

    @Override
    public Connection connect(String url, Properties info) throws SQLException {
        return of(url).connect(url, info);
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        return of(url).acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
        return of(url).getPropertyInfo(url, info);
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger(DelegatingDriver.class.getPackageName());
    }
}
