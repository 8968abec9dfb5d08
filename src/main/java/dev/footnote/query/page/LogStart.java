package dev.footnote.query.page;

import dev.footnote.metamodel.EntityType;
import dev.footnote.query.RequestError;
import dev.footnote.query.RequestException;
import dev.footnote.query.sql.SqlBuilder;

/**
 * The start of a log, whose oldest records are perhaps no longer kept. A client that goes on after one of those would miss the
 * others without notice.
 *
 * @param position the number of the record after which the client asks for records
 */
public record LogStart(String list, EntityType log, int position) {

    /** Selects the number of the last record that is no longer kept, if there is one. */
    public SqlBuilder lastRemoved() {
        return new SqlBuilder().add("SELECT number FROM log_start WHERE log = ").value(log.table());
    }

    /** @throws RequestException if records behind the position are no longer kept */
    public void check(int lastRemoved) {
        if (position < lastRemoved) {
            throw new RequestException(RequestError.of(RequestError.Code.RESET, "Records after number " + position + " of "
                    + list + " are no longer kept, up to number " + lastRemoved + ". Read what you need of the"
                    + " dataset again, and then go on after the last record of " + list + "."));
        }
    }
}
