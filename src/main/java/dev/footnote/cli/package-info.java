/**
 * The command line: one picocli class for each command. What needs no running application, such as help and invalid
 * options, is answered before it starts; {@link dev.footnote.cli.FootnoteCommand} is the main command.
 */
package dev.footnote.cli;
