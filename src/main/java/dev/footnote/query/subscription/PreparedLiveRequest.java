package dev.footnote.query.subscription;

import java.util.Optional;

import dev.footnote.query.execution.PreparedRequest;

/**
 * A request that is ready to be answered, by events or once.
 *
 * @param asked the request as the client sent it
 * @param first the first query of the operation, which is the request itself if it is answered once
 * @param size of the request in bytes
 * @param operation empty if the request is answered once
 */
public record PreparedLiveRequest(PreparedRequest asked, PreparedRequest first, Optional<LiveOperation> operation,
        int size) {
}
