package dev.footnote.query.execution;

import dev.footnote.query.document.PreparedDocument;
import graphql.execution.CoercedVariables;
import graphql.language.OperationDefinition;

/** A request with its document, operation and variables, before its plan is made. */
public record ParsedRequest(PreparedDocument prepared, OperationDefinition operation, CoercedVariables variables) {
}
