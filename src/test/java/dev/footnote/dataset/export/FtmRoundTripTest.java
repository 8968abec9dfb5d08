package dev.footnote.dataset.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.footnote.Door;
import dev.footnote.dataset.datapackage.DatasetProblem;
import dev.footnote.dataset.datapackage.DatasetProblems;
import dev.footnote.dataset.importer.OwnDatabase;
import dev.footnote.dataset.output.OutputTarget;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** A FollowTheMoney round trip keeps what the format supports, and reports the rest. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class FtmRoundTripTest {

    private static final String ALL = """
            {
              events { nodes { name kind description date end country place names { nodes { text kind } }
                participations { nodes { role title organization { name } person { name } } }
                citations { nodes { source { title } } } } }
              initiatives { nodes { name kind status started ended country place summary names { nodes { text kind } }
                participations { nodes { role title from to organization { name } person { name } } }
                citations { nodes { source { title } } } } }
              organizations { nodes { name kind country founded website status summary names { nodes { text kind } }
                identifiers { nodes { scheme value } } links { nodes { kind from to target { name } } }
                citations { nodes { source { title } } } } }
              people { nodes { name summary names { nodes { text kind } }
                affiliations { nodes { title kind from to heldOn ended organization { name } } }
                citations { nodes { source { title } } } } }
              sources { nodes { kind title url publisher { name } authors published retrieved } }
            }""";

    @Inject
    DatasetFixture datasets;

    @TempDir
    Path folder;

    @Test
    void entities_survive_a_round_trip() throws IOException, SQLException {
        ExportSummary written = out();
        // which schema or the usual kind says as well
        assertThat(written.losses()).isEqualTo(Map.of("affiliations: kind", 2L, "sources: kind", 1L));
        String before = Door.plain(Door.ask(ALL));
        DatasetProblems problems = datasets.replaceBy(folder.resolve("out.ftm.json")).problems();
        assertThat(problems.warnings().stream().map(DatasetProblem::toString)).isEmpty();
        assertThat(Door.plain(Door.ask(ALL))).isEqualTo(before).contains("\"kind\":\"SUMMIT\"",
                "\"role\":\"HONORARY_DIRECTOR\"");
    }

    @Test
    void lost_values_are_reported_by_name() throws IOException, SQLException {
        write("organizations", "id,kind,name,city,source\nacme,company,Acme,Wuhan,story\nlab,laboratory,Lab,,story\n");
        write("products", "id,kind,name,maker,source\nm,device,Machine,acme,story\n");
        assertThat(out().losses()).containsOnlyKeys("products: whole records", "affiliations: kind",
                "sources: kind");
        assertThat(datasets.replaceBy(folder.resolve("out.ftm.json")).problems().warnings().stream()
                .map(DatasetProblem::toString))
                .containsExactly("out.ftm.json:5: Company.address: One value is left out, because Footnote"
                        + " has no column for it.");
    }

    private ExportSummary out() throws IOException, SQLException {
        write("sources", """
                id,kind,title,url,publisher,authors,published,retrieved
                story,article,A story,https://news.example/story,acme,Ann Author; Bo Author,2019-02,2024-01-02
                record,other,A record,,,,,
                """);
        write("people", "id,name,summary,source\nann,Ann,Teaches,story\nbo,Bo,,record\n");
        kept("organizations", """
                id,kind,name,country,founded,website,status,summary,source
                acme,company,Acme,CN,2010-04,https://acme.example,active,Makes things,story
                lab,laboratory,Lab,,,,inactive,,record
                """);
        write("identifiers", "id,organization,scheme,value,source\nl,acme,lei,LEI1,story\n");
        write("organization_links", "id,organization,kind,target,from,to,source\no,lab,part_of,acme,2012,2014,story\n");
        write("affiliations", """
                id,person,organization,title,kind,from,to,held_on,ended,source
                a,ann,acme,Chair,board,2012-03-01,2014,,true,story
                b,bo,lab,Fellow,staff,,,2013,,record
                """);
        write("initiatives", """
                id,kind,name,status,started,ended,country,place,summary,source
                academy,academy,Academy,active,2018-04-25,,CN,"Hall 3, North",Teaches,story
                line,programme,Line,completed,,2020,,,,story
                """);
        write("events", """
                id,kind,name,description,date,end,country,place,source
                summit,summit,Summit,Talks,2019-01,2019-02,SE,Old Town,record
                """);
        write("names", """
                id,organization,person,initiative,event,text,kind,source
                n1,acme,,,,Ajax,former,story
                n2,,ann,,,Annie,alias,story
                n3,,,academy,,The School,alias,story
                n4,,,,summit,The Talks,alias,story
                """);
        write("participations", """
                id,initiative,organization,person,role,title,from,to,source
                p1,academy,acme,,founder,Founding Member,2018,2020-05,story
                p2,academy,,ann,honorary_director,,,,record
                p3,line,,bo,other,Lead,,,story
                """);
        write("citations", "subject,source\ninitiative:academy,record\n");
        datasets.replaceBy(folder);
        return datasets.export(DatasetFormat.FOLLOW_THE_MONEY, OutputTarget.file(folder.resolve("out.ftm.json"), true));
    }

    /** Writes a file unless it is there. */
    private void kept(String resource, String lines) throws IOException {
        if (!Files.exists(folder.resolve(resource + ".csv"))) {
            write(resource, lines);
        }
    }

    private void write(String resource, String lines) throws IOException {
        Files.writeString(folder.resolve(resource + ".csv"), lines);
    }
}
