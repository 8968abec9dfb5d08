package dev.footnote.entry;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says that a field is filled only where another one is. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface GoesWith {

    /** The other field. */
    String field();

    /** The one value of the other field for which this one is filled; any value where it is empty. */
    String is() default "";

    /** Whether this field is always filled where the other one is so. */
    boolean always() default false;
}
