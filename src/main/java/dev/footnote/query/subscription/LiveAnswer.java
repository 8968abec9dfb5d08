package dev.footnote.query.subscription;

import java.util.List;

/**
 * What was read for a live operation.
 *
 * @param position what the operation has when it has got the answer: the number of a record, or the hash of an answer
 * @param isFull whether more may follow at once, because the answer has the most that are read at a time
 */
public record LiveAnswer(List<LiveEvent> events, String position, boolean isFull) {
}
