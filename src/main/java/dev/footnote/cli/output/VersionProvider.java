package dev.footnote.cli.output;

import picocli.CommandLine.IVersionProvider;

/** The release of Footnote, from the manifest of its jar. */
public final class VersionProvider implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = VersionProvider.class.getPackage().getImplementationVersion();
        return new String[] { "footnote " + (version == null ? "(not packaged)" : version) };
    }
}
