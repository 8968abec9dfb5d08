package dev.footnote.revision;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.h2.api.Trigger;

/** A trigger of H2: tells this process what anybody writes as the version of the dataset, ahead of the commit. */
public final class Written implements Trigger {

    private static final Set<Known> LISTENERS = ConcurrentHashMap.newKeySet();

    private int column;

    /** Has the listener told of every write, whichever database of this process it is in. */
    static void tell(Known listener) {
        LISTENERS.add(listener);
    }

    static void forget(Known listener) {
        LISTENERS.remove(listener);
    }

    @Override
    public void init(Connection connection, String schema, String trigger, String table, boolean before, int type)
            throws SQLException {
        try (ResultSet columns = connection.getMetaData().getColumns(null, schema, table, "VERSION")) {
            columns.next();
            column = columns.getInt("ORDINAL_POSITION") - 1;
        }
    }

    @Override
    public void fire(Connection connection, Object[] old, Object[] written) {
        String version = written == null ? null : String.valueOf(written[column]);
        LISTENERS.forEach(listener -> listener.announced(version));
    }
}
