package dev.footnote.metamodel.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Specifies that a field has a value only if another field has one. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface DependsOnField {

    /** The other field. */
    String field();

    /** The only value of the other field for which this field has a value. If empty, any value of the other field. */
    String is() default "";

    /** Whether this field always has a value under that condition. */
    boolean always() default false;
}
