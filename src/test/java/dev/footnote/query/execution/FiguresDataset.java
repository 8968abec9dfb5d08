package dev.footnote.query.execution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import dev.footnote.dataset.importer.GeneratedProfile;

/** A dataset with figures of few organizations over few years, so that many are comparable, few easily. */
final class FiguresDataset {

    static final int FIGURES = 900;

    private static final String[] VALUES = { "0", "1", "3", "7", "-3", "0.000000000001", "99999999999999999999999999",
            "99999999999999999999999999.999999999999", "59500000000", "8424000000", "73363750000", "2", "200", "201.01",
            "400", "0.3", "-0.3", "1e0" };
    private static final String[] CURRENCIES = { "CNY", "CNY", "USD" };
    private static final String[] QUALIFIERS = { "exact", "exact", "exact", "exact", "exact", "exact", "about", "at_least",
            "more_than",
            "at_most",
            "less_than", "planned" };

    private final Random random = new Random(GeneratedProfile.SEED);

    static final Path FOLDER = folder();

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("figures");
            new FiguresDataset().write(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Path folder) throws IOException {
        Files.writeString(folder.resolve("sources.csv"), "id,kind,title\npaper,article,Paper\nletter,other,Letter\n");
        StringBuilder organizations = new StringBuilder("id,kind,name,source\n");
        StringBuilder initiatives = new StringBuilder("id,kind,name,source\n");
        for (int i = 0; i < 3; i++) {
            organizations.append("o").append(i).append(",company,O,paper\n");
            initiatives.append("i").append(i).append(",alliance,I,paper\n");
        }
        Files.writeString(folder.resolve("organizations.csv"), organizations);
        Files.writeString(folder.resolve("initiatives.csv"), initiatives);
        Files.writeString(folder.resolve("financial_reports.csv"), reports());
        Files.writeString(folder.resolve("figures.csv"), figures());
        Files.writeString(folder.resolve("citations.csv"), citations());
        StringBuilder resources = new StringBuilder();
        for (String name : new String[] { "sources", "organizations", "initiatives", "financial_reports", "figures",
                "citations" }) {
            resources.append(",{\"name\": \"").append(name).append("\", \"path\": \"").append(name).append(".csv\"}");
        }
        Files.writeString(folder.resolve("datapackage.json"),
                "{\"name\": \"figures\", \"resources\": [" + resources.substring(1) + "]}");
    }

    private String reports() {
        StringBuilder lines = new StringBuilder("id,organization,fiscal_year,period,revision,source\n");
        for (int i = 0; i < 60; i++) {
            lines.append("r%d,o%d,%d,%s,%d,paper\n".formatted(i, random.nextInt(3), 2019 + random.nextInt(4),
                    any("q1", "fy"), 1 + random.nextInt(2)));
        }
        return lines.toString();
    }

    private String figures() {
        StringBuilder lines = new StringBuilder("id,report,organization,initiative,metric,value,unit,currency,qualifier,as_of,"
                + "horizon,equivalent_amount,equivalent_currency,source,stance\n");
        for (int i = 0; i < FIGURES; i++) {
            int on = random.nextInt(10);
            boolean money = random.nextInt(3) > 0;
            boolean equivalent = money && random.nextBoolean();
            lines.append("f%d,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s\n".formatted(i, on > 1 ? "r" + random.nextInt(60) : "",
                    on == 0 ? "o" + random.nextInt(3) : "", on == 1 ? "i" + random.nextInt(3) : "", any("revenue", "staff"),
                    value(), money ? "money" : "count", money ? any(CURRENCIES) : "", any(QUALIFIERS), any("", "", "2020"),
                    any("", "", "soon"), equivalent ? value() : "", equivalent ? "USD" : "", any("paper", "letter"),
                    any("", "", "", "", "supports", "", "", "contested", "", "disputes")));
        }
        return lines.toString();
    }

    /** Further citations of some figures, of the whole or of a field. */
    private String citations() {
        StringBuilder lines = new StringBuilder("subject,field,source,locator,stance\n");
        for (int i = 0; i < FIGURES; i += 3) {
            lines.append("figure:f%d,%s,%s,page %d,%s\n".formatted(i, any("", "value", "asOf"), any("paper", "letter"), i,
                    any("", "", "", "", "contested", "disputes")));
        }
        return lines.toString();
    }

    /** An awkward one or, so that some fall on a half, one of few digits. */
    private String value() {
        String value = any(VALUES);
        return value.equals("1e0") ? Integer.toString(1 + random.nextInt(400)) : value;
    }

    private String any(String... values) {
        return values[random.nextInt(values.length)];
    }
}
