/**
 * CDI producers, the import at startup and the readiness check. Quarkus calls these classes; no other package uses them.
 */
package dev.footnote.app;
