/**
 * Entities of FollowTheMoney as their file has them: one JSON object a line, some of them in several lines.
 * It knows {@code folder} and what lies below. Come in by {@link dev.footnote.entity.Entities}.
 */
package dev.footnote.entity;
