package dev.footnote.terminal;

import picocli.CommandLine.IVersionProvider;

/** Which release this is, as its jar says. */
public final class Release implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Release.class.getPackage().getImplementationVersion();
        return new String[] { "footnote " + (version == null ? "(not packaged)" : version) };
    }
}
