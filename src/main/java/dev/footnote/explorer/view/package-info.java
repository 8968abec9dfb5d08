/** What templates show: facts with their footnotes, links, and the frame of every page. */
package dev.footnote.explorer.view;
