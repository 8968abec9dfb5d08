/**
 * What is counted, timed and traced, for those who run Footnote.
 * It knows no other room. Come in by {@link dev.footnote.meter.Meters} and {@link dev.footnote.meter.Traces}.
 */
package dev.footnote.meter;
