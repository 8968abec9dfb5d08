package dev.footnote.query;

import java.util.Map;
import java.util.function.Function;

import graphql.ExecutionResult;

/** Surroundings in which annotated methods are called while an operation is executed. */
@FunctionalInterface
public interface MethodScope {

    /** Calls no methods. */
    MethodScope NONE = (caller, execution) -> execution.apply(Map.of());

    /**
     * Executes an operation.
     *
     * @param caller on whose behalf the methods are called
     * @param execution gets entries for the context of the execution
     */
    ExecutionResult within(Caller caller, Function<Map<?, Object>, ExecutionResult> execution);
}
