package dev.footnote.explorer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.footnote.dataset.importer.DatasetImporter;
import dev.footnote.dataset.staging.ProgressListener;

/** A dataset whose names could break a page, and whose records have many links. */
final class HostileDataset {

    static final String MARKUP = "</script><script>alert(1)</script><b onclick='x'>\"&{frame.title}";
    static final String ARABIC = "\u0634\u0631\u0643\u0629 \u202Eabc";
    static final String EMOJI = "\uD83D\uDC69\u200D\uD83D\uDE80 Rocket";
    static final String LONG_NAME = "x".repeat(1990);
    static final String LONG_TEXT = "y".repeat(10_000);
    static final int LINKS = 10_000;
    /** Hubs beside the first, each with links to people of its own. */
    static final int HUBS = 6;
    private static final int LINKS_OF_HUBS = 60;
    private static final String SEEN = "register";
    private static boolean served;

    private HostileDataset() {
    }

    /** Imports it into the database of the tests that share it. */
    static synchronized void serve(DatasetImporter importer) {
        if (!served) {
            importer.take(write(), ProgressListener.NONE);
            served = true;
        }
    }

    private static Path write() {
        try {
            Path folder = Files.createTempDirectory("hostile");
            Files.writeString(folder.resolve("sources.csv"), "id,kind,title,url\nregister,article,\"" + quoted(MARKUP)
                    + "\",https://example.org/?a=1&b=2\n");
            StringBuilder organizations = new StringBuilder("id,kind,name,summary,source,locator\n" + row("markup", MARKUP)
                    + row("arabic", ARABIC) + row("emoji", EMOJI) + row("a b/c&d?e#f+g", "Odd id")
                    + row("long", LONG_NAME, LONG_TEXT)
                    + row("invisible", "\u200B") + row("hub", "Hub") + row("ring-a", "Ring A") + row("ring-b", "Ring B")
                    + row("ring-c", "Ring C"));
            StringBuilder links = new StringBuilder("id,organization,kind,target,source,locator\n");
            for (String ring : new String[] { "ring-b,part_of,ring-a", "ring-c,part_of,ring-b", "ring-a,part_of,ring-c" }) {
                links.append(ring.replace(',', '-')).append(',').append(ring).append(',').append(SEEN).append(",page 1\n");
            }
            for (int i = 1; i <= HUBS; i++) {
                organizations.append(row("hub-" + i, "Hub " + i));
                links.append("hub-link-").append(i).append(",hub-").append(i).append(",related,hub,register,page 1\n");
            }
            Files.writeString(folder.resolve("organizations.csv"), organizations);
            Files.writeString(folder.resolve("organization_links.csv"), links);
            writePeople(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writePeople(Path folder) throws IOException {
        StringBuilder people = new StringBuilder("id,name,source\n");
        StringBuilder roles = new StringBuilder("id,person,organization,title,kind,source,locator\n");
        for (int i = 0; i < LINKS + HUBS * LINKS_OF_HUBS; i++) {
            String hub = i < LINKS ? "hub" : "hub-" + (1 + (i - LINKS) / LINKS_OF_HUBS);
            people.append("p").append(i).append(",Person ").append(i).append(",register\n");
            roles.append("r").append(i).append(",p").append(i).append(',').append(hub).append(",member,member,register,page ")
                    .append(i).append('\n');
        }
        Files.writeString(folder.resolve("people.csv"), people);
        Files.writeString(folder.resolve("affiliations.csv"), roles);
    }

    private static String row(String id, String name) {
        return row(id, name, name.repeat(5));
    }

    private static String row(String id, String name, String summary) {
        return "\"" + id + "\",company,\"" + quoted(name) + "\",\"" + quoted(summary) + "\",register,\"" + quoted(MARKUP)
                + "\"\n";
    }

    private static String quoted(String text) {
        return text.replace("\"", "\"\"");
    }
}
