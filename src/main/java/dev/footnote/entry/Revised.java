package dev.footnote.entry;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that records of an entity, or what they belong to, may be restated: a later revision then stands for all earlier ones.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Revised {

    /** The fields that revisions of one record have alike. */
    String[] alike() default {};

    /** The field that counts revisions; the highest is the latest. */
    String number() default "revision";

    /** The to-one field that leads to what is restated, where it is not the record itself. */
    String through() default "";
}
