package dev.footnote.entry;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says by which fields a relation tells when it held. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Dated {

    String from() default "from";

    String to() default "to";

    /** A date at which a source shows that it held, where the relation has one. */
    String shown() default "";

    /** Whether it is known to have ended, where the relation says so. */
    String ended() default "";
}
