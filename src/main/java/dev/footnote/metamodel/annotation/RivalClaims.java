package dev.footnote.metamodel.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Specifies which contested records of an entity are rival claims: those about the same record with equal values, such as two
 * people who are said to hold the same office.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RivalClaims {

    /** The references to the subject of the claims. The first one with a value counts. */
    String[] about();

    /** The field whose value is equal in rival claims. */
    String by();
}
