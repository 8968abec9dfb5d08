package dev.footnote.metamodel;

/**
 * The contribution of a package to the schema. It adds its entity types to the metamodel, and its relations to the entity types
 * of the packages that it depends on.
 */
public interface SchemaContributor {

    default void contributeTo(Metamodel metamodel) {
        // a package may only add what depends on others
    }

    /** Adds what depends on the entity types of all packages. Called when all of them have contributed. */
    default void contributeAfterAll(Metamodel metamodel) {
        // most packages depend on no other but those they import
    }
}
