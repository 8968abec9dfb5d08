/**
 * Connections below HTTP: how long the head of a request may take, how a connection is ended, and what a client hears whose
 * request cannot be read at all. Vert.x has no setting for these, so this room works on the channels of Netty.
 * It knows no other room. Come in by {@link dev.footnote.channel.Incoming}.
 */
package dev.footnote.channel;
