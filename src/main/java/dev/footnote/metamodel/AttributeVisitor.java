package dev.footnote.metamodel;

/** An operation with a case for each kind of attribute. It does not compile while a kind has none. */
public interface AttributeVisitor<R> {

    R scalar(Attribute.Scalar value);

    R embedded(Attribute.Embedded group);

    R toOne(Attribute.ToOne relation);

    R derivedToOne(Attribute.DerivedToOne relation);

    R toMany(Attribute.ToMany relation);

    R hierarchy(Attribute.Hierarchy relation);

    R any(Attribute.Any relation);

    R nestedRows(Attribute.NestedRows rows);

    R subquery(Attribute.Subquery value);

    R formula(Attribute.Formula value);

    R label(Attribute.Label label);
}
