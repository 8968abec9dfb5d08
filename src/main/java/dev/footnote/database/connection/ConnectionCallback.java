package dev.footnote.database.connection;

import java.sql.Connection;
import java.sql.SQLException;

/** A read over a connection. It may run twice, because a connection can be lost during the read. */
@FunctionalInterface
public interface ConnectionCallback<T> {

    T over(Connection connection) throws SQLException;
}
