/**
 * Timeouts and errors of connections below HTTP, on Netty channels, because Vert.x has no setting for them. {@link
 * dev.footnote.http.channel.RequestTimeoutHandler} closes connections whose request does not arrive.
 */
package dev.footnote.http.channel;
