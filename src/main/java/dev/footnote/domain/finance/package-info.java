/**
 * Financial reports and figures, as stated in their sources. {@link dev.footnote.domain.finance.FinancialReportSchema}
 * declares their fields, also those on organizations, initiatives and products.
 */
package dev.footnote.domain.finance;
