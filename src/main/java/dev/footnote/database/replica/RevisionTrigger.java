package dev.footnote.database.replica;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.h2.api.Trigger;

/** An H2 trigger that notifies this process of each write of the dataset revision, before the commit. */
public final class RevisionTrigger implements Trigger {

    private static final Set<KnownRevision> LISTENERS = ConcurrentHashMap.newKeySet();

    private int column;

    /** Notifies the listener of every write, in any database of this process. */
    static void tell(KnownRevision listener) {
        LISTENERS.add(listener);
    }

    static void forget(KnownRevision listener) {
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
