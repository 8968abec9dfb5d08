package dev.footnote.archive;

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
import dev.footnote.destination.Target;
import dev.footnote.folder.Carrier;
import dev.footnote.folder.Contents;
import dev.footnote.folder.Descriptor;
import dev.footnote.graph.Graph;
import dev.footnote.inventory.Citations;
import dev.footnote.inventory.Cited;
import dev.footnote.inventory.Inventory;
import dev.footnote.inventory.Row;
import dev.footnote.inventory.Survey;
import dev.footnote.inventory.Walk;
import dev.footnote.rendition.Written;
import dev.footnote.staging.Progress;

/** Writes a Data Package in its canonical form: the same records make the same bytes. */
final class DataPackage {

    private static final String CITATION = "citation";
    private static final String CITATIONS = "citations";

    private final Graph graph;
    private final Inventory inventory;
    private final Citations citations;
    private final Survey survey;
    private final Walk walk;
    private final Map<String, Long> records = new LinkedHashMap<>();

    DataPackage(Graph graph, Inventory inventory, Progress progress) {
        this.graph = graph;
        this.inventory = inventory;
        this.citations = new Citations(inventory);
        this.survey = new Survey(inventory).withCitations();
        this.walk = new Walk(inventory, survey, progress);
    }

    Written write(Target.Draft draft) throws IOException {
        Description description = new Description(graph, inventory.about());
        // sources even where there are none, because a package has at least one resource
        List<Carrier> carriers = inventory.carriers().stream()
                .filter(carrier -> survey.count(carrier.noun().table()) > 0 || carrier == inventory.carriers().get(0)).toList();
        for (Carrier carrier : carriers) {
            description.add(carrier, headers(carrier));
        }
        if (survey.apart() > 0) {
            description.addCitations(headers());
        }
        try (OutputStream out = draft.open(Descriptor.FILE)) {
            out.write(description.bytes());
        }
        for (Carrier carrier : carriers) {
            try (CsvWriter csv = csv(draft, carrier.noun().resource())) {
                records(carrier, csv);
            }
        }
        if (survey.apart() > 0) {
            try (CsvWriter csv = csv(draft, CITATIONS)) {
                citations(csv);
            }
        }
        return new Written(records, Map.of());
    }

    /** The columns of a noun, without those that nothing fills. */
    private List<String> headers(Carrier carrier) {
        List<String> needed = carrier.needed();
        return carrier.headers().stream()
                .filter(header -> needed.contains(header) || survey.fills(carrier.noun().table(), header)).toList();
    }

    private List<String> headers() {
        return Contents.CITATIONS.stream().filter(header -> Contents.NEEDED_OF_CITATIONS.contains(header)
                || survey.fills(CITATION, header)).toList();
    }

    private static CsvWriter csv(Target.Draft draft, String resource) throws IOException {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(draft.open(resource + ".csv"),
                StandardCharsets.UTF_8);
    }

    private void records(Carrier carrier, CsvWriter csv) throws IOException {
        List<String> headers = headers(carrier);
        csv.writeRecord(headers);
        long count = walk.records(carrier, page -> {
            Map<Integer, Cited> own = new HashMap<>();
            citations.of(carrier, page, cited -> {
                if (survey.own(cited)) {
                    own.put(cited.subject(), cited);
                }
            });
            page.forEach(row -> csv.writeRecord(cells(row, own.get(row.number()), headers)));
        });
        records.put(carrier.noun().resource() + ".csv", count);
    }

    private static List<String> cells(Row row, Cited own, List<String> headers) {
        List<String> cells = new ArrayList<>(headers.size());
        cells.add(row.id());
        for (int i = 0; i < row.cells().length; i++) {
            if (headers.contains(row.carrier().columns().get(i).header())) {
                cells.add(row.cells()[i]);
            }
        }
        for (String header : Carrier.CITATION) {
            if (row.carrier().noun().cited() && headers.contains(header)) {
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
