package dev.footnote.metamodel.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Specifies references of which every record of an entity has exactly one. An entity may have several such groups. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(ExactlyOneOf.Groups.class)
public @interface ExactlyOneOf {

    String[] value();

    /** The container of several groups of one entity. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface Groups {

        ExactlyOneOf[] value();
    }
}
