/**
 * Puts the rooms together: to one graph, its schema, and what answers from it.
 * It knows whom it puts together; nobody knows it. Nothing comes in: the framework starts it.
 */
package dev.footnote.assembly;
