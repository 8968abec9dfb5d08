/**
 * Plans an operation: which relations are read, by which statements, and which fields are written from their rows.
 * {@link dev.footnote.query.plan.QueryPlanner} makes the plan; {@link dev.footnote.query.plan.BoundPlan} binds it to the
 * variables of one request.
 */
package dev.footnote.query.plan;
