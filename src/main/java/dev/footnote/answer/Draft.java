package dev.footnote.answer;

import dev.footnote.document.Prepared;
import graphql.execution.CoercedVariables;
import graphql.language.OperationDefinition;

/** What a request asks for, before it is planned how to read it. */
public record Draft(Prepared prepared, OperationDefinition operation, CoercedVariables variables) {
}
