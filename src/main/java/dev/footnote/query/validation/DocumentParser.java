package dev.footnote.query.validation;

import java.util.List;
import java.util.Locale;

import dev.footnote.query.RequestError;
import dev.footnote.query.RequestException;
import graphql.GraphQLException;
import graphql.language.Document;
import graphql.language.SourceLocation;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.InvalidUnicodeSyntaxException;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.parser.exceptions.ParseCancelledTooManyCharsException;

/** Parses text as a GraphQL document. */
public record DocumentParser(ParserOptions options) {

    private static final int MOST_SHOWN = 40;

    /** @throws RequestException if the text is not GraphQL, or exceeds a limit of the parser */
    public Document document(String text) {
        try {
            return new Parser().parseDocument(ParserEnvironment.newParserEnvironment().document(text).parserOptions(options)
                    .locale(Locale.ENGLISH).build());
        } catch (ParseCancelledException | ParseCancelledTooDeepException | ParseCancelledTooManyCharsException e) {
            throw new RequestException(
                    RequestError.of(RequestError.Code.TOO_COMPLEX, "The document has more than " + options.getMaxTokens()
                            + " tokens, or is nested too deeply. Ask for less, or in several requests."));
        } catch (InvalidSyntaxException e) {
            throw new RequestException(new RequestError(RequestError.Code.PARSE_FAILED, sentence(text, e),
                    e.getLocation() == null ? List.of() : List.of(e.getLocation())));
        } catch (GraphQLException e) {
            throw new RequestException(RequestError.of(RequestError.Code.PARSE_FAILED, "The document is no GraphQL."));
        }
    }

    private static String sentence(String text, InvalidSyntaxException e) {
        if (text.isBlank()) {
            return "The document is empty. Write a query, such as { __typename }.";
        }
        if (e instanceof InvalidUnicodeSyntaxException) {
            return "The text " + shown(e.getOffendingToken()) + " is not the escape of a character. Write \\u and four digits.";
        }
        if (e.getLocation() == null) {
            return "The document has a number that cannot be read. Write it with fewer digits.";
        }
        if (e.getOffendingToken() == null) {
            return unreadable(character(text, e.getLocation()));
        }
        if (e.getOffendingToken().equals("<EOF>")) {
            return "The document ends before it is whole. See whether a brace, a parenthesis or a bracket is missing.";
        }
        return "The document is no GraphQL from " + shown(e.getOffendingToken())
                + " on. See what is missing or too much there.";
    }

    private static String unreadable(String character) {
        if (character.equals("\"")) {
            return "A text begins here that is not whole. Close it with the quotes it begins with, and write \\\\ where a \\ is meant.";
        }
        return character.matches("[-.0-9]") ? "A number begins here that is none in GraphQL. Write such as 7, -18 or 0.5."
                : "The character " + character + " means nothing here. Leave it out, or put it in quotes.";
    }

    private static String character(String text, SourceLocation place) {
        return text.lines().skip(place.getLine() - 1L).findFirst().orElse("").codePoints().skip(place.getColumn() - 1L)
                .mapToObj(Character::toString).findFirst().orElse("at the end");
    }

    private static String shown(String text) {
        return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "...";
    }
}
