package dev.footnote.dataset.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.footnote.dataset.datapackage.DataPackageDescriptor;
import dev.footnote.dataset.datapackage.DatasetReader;
import dev.footnote.dataset.datapackage.EntityColumns;
import dev.footnote.dataset.output.OutputTarget;
import dev.footnote.dataset.snapshot.*;
import dev.footnote.dataset.staging.ProgressListener;
import dev.footnote.metamodel.Metamodel;

/** Writes a Data Package in its canonical form: the same records make the same bytes. */
final class DataPackageWriter {

    private static final String CITATION = "citation";
    private static final String CITATIONS = "citations";

    private final Metamodel metamodel;
    private final DatabaseSnapshot snapshot;
    private final CitationReader citations;
    private final ColumnUsage survey;
    private final SnapshotTraversal walk;
    private final Map<String, Long> records = new LinkedHashMap<>();

    DataPackageWriter(Metamodel metamodel, DatabaseSnapshot snapshot, ProgressListener progress) {
        this.metamodel = metamodel;
        this.snapshot = snapshot;
        this.citations = new CitationReader(snapshot);
        this.survey = new ColumnUsage(snapshot).withCitations();
        this.walk = new SnapshotTraversal(snapshot, survey, progress);
    }

    ExportSummary write(OutputTarget.Draft draft) throws IOException {
        DescriptorWriter description = new DescriptorWriter(metamodel, snapshot.about());
        // sources even if there are none, because a package has at least one resource
        List<EntityColumns> allColumns = snapshot.allColumns().stream()
                .filter(entityColumns -> survey.count(entityColumns.entityType().table()) > 0
                        || entityColumns == snapshot.allColumns().get(0))
                .toList();
        for (EntityColumns entityColumns : allColumns) {
            description.add(entityColumns, headers(entityColumns));
        }
        if (survey.apart() > 0) {
            description.addCitations(headers());
        }
        try (OutputStream out = draft.open(DataPackageDescriptor.FILE)) {
            out.write(description.bytes());
        }
        for (EntityColumns entityColumns : allColumns) {
            try (CsvWriter csv = csv(draft, entityColumns.entityType().resource())) {
                records(entityColumns, csv);
            }
        }
        if (survey.apart() > 0) {
            try (CsvWriter csv = csv(draft, CITATIONS)) {
                citations(csv);
            }
        }
        return new ExportSummary(records, Map.of());
    }

    /** Columns of an entity type, without optional columns that are empty in all records. */
    private List<String> headers(EntityColumns entityColumns) {
        List<String> needed = entityColumns.needed();
        return entityColumns.headers().stream()
                .filter(header -> needed.contains(header) || survey.fills(entityColumns.entityType().table(), header)).toList();
    }

    private List<String> headers() {
        return DatasetReader.CITATIONS.stream().filter(header -> DatasetReader.NEEDED_OF_CITATIONS.contains(header)
                || survey.fills(CITATION, header)).toList();
    }

    private static CsvWriter csv(OutputTarget.Draft draft, String resource) throws IOException {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(draft.open(resource + ".csv"),
                StandardCharsets.UTF_8);
    }

    private void records(EntityColumns entityColumns, CsvWriter csv) throws IOException {
        List<String> headers = headers(entityColumns);
        csv.writeRecord(headers);
        long count = walk.records(entityColumns, page -> {
            Map<Integer, CitationRow> own = new HashMap<>();
            citations.of(entityColumns, page, cited -> {
                if (survey.own(cited)) {
                    own.put(cited.subject(), cited);
                }
            });
            page.forEach(row -> csv.writeRecord(cells(row, own.get(row.number()), headers)));
        });
        records.put(entityColumns.entityType().resource() + ".csv", count);
    }

    private static List<String> cells(RecordRow row, CitationRow own, List<String> headers) {
        List<String> cells = new ArrayList<>(headers.size());
        cells.add(row.id());
        for (int i = 0; i < row.cells().length; i++) {
            if (headers.contains(row.entityColumns().columns().get(i).header())) {
                cells.add(row.cells()[i]);
            }
        }
        for (String header : EntityColumns.CITATION) {
            if (row.entityColumns().entityType().cited() && headers.contains(header)) {
                cells.add(own == null ? null : own.cell(header));
            }
        }
        return cells;
    }

    private void citations(CsvWriter csv) throws IOException {
        List<String> headers = headers();
        csv.writeRecord(headers);
        walk.citations(citations.counts().get(CITATION),
                page -> page.stream().filter(cited -> !survey.own(cited))
                        .forEach(cited -> csv.writeRecord(headers.stream().map(cited::cell).toList())));
        records.put(CITATIONS + ".csv", survey.apart());
    }
}
