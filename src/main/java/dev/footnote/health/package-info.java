/**
 * Whether Footnote can answer, for those who start it, watch it and send requests to it.
 * It knows {@code database}. Nobody knows it. Come in by {@code /q/health}.
 */
package dev.footnote.health;
