package dev.footnote.entry;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names references of which every record of an entity has exactly one. An entity may have several such groups. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(ExactlyOne.Groups.class)
public @interface ExactlyOne {

    String[] value();

    /** Holds the groups of an entity that has several. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface Groups {

        ExactlyOne[] value();
    }
}
