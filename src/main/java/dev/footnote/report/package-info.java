/**
 * Financial reports, and figures on reports, organizations, initiatives and products, all as stated.
 * It knows {@code organization}, {@code initiative}, {@code product} and what lies below, and hangs figures on all three.
 * Come in by {@link dev.footnote.report.ReportApi}.
 */
package dev.footnote.report;
