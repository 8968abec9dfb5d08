package dev.footnote.metamodel.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes the records of an entity findable by name. They are found by their name or title, and by their other names if they have
 * some.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Searchable {

    /** What the schema says about this type of search hits, such as "People, by any of their names." */
    String value();

    /** The letter that starts the search keys of these records. No other entity has it. Types are listed by their letters. */
    char mark();

    /** Further fields with words that a record is found by, such as its kind and its place. */
    String[] profile() default {};
}
