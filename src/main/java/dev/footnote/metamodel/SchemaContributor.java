package dev.footnote.metamodel;

/**
 * The contribution of a package to the schema. It adds its entity types to the metamodel, and its relations to the entity types
 * of the packages that it depends on.
 */
public interface SchemaContributor {

    void contributeTo(Metamodel metamodel);
}
