/** Pictures of records as SVG, made on the server. Each repeats what the page also says in words. */
package dev.footnote.explorer.picture;
