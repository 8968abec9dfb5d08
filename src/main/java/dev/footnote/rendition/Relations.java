package dev.footnote.rendition;

import dev.footnote.inventory.Row;

/** What FollowTheMoney calls intervals: roles, relations of organizations, parts in initiatives. */
final class Relations {

    private static final String UNKNOWN = "UnknownLink";

    private Relations() {
    }

    /** @return null where the record is a property of one of its ends and no entity of its own */
    static Entity of(Row row) {
        return switch (row.carrier().noun().table()) {
            case "affiliation" -> row.cell("organization") == null ? null : dated(role(row));
            case "participation" -> row.cell("initiative") == null ? null : dated(part(row));
            default -> dated(link(row));
        };
    }

    private static Entity dated(Entity entity) {
        return entity.take("startDate", "from").take("endDate", "to");
    }

    private static Entity role(Row row) {
        Entity entity = switch (row.cell("kind")) {
            case "board", "executive" -> ends(new Entity("Directorship", row), "director", "organization");
            case "staff", "research", "academic", "official" -> ends(new Entity("Employment", row), "employee", "employer");
            case "student", "member" -> ends(new Entity("Membership", row), "member", "organization");
            default -> ends(new Entity(UNKNOWN, row), "subject", "object");
        };
        entity.take("role", "title").take("date", "held_on");
        if ("true".equals(row.cell("ended"))) {
            entity.put("status", "ended").hold("ended");
        }
        return entity;
    }

    private static Entity ends(Entity entity, String person, String organization) {
        return entity.link(person, "person", "person").link(organization, "organization", "organization");
    }

    private static Entity link(Row row) {
        String kind = row.cell("kind");
        boolean owned = kind.equals("owner_of") && "COMPANY".equals(row.beside());
        Entity entity = switch (owned ? kind : kind.equals("owner_of") ? "" : kind) {
            case "owner_of" -> between(new Entity("Ownership", row), "owner", "asset");
            case "member_of" -> between(new Entity("Membership", row), "member", "organization");
            case "successor_of" -> between(new Entity("Succession", row), "successor", "predecessor");
            default -> between(new Entity(UNKNOWN, row), "subject", "object").put("role", kind.replace('_', ' '));
        };
        entity.hold("kind");
        return entity;
    }

    private static Entity between(Entity entity, String organization, String target) {
        return entity.link(organization, "organization", "organization").link(target, "target", "organization");
    }

    private static Entity part(Row row) {
        Entity entity = new Entity("ProjectParticipant", row).link("project", "initiative", "initiative")
                .link("participant", "organization", "organization").link("participant", "person", "person")
                .put("role", row.cell("role").replace('_', ' ')).take("role", "title");
        entity.hold("role");
        return entity;
    }
}
