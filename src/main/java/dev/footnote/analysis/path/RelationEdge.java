package dev.footnote.analysis.path;

import java.util.ArrayList;
import java.util.List;

import dev.footnote.domain.event.Event;
import dev.footnote.domain.event.Participation;
import dev.footnote.domain.initiative.Initiative;
import dev.footnote.domain.organization.OrganizationLink;
import dev.footnote.domain.person.Affiliation;
import dev.footnote.domain.product.Product;
import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.annotation.BaseEntity;
import dev.footnote.query.sql.AsOf;
import dev.footnote.query.sql.SqlBuilder;

/**
 * A relation from the records of one entity type to the records of another.
 *
 * @param fact the records that connect them
 * @param near the entity type where it starts, which the near column refers to
 * @param far the entity type where it ends, which the far column refers to
 * @param along whether it goes in the direction of the relation, from the record that has it to its target
 */
record RelationEdge(EntityType fact, EntityType near, String nearColumn, EntityType far, String farColumn, boolean along) {

    /** All relations, each in both directions. */
    static List<RelationEdge> all(Metamodel metamodel) {
        List<RelationEdge> edges = new ArrayList<>();
        add(metamodel, Affiliation.class, "person", "organization", edges);
        add(metamodel, Affiliation.class, "person", "reportsTo", edges);
        add(metamodel, Participation.class, "organization", "initiative", edges);
        add(metamodel, Participation.class, "person", "initiative", edges);
        add(metamodel, OrganizationLink.class, "organization", "target", edges);
        add(metamodel, Participation.class, "organization", "event", edges);
        add(metamodel, Participation.class, "person", "event", edges);
        own(metamodel, Initiative.class, "parent", edges);
        own(metamodel, Event.class, "initiative", edges);
        own(metamodel, Event.class, "organization", edges);
        own(metamodel, Product.class, "maker", edges);
        own(metamodel, Product.class, "partOf", edges);
        own(metamodel, Product.class, "basedOn", edges);
        return edges;
    }

    /** Adds the relation to a record that another record refers to directly, such as the parent of a unit. */
    private static void own(Metamodel metamodel, Class<? extends BaseEntity> entity, String to, List<RelationEdge> edges) {
        EntityType entityType = metamodel.entityType(entity);
        Attribute.ToOne edge = to(entityType, to);
        add(entityType, entityType, "id", edge, metamodel.entityType(edge.target()), edges);
    }

    private static void add(Metamodel metamodel, Class<? extends BaseEntity> entity, String from, String to,
            List<RelationEdge> edges) {
        EntityType fact = metamodel.entityType(entity);
        Attribute.ToOne one = to(fact, from);
        Attribute.ToOne other = to(fact, to);
        add(fact, metamodel.entityType(one.target()), one.column(), other, metamodel.entityType(other.target()), edges);
    }

    private static void add(EntityType fact, EntityType from, String column, Attribute.ToOne edge, EntityType to,
            List<RelationEdge> edges) {
        edges.add(new RelationEdge(fact, from, column, to, edge.column(), true));
        edges.add(new RelationEdge(fact, to, edge.column(), from, column, false));
    }

    private static Attribute.ToOne to(EntityType fact, String attribute) {
        return (Attribute.ToOne) fact.attribute(attribute);
    }

    /** Selects the facts of the relation, with their start and end records. */
    SqlBuilder sql(Integer[] from, AsOf asOf, int most) {
        SqlBuilder sql = new SqlBuilder().add("SELECT r.id, r.").add(nearColumn).add(", r.").add(farColumn).add("\nFROM ")
                .add(fact.table()).add(" r\nWHERE r.").add(nearColumn).add(" = ANY(").value(from).add(")\nAND r.")
                .add(farColumn).add(" IS NOT NULL");
        asOf.add(fact, null, "r", sql);
        return sql.add("\nFETCH FIRST ").value(most).add(" ROWS ONLY");
    }
}
