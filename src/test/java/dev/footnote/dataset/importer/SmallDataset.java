package dev.footnote.dataset.importer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A dataset of a few records, for a test to change. */
public final class SmallDataset {

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private String descriptor;

    private boolean delta;
    private String described = "";

    /** A package that holds only what has changed: nothing yet. */
    public static SmallDataset delta() {
        SmallDataset delta = new SmallDataset();
        delta.files.clear();
        delta.delta = true;
        return delta;
    }

    public SmallDataset() {
        with("sources", """
                id,kind,title,published
                paper,article,A paper,2020-01
                """);
        with("organizations", """
                id,kind,name,country,founded,website,source,locator
                acme,company,Acme,CN,2010,https://example.org/,paper,page 1
                lab,laboratory,Lab,,,,paper,
                """);
        with("people", """
                id,name,source
                ann,Ann,paper
                """);
        with("affiliations", """
                id,person,organization,title,kind,ended,source
                ann-lab,ann,lab,Head,executive,false,paper
                """);
        with("initiatives", """
                id,kind,name,parent,source
                alliance,alliance,Alliance,,paper
                """);
        with("participations", """
                id,initiative,organization,person,role,committed_amount,committed_currency,source
                acme-alliance,alliance,acme,,founder,10.50,CNY,paper
                """);
        with("identifiers", """
                id,organization,scheme,value,source
                acme-q,acme,wikidata,Q1,paper
                """);
        with("citations", """
                subject,field,source,locator
                organization:acme,founded,paper,page 2
                """);
    }

    public SmallDataset with(String resource, String text) {
        return with(resource, text.getBytes(StandardCharsets.UTF_8));
    }

    public SmallDataset with(String resource, byte[] bytes) {
        files.put(resource, bytes);
        return this;
    }

    public SmallDataset without(String resource) {
        files.remove(resource);
        return this;
    }

    /** Replaces a part of a file, which must be there. */
    public SmallDataset change(String resource, String from, String to) {
        String text = new String(files.get(resource), StandardCharsets.UTF_8);
        if (!text.contains(from)) {
            throw new IllegalArgumentException(resource + " has no " + from);
        }
        return with(resource, text.replace(from, to));
    }

    public SmallDataset descriptor(String json) {
        descriptor = json;
        return this;
    }

    /** @param members of the descriptor in JSON, with a comma behind each */
    public SmallDataset described(String members) {
        described = members;
        return this;
    }

    public Path in(Path folder) {
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.write(folder.resolve(file.getKey() + ".csv"), file.getValue());
            }
            Files.writeString(folder.resolve("datapackage.json"), descriptor != null ? descriptor
                    : files.keySet().stream()
                            .map(name -> "{\"name\": \"" + name + "\", \"path\": \"" + name + ".csv\"}")
                            .collect(Collectors.joining(", ",
                                    "{\"name\": \"small\", " + described + (delta ? "\"footnote\": {\"delta\": true}, " : "")
                                            + "\"resources\": [",
                                    "]}")));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
