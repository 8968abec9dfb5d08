/**
 * FollowTheMoney read: entities as investigators write them down, one JSON object a line, in any order.
 * It knows {@code folder} and what lies below. Come in by {@link dev.footnote.trail.Trail}.
 */
package dev.footnote.trail;
