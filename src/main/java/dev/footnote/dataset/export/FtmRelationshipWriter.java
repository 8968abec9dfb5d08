package dev.footnote.dataset.export;

import dev.footnote.dataset.snapshot.RecordRow;

/**
 * Converts relationships to FollowTheMoney intervals: affiliations, links between organizations, and participations in
 * initiatives.
 */
final class FtmRelationshipWriter {

    private static final String UNKNOWN = "UnknownLink";

    private FtmRelationshipWriter() {
    }

    /** @return null if the record becomes a property of one of its ends instead of an entity */
    static FtmEntityBuilder of(RecordRow row) {
        return switch (row.entityColumns().entityType().table()) {
            case "affiliation" -> row.cell("organization") == null ? null : dated(role(row));
            case "participation" -> row.cell("initiative") == null ? null : dated(part(row));
            default -> dated(link(row));
        };
    }

    private static FtmEntityBuilder dated(FtmEntityBuilder entity) {
        return entity.take("startDate", "from").take("endDate", "to");
    }

    private static FtmEntityBuilder role(RecordRow row) {
        FtmEntityBuilder entity = switch (row.cell("kind")) {
            case "board", "executive" -> ends(new FtmEntityBuilder("Directorship", row), "director", "organization");
            case "staff", "research", "academic", "official" ->
                ends(new FtmEntityBuilder("Employment", row), "employee", "employer");
            case "student", "member" -> ends(new FtmEntityBuilder("Membership", row), "member", "organization");
            default -> ends(new FtmEntityBuilder(UNKNOWN, row), "subject", "object");
        };
        entity.take("role", "title").take("date", "held_on");
        if ("true".equals(row.cell("ended"))) {
            entity.put("status", "ended").hold("ended");
        }
        return entity;
    }

    private static FtmEntityBuilder ends(FtmEntityBuilder entity, String person, String organization) {
        return entity.link(person, "person", "person").link(organization, "organization", "organization");
    }

    private static FtmEntityBuilder link(RecordRow row) {
        String kind = row.cell("kind");
        boolean owned = kind.equals("owner_of") && "COMPANY".equals(row.beside());
        FtmEntityBuilder entity = switch (owned ? kind : kind.equals("owner_of") ? "" : kind) {
            case "owner_of" -> between(new FtmEntityBuilder("Ownership", row), "owner", "asset");
            case "member_of" -> between(new FtmEntityBuilder("Membership", row), "member", "organization");
            case "successor_of" -> between(new FtmEntityBuilder("Succession", row), "successor", "predecessor");
            default -> between(new FtmEntityBuilder(UNKNOWN, row), "subject", "object").put("role", kind.replace('_', ' '));
        };
        entity.hold("kind");
        return entity;
    }

    private static FtmEntityBuilder between(FtmEntityBuilder entity, String organization, String target) {
        return entity.link(organization, "organization", "organization").link(target, "target", "organization");
    }

    private static FtmEntityBuilder part(RecordRow row) {
        FtmEntityBuilder entity = new FtmEntityBuilder("ProjectParticipant", row).link("project", "initiative", "initiative")
                .link("participant", "organization", "organization").link("participant", "person", "person")
                .put("role", row.cell("role").replace('_', ' ')).take("role", "title");
        entity.hold("role");
        return entity;
    }
}
