package dev.footnote.query.execution;

import dev.footnote.query.document.PreparedDocument;
import graphql.execution.CoercedVariables;
import graphql.language.OperationDefinition;

/** What a request asks for, before it is planned how to read it. */
public record ParsedRequest(PreparedDocument prepared, OperationDefinition operation, CoercedVariables variables) {
}
