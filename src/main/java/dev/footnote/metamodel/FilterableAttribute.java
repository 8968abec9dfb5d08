package dev.footnote.metamodel;

import java.util.function.Consumer;
import java.util.function.Function;

import dev.footnote.metamodel.Attribute.Embedded;
import dev.footnote.metamodel.Attribute.Scalar;
import dev.footnote.metamodel.Attribute.ToMany;
import dev.footnote.metamodel.Attribute.ToOne;

/** An attribute by which records are filtered, sorted and grouped. */
public sealed interface FilterableAttribute extends Attribute permits FilterableAttribute.Stored, ToMany {

    /** @return what the function for this kind returns */
    <R> R match(Function<Scalar, R> scalar, Function<Embedded, R> embedded, Function<ToOne, R> toOne,
            Function<ToMany, R> toMany);

    /** Does what is to be done for this kind. */
    default void visit(Consumer<Scalar> scalar, Consumer<Embedded> embedded, Consumer<ToOne> toOne, Consumer<ToMany> toMany) {
        this.<Runnable> match(value -> () -> scalar.accept(value), group -> () -> embedded.accept(group),
                relation -> () -> toOne.accept(relation), relation -> () -> toMany.accept(relation)).run();
    }

    /** An attribute that is in columns of the record's own row. */
    sealed interface Stored extends FilterableAttribute permits Scalar, Embedded, ToOne {

        <R> R match(Function<Scalar, R> scalar, Function<Embedded, R> embedded, Function<ToOne, R> toOne);

        @Override
        default <R> R match(Function<Scalar, R> scalar, Function<Embedded, R> embedded, Function<ToOne, R> toOne,
                Function<ToMany, R> toMany) {
            return match(scalar, embedded, toOne);
        }
    }
}
