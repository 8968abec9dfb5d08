package dev.footnote.metamodel.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Specifies that records of an entity, or the records that they belong to, may be restated. A later revision then replaces all
 * earlier ones.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Restatable {

    /** The fields that are equal in all revisions of one record. */
    String[] alike() default {};

    /** The field with the revision number. The highest number is the latest revision. */
    String number() default "revision";

    /** The to-one field that leads to the restated record, if that is not the record itself. */
    String through() default "";
}
