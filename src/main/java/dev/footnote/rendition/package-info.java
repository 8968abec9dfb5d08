/**
 * A dataset as others tell theirs: in FollowTheMoney, in JSON-LD. What they cannot hold is counted.
 * It knows {@code inventory} and {@code destination}, and what they know.
 * Come in by {@link dev.footnote.rendition.FollowTheMoney} and {@link dev.footnote.rendition.LinkedData}.
 */
package dev.footnote.rendition;
