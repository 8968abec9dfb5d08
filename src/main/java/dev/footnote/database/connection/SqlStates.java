package dev.footnote.database.connection;

import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.Set;

/** SQL states that concern the connection itself. */
public final class SqlStates {

    static final String UNREACHABLE = "08001";
    static final String TOO_MANY = "53300";

    /** Connection ended by an administrator, by a crash, by an incomplete startup, or by the server because it was idle. */
    private static final Set<String> ENDED = Set.of("57P01", "57P02", "57P03", "57P05", "25P03");

    /** Session of H2 that was ended, or whose database was closed. */
    private static final Set<String> ENDED_H2 = Set.of("90067", "90098", "90121");

    private SqlStates() {
    }

    /** Whether the connection is lost, so that another connection may succeed. */
    public static boolean is(Throwable failure) {
        String state = failure instanceof SQLException sql ? sql.getSQLState() : null;
        return state != null && (state.startsWith("08") || ENDED.contains(state) || ENDED_H2.contains(state));
    }

    /** Whether the server did not respond before the timeout. */
    static boolean silent(SQLException failure) {
        return failure.getCause() instanceof SocketTimeoutException;
    }

    /** Whether the server has reached its maximum number of connections. */
    static boolean tooMany(SQLException failure) {
        return TOO_MANY.equals(failure.getSQLState());
    }
}
