/**
 * Financial reports, and figures on reports, organizations and initiatives, all as stated.
 * It knows {@code organization}, {@code initiative} and what lies below, and hangs figures on both.
 * Come in by {@link dev.footnote.report.ReportApi}.
 */
package dev.footnote.report;
