/**
 * Types that the whole query engine shares: the request, its errors and its limits. The engine knows no entity by name;
 * {@link dev.footnote.query.QueryLimits} has every limit with its default and reason.
 */
package dev.footnote.query;
