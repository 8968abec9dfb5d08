package dev.footnote.entry;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which records of an entity are rival claims where sources contest them: those about the same record that are alike,
 * such as two people who are said to hold the same office.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Rivals {

    /** The references to what the claims are about; the first one that is filled counts. */
    String[] about();

    /** The field in which rival claims are alike. */
    String by();
}
