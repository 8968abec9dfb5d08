package dev.footnote.entry;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How records of an entity are called for display, as a template.
 * <p>
 * {@code {person.name}} stands for a field, through to-one relations; {@code {kind:words}} for an enum in small letters;
 * {@code {kind|OTHER=}} puts another text in the place of a value, here nothing. What stands in square brackets is left out
 * where a field in it is unknown. An entity without a template is called by its name or its title.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Label {

    String value();
}
