package dev.footnote.metamodel.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The template for the display labels of the records of an entity.
 *
 * <p>
 * {@code {person.name}} stands for a field, through to-one relations; {@code {kind:words}} for an enum in small letters;
 * {@code {kind|OTHER=}} replaces a value with another text, here with nothing. Text in square brackets is omitted if a field in
 * it is unknown. Without a template, the label is the name or the title.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface LabelTemplate {

    String value();
}
