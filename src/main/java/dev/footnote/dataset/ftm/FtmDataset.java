package dev.footnote.dataset.ftm;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.footnote.dataset.datapackage.CsvTableReader;
import dev.footnote.dataset.datapackage.DatasetFolder;
import dev.footnote.dataset.datapackage.DatasetProblems;
import dev.footnote.dataset.datapackage.DatasetReader;
import dev.footnote.dataset.datapackage.RecordSource;
import dev.footnote.dataset.storage.CsvDialect;
import dev.footnote.dataset.storage.ResourceDescriptor;
import dev.footnote.metamodel.Metamodel;

/**
 * A FollowTheMoney file, converted to tables in Footnote's own format in a temporary folder that is deleted on close. It is
 * read twice: first for the type of each entity, then for its contents.
 */
public final class FtmDataset implements Closeable {

    /** Opens the file at its start. */
    public interface Opening {
        InputStream open() throws IOException;
    }

    private final Path folder;
    private final String file;
    private final DatasetProblems problems;

    /**
     * Creates a reader.
     *
     * @param file its name, for problems
     * @param problems receives all errors, and warnings about what is left out
     */
    public FtmDataset(String file, DatasetProblems problems) throws IOException {
        this.folder = Files.createTempDirectory("footnote-trail");
        this.file = file;
        this.problems = problems;
    }

    /** Reads all entities. */
    public DatasetReader read(Metamodel metamodel, Opening opening) throws IOException {
        UnmappedProperties leftovers = new UnmappedProperties();
        List<String> written;
        try (OnDiskHashIndex ledger = new OnDiskHashIndex(folder);
                FtmFirstPass survey = new FtmFirstPass(ledger, folder);
                FtmTempTables sheets = new FtmTempTables(metamodel, folder, file, problems)) {
            // problems of a line are reported at the second reading
            new FtmLineReader(file, new DatasetProblems()).read(opening.open(), survey::read);
            survey.finish();
            FtmCitations citing = new FtmCitations(survey, ledger, sheets, file);
            Writing writing = new Writing(citing, new FtmThingReader(citing, leftovers, problems),
                    new FtmRelationshipReader(citing, leftovers),
                    new FtmParticipationReader(citing, leftovers), leftovers);
            FtmFragmentMerger fragments = new FtmFragmentMerger(survey::lines, file, problems, writing::entity);
            new FtmLineReader(file, problems).read(opening.open(), fragments::entity);
            leftovers.tell(file, problems);
            written = sheets.written();
        }
        Map<String, RecordSource> feeds = new LinkedHashMap<>();
        for (String resource : written) {
            ResourceDescriptor sheet = ResourceDescriptor.bare(resource, FtmTempTables.name(resource), CsvDialect.USUAL);
            feeds.put(resource,
                    new FtmRecordSource(new CsvTableReader(DatasetFolder.at(folder), sheet, 0, problems), file, feeds.size(),
                            problems));
        }
        return new DatasetReader(metamodel, false, feeds);
    }

    /** Chooses how each entity is written. */
    private record Writing(FtmCitations citing, FtmThingReader things, FtmRelationshipReader edges,
            FtmParticipationReader parts, UnmappedProperties leftovers) {

        private void entity(FtmEntity entity) throws IOException {
            FtmRecordDraft draft = new FtmRecordDraft(entity);
            if (!join(draft) && !thing(draft)) {
                leftovers.entity(entity.schema(), entity.line());
                return;
            }
            citing.missing(draft, leftovers);
            draft.leave(leftovers);
        }

        /** @return whether it is what joins two */
        private boolean join(FtmRecordDraft draft) throws IOException {
            String schema = draft.entity().schema();
            switch (schema) {
                case "ProjectParticipant" -> parts.parts(draft);
                case "Payment" -> parts.payment(draft);
                case "Occupancy" -> edges.occupancy(draft);
                case "Documentation" -> citing.about(draft, leftovers);
                default -> {
                    if (!FtmRelationshipReader.join(schema)) {
                        return false;
                    }
                    edges.edge(draft);
                }
            }
            return true;
        }

        /** @return whether the entity is a thing, such as a person or an event */
        private boolean thing(FtmRecordDraft draft) throws IOException {
            switch (FtmFirstPass.kind(draft.entity().schema())) {
                case PERSON -> things.person(draft);
                case ORGANIZATION -> {
                    things.organization(draft);
                    edges.parents(draft);
                }
                case INITIATIVE -> things.initiative(draft);
                case EVENT -> {
                    things.event(draft);
                    parts.involved(draft);
                }
                case DOCUMENT -> citing.document(draft);
                case POSITION -> edges.position(draft);
                default -> {
                    return false;
                }
            }
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path one : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        }
    }
}
