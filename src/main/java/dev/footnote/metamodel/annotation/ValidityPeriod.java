package dev.footnote.metamodel.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Specifies the fields that contain the validity period of a relation. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ValidityPeriod {

    String from() default "from";

    String to() default "to";

    /** The field with a date on which a source shows that the relation was valid, if there is one. */
    String shown() default "";

    /** The field that says whether the relation is known to have ended, if there is one. */
    String ended() default "";
}
