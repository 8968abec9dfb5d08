package dev.footnote.dataset.importer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.footnote.dataset.datapackage.DataPackageDescriptor;
import dev.footnote.dataset.datapackage.DatasetFolder;
import dev.footnote.dataset.datapackage.DatasetProblems;
import dev.footnote.dataset.datapackage.DatasetReader;
import dev.footnote.dataset.mapping.Mapping;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.scalar.Sha256;

/**
 * A Data Package, with a mapping if it is a foreign one.
 *
 * @param mapping contents of the mapping file; null if the package was written for Footnote
 */
record DataPackageSource(Metamodel metamodel, DatasetFolder folder, DataPackageDescriptor descriptor, byte[] mapping,
        String file) implements DatasetSource {

    static DataPackageSource of(Metamodel metamodel, DatasetFolder folder, Path mapping) throws IOException {
        DatasetProblems problems = new DatasetProblems();
        boolean foreign = mapping != null || folder.has(Mapping.FILE);
        DataPackageDescriptor descriptor = foreign ? DataPackageDescriptor.readAny(folder, problems)
                : DataPackageDescriptor.read(folder, problems);
        problems.stop();
        if (mapping != null) {
            return new DataPackageSource(metamodel, folder, descriptor, Files.readAllBytes(mapping),
                    mapping.getFileName().toString());
        }
        return new DataPackageSource(metamodel, folder, descriptor, beside(folder), Mapping.FILE);
    }

    private static byte[] beside(DatasetFolder folder) throws IOException {
        if (!folder.has(Mapping.FILE)) {
            return null;
        }
        try (InputStream in = folder.open(Mapping.FILE)) {
            return in.readAllBytes();
        }
    }

    @Override
    public String fingerprint() throws IOException {
        List<String> files = new ArrayList<>(List.of(DataPackageDescriptor.FILE));
        files.addAll(descriptor.files());
        String fingerprint = folder.fingerprint(files.stream().filter(folder::has).toList());
        if (mapping == null) {
            return fingerprint;
        }
        String all = fingerprint + new String(mapping, StandardCharsets.UTF_8);
        return Sha256.of(all);
    }

    @Override
    public DatasetReader contents(DatasetProblems problems) throws IOException {
        new UnlistedFiles(folder, descriptor, List.of(DataPackageDescriptor.FILE, Mapping.FILE, file)).tell(problems);
        new FileIntegrityCheck(folder, mapping == null ? problems::add : problems::warn).check(descriptor);
        if (mapping == null) {
            new ForeignPackageDetector(metamodel, folder, descriptor, problems).check();
            problems.stop();
            new KeyConstraintCheck(metamodel, folder, descriptor, false, problems).check();
            return new DatasetReader(metamodel, folder, descriptor, problems);
        }
        Mapping read = Mapping.read(new ByteArrayInputStream(mapping), file, problems);
        problems.stop();
        DatasetReader contents = read.contents(metamodel, folder, descriptor, problems);
        problems.stop();
        new KeyConstraintCheck(metamodel, folder, descriptor, true, problems).check();
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
