package dev.footnote.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import dev.footnote.folder.Contents;
import dev.footnote.folder.Descriptor;
import dev.footnote.folder.Faults;
import dev.footnote.folder.Folder;
import dev.footnote.graph.Graph;
import dev.footnote.mapping.Mapping;

/**
 * A Data Package, with a mapping where it is a foreign one.
 *
 * @param mapping its bytes; null where the package is written for Footnote
 */
record PackageBundle(Graph graph, Folder folder, Descriptor descriptor, byte[] mapping, String file) implements Bundle {

    static PackageBundle of(Graph graph, Folder folder, Path mapping) throws IOException {
        Faults faults = new Faults();
        boolean foreign = mapping != null || folder.has(Mapping.FILE);
        Descriptor descriptor = foreign ? Descriptor.readAny(folder, faults) : Descriptor.read(folder, faults);
        faults.stop();
        if (mapping != null) {
            return new PackageBundle(graph, folder, descriptor, Files.readAllBytes(mapping), mapping.getFileName().toString());
        }
        return new PackageBundle(graph, folder, descriptor, beside(folder), Mapping.FILE);
    }

    private static byte[] beside(Folder folder) throws IOException {
        if (!folder.has(Mapping.FILE)) {
            return null;
        }
        try (InputStream in = folder.open(Mapping.FILE)) {
            return in.readAllBytes();
        }
    }

    @Override
    public String fingerprint() throws IOException {
        List<String> files = new ArrayList<>(List.of(Descriptor.FILE));
        files.addAll(descriptor.files());
        String fingerprint = folder.fingerprint(files.stream().filter(folder::has).toList());
        if (mapping == null) {
            return fingerprint;
        }
        String all = fingerprint + new String(mapping, StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(Folder.sha256().digest(all.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public Contents contents(Faults faults) throws IOException {
        new Unseen(folder, descriptor, List.of(Descriptor.FILE, Mapping.FILE, file)).tell(faults);
        new Integrity(folder, mapping == null ? faults::add : faults::warn).check(descriptor);
        if (mapping == null) {
            new Recognition(graph, folder, descriptor, faults).check();
            faults.stop();
            new Keys(graph, folder, descriptor, false, faults).check();
            return new Contents(graph, folder, descriptor, faults);
        }
        Mapping read = Mapping.read(new ByteArrayInputStream(mapping), file, faults);
        faults.stop();
        Contents contents = read.contents(graph, folder, descriptor, faults);
        faults.stop();
        new Keys(graph, folder, descriptor, true, faults).check();
        return contents;
    }

    @Override
    public void close() throws IOException {
        folder.close();
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
