package dev.footnote.dataset.ftm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.footnote.domain.event.ParticipationRole;

/** Writes parts in initiatives and events. */
record FtmParticipationReader(FtmCitations citing, UnmappedProperties leftovers) {

    private static final Set<String> ROLES = FtmRelationshipReader.words(ParticipationRole.class);

    private static final String AMOUNT = "committed_amount";
    private static final String CURRENCY = "committed_currency";

    /** Who takes part in a project. */
    void parts(FtmRecordDraft draft) throws IOException {
        String role = null;
        List<String> titles = new ArrayList<>();
        for (String said : draft.all("role")) {
            String word = role == null ? FtmRelationshipReader.stated(said, ROLES) : null;
            role = word == null ? role : word;
            if (word == null) {
                titles.add(said);
            }
        }
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("role", role == null ? "other" : role);
        cells.put("title", titles.isEmpty() ? null : String.join("; ", titles));
        cells.put("from", citing.sheets().best(draft, "participations", "from", "startDate"));
        cells.put("to", citing.sheets().best(draft, "participations", "to", "endDate"));
        int count = 0;
        for (String project : draft.all("project")) {
            for (String participant : draft.all("participant")) {
                cells.put("id", citing.joining(draft, count++, project, participant));
                part(draft, project, participant, cells);
            }
        }
        if (count == 0) {
            leftovers.entity(FtmRelationshipReader.NOWHERE.formatted(draft.entity().schema()), draft.line());
        }
    }

    /**
     * Who paid for a project, and who was paid. A payment for no project that is read has no place, because nothing else
     * holds money between two.
     */
    void payment(FtmRecordDraft draft) throws IOException {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("from", citing.sheets().best(draft, "participations", "from", "startDate", "date"));
        cells.put("to", citing.sheets().best(draft, "participations", "to", "endDate"));
        cells.put("note", draft.one("purpose", "programme", "summary", "description"));
        int count = 0;
        for (String property : List.of("payer", "beneficiary")) {
            boolean payer = property.equals("payer");
            cells.put("role", payer ? "funder" : "recipient");
            money(draft, payer, cells);
            for (String project : draft.all("project")) {
                for (String participant : draft.all(property)) {
                    cells.put("id", citing.joining(draft, count++, property + "\n" + project, participant));
                    part(draft, project, participant, cells);
                }
            }
        }
        if (count == 0) {
            draft.all("payer");
            draft.all("beneficiary");
            leftovers.entity("Payment for no project", draft.line());
        }
    }

    /** What was paid, where it is clear by whom and for what. */
    private void money(FtmRecordDraft draft, boolean payer, Map<String, String> cells) {
        FtmTempTables sheets = citing.sheets();
        boolean clear = Stream.of("payer", "project", "amount", "currency").allMatch(one -> draft.entity().all(one).size() == 1)
                && sheets.holds("participations", AMOUNT, draft.entity().first("amount"))
                && sheets.holds("participations", CURRENCY, draft.entity().first("currency"));
        cells.put(AMOUNT, clear && payer ? draft.one("amount") : null);
        cells.put(CURRENCY, clear && payer ? draft.one("currency") : null);
    }

    /** Who had a part in an event, which says so itself. */
    void involved(FtmRecordDraft draft) throws IOException {
        for (String property : List.of("organizer", "involved")) {
            for (String participant : draft.all(property)) {
                Map<String, String> cells = new LinkedHashMap<>();
                cells.put("id", citing.madeApart(draft.id() + "/" + property + "/" + participant,
                        draft.id() + "\n" + property + "\n" + participant));
                cells.put("role", property.equals("organizer") ? "organizer" : "other");
                part(draft, draft.id(), participant, cells);
            }
        }
    }

    private void part(FtmRecordDraft draft, String taken, String participant, Map<String, String> cells) throws IOException {
        FtmFirstPass.Kind kind = citing.survey().of(participant);
        boolean person = kind == FtmFirstPass.Kind.PERSON;
        FtmFirstPass.Kind target = citing.survey().of(taken);
        boolean event = target == FtmFirstPass.Kind.EVENT;
        if (target != FtmFirstPass.Kind.INITIATIVE && !event || !person && kind != FtmFirstPass.Kind.ORGANIZATION) {
            leftovers.entity(FtmRelationshipReader.NOWHERE.formatted(draft.entity().schema()), draft.line());
            return;
        }
        cells.put("initiative", event ? null : taken);
        cells.put("event", event ? taken : null);
        cells.put("person", person ? participant : null);
        cells.put("organization", person ? null : participant);
        citing.cite(draft, "participation", cells);
        citing.sheets().write("participations", cells, draft.line());
    }
}
