package dev.footnote.connection;

import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.Set;

/** What the states of SQL say about the connection itself. */
public final class Loss {

    static final String UNREACHABLE = "08001";
    static final String TOO_MANY = "53300";

    /** Ended by an administrator, by a crash, by a start that is not over, by the server for having been idle. */
    private static final Set<String> ENDED = Set.of("57P01", "57P02", "57P03", "57P05", "25P03");

    private Loss() {
    }

    /** Whether the connection is gone, so that another one may do better. */
    public static boolean is(Throwable failure) {
        String state = failure instanceof SQLException sql ? sql.getSQLState() : null;
        return state != null && (state.startsWith("08") || ENDED.contains(state));
    }

    /** Whether the server said nothing for as long as was waited for it. */
    static boolean silent(SQLException failure) {
        return failure.getCause() instanceof SocketTimeoutException;
    }

    /** Whether the server has as many connections as it takes. */
    static boolean tooMany(SQLException failure) {
        return TOO_MANY.equals(failure.getSQLState());
    }
}
