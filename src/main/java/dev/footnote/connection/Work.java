package dev.footnote.connection;

import java.sql.Connection;
import java.sql.SQLException;

/** Something that is read over a connection. It may be done twice, because a connection can be lost in the middle. */
@FunctionalInterface
public interface Work<T> {

    T over(Connection connection) throws SQLException;
}
