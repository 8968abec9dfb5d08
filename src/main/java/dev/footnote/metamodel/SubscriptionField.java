package dev.footnote.metamodel;

/**
 * A field of the subscription type: records of a list to which new ones are only ever appended, in the order of their numbers.
 *
 * @param name also the name of the list in the query type
 */
public record SubscriptionField(String name, String description, EntityType entityType) {
}
