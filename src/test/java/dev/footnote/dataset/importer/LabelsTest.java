package dev.footnote.dataset.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.footnote.Door;
import dev.footnote.dataset.staging.ProgressListener;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** The labels of records. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class LabelsTest {

    private static final Map<String, String> LABELS = Map.ofEntries(Map.entry("organization:acme", "Acme"),
            Map.entry("person:ann", "Ann"), Map.entry("source:paper", "A paper"),
            Map.entry("affiliation:ann-lab", "Ann, Head (Lab)"), Map.entry("affiliation:ann-free", "Ann, Writer"),
            Map.entry("participation:acme-alliance", "Acme, founder in Alliance"),
            Map.entry("participation:ann-alliance", "Ann, funder in Alliance"),
            Map.entry("identifier:acme-q", "WIKIDATA Q1 of Acme"),
            Map.entry("organization_link:lab-acme", "Lab, part of Acme"),
            Map.entry("organization_link:acme-lab", "Acme, related to Lab"),
            Map.entry("name:acme-alias", "ACME Inc., another name of Acme"),
            Map.entry("financial_report:q1", "Acme, Q1 2023"),
            Map.entry("financial_report:half", "Acme, nine months 2023, revision 2"),
            Map.entry("figure:revenue", "Acme, Q1 2023: revenue about 59.5 CNY"),
            Map.entry("figure:margin", "Acme, nine months 2023, revision 2: margin 19.5 percent"),
            Map.entry("figure:staff", "Lab: staff more than 1000"));

    @Inject
    DatasetImporter importer;

    @TempDir
    Path folder;

    @Test
    void every_record_has_a_label_that_says_what_it_is() {
        importer.take(new SmallDataset().with("affiliations", """
                id,person,organization,title,kind,source
                ann-lab,ann,lab,Head,executive,paper
                ann-free,ann,,Writer,other,paper
                """).with("participations", """
                id,initiative,organization,person,role,source
                acme-alliance,alliance,acme,,founder,paper
                ann-alliance,alliance,,ann,funder,paper
                """).with("organization_links", """
                id,organization,kind,target,source
                lab-acme,lab,part_of,acme,paper
                acme-lab,acme,related,lab,paper
                """).with("names", """
                id,organization,text,kind,source
                acme-alias,acme,ACME Inc.,alias,paper
                """).with("financial_reports", """
                id,organization,fiscal_year,period,revision,source
                q1,acme,2023,q1,1,paper
                half,acme,2023,nine_months,2,paper
                """).with("figures", """
                id,report,organization,metric,value,unit,currency,qualifier,source
                revenue,q1,,revenue,59.50,money,CNY,about,paper
                margin,half,,margin,19.5,percent,,exact,paper
                staff,,lab,staff,1000,count,,more_than,paper
                """).in(folder), ProgressListener.NONE);
        LABELS.forEach((id, label) -> assertThat(Door.data("{ node(id: \"" + id + "\") { label } }").at("/node/label").asText())
                .as(id).isEqualTo(label));
        assertThat(
                Door.data("{ citations(first: 1, filter: {locator: {eq: \"page 1\"}}) { nodes { label subject { label } } } }")
                        .at("/citations/nodes/0").toString())
                .isEqualTo("{\"label\":\"A paper, page 1\",\"subject\":{\"label\":\"Acme\"}}");
        assertThat(
                Door.data("{ search(query: \"acme\") { nodes { node { label } } } }").at("/search/nodes/0/node/label").asText())
                .isEqualTo("Acme");
        assertThat(Door.data("{ dataset { label } }").at("/dataset/label").asText()).isNotBlank();
    }
}
