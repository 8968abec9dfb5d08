package dev.footnote.dataset.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.function.Supplier;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.footnote.dataset.staging.ProgressListener;
import dev.footnote.domain.initiative.Initiative;
import dev.footnote.domain.organization.Organization;
import dev.footnote.domain.source.Citation;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** An entity that was read before an import does not overwrite the imported record. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class StaleEntitiesTest {

    private static final String CHANGE = "acme,company,Acme";

    @Inject
    DatasetImporter importer;

    @Inject
    EntityManager entities;

    @TempDir
    Path folder;

    @BeforeEach
    void import_a_dataset() {
        importer.take(new SmallDataset().in(folder.resolve("first")), ProgressListener.NONE);
    }

    @Test
    void an_import_raises_the_version_of_a_record_that_it_changes_and_of_no_other() {
        Organization acme = organization("acme");
        Organization lab = organization("lab");
        importer.take(new SmallDataset().change("organizations", CHANGE, CHANGE + " Ltd.").in(folder.resolve("second")),
                ProgressListener.NONE);
        assertThat(organization("acme").name).isEqualTo("Acme Ltd.");
        assertThat(organization("acme").lockVersion).isEqualTo(acme.lockVersion + 1);
        assertThat(organization("lab").lockVersion).isEqualTo(lab.lockVersion);
    }

    @Test
    void a_delta_raises_the_version_of_what_it_changes() {
        Organization acme = organization("acme");
        importer.take(SmallDataset.delta().with("organizations", """
                id,kind,name,source
                acme,company,Acme & Co.,paper
                """).in(folder.resolve("delta")), ProgressListener.NONE);
        assertThat(organization("acme").lockVersion).isEqualTo(acme.lockVersion + 1);
    }

    @Test
    void a_stale_entity_is_refused_after_an_import() {
        Organization stale = organization("acme");
        importer.take(new SmallDataset().change("organizations", CHANGE, CHANGE + " Inc.").in(folder.resolve("second")),
                ProgressListener.NONE);
        stale.name = "Acme of before";
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> entities.merge(stale)))
                .isInstanceOf(OptimisticLockException.class);
        assertThat(organization("acme").name).isEqualTo("Acme Inc.");
    }

    @Test
    void versions_of_links_and_citations_are_raised_as_well() {
        Initiative alliance = read(() -> Initiative.findBySlug("alliance").orElseThrow());
        Citation first = read(() -> Citation.listBySubject(organization("lab")).get(0));
        importer.take(new SmallDataset().change("initiatives", "alliance,alliance,Alliance,,paper",
                "alliance,alliance,Alliance,whole,paper\nwhole,alliance,Whole,,paper")
                .change("organizations", "source,locator", "source,locator,note")
                .change("organizations", "paper,page 1", "paper,page 1,")
                .change("organizations", ",,,,paper,", ",,,,paper,,as printed").in(folder.resolve("second")),
                ProgressListener.NONE);
        assertThat(read(() -> Initiative.findBySlug("alliance").orElseThrow()).lockVersion)
                .isGreaterThan(alliance.lockVersion);
        Citation noted = read(() -> Citation.listBySubject(organization("lab")).get(0));
        assertThat(noted.note).isEqualTo("as printed");
        assertThat(noted.lockVersion).isEqualTo(first.lockVersion + 1);
    }

    @Test
    void the_row_of_the_dataset_stays_the_same_and_its_version_is_raised() {
        Dataset before = read(() -> Dataset.findOnly().orElseThrow());
        assertThat(before.slug).isEqualTo("small");
        importer.take(new SmallDataset().without("identifiers").in(folder.resolve("second")), ProgressListener.NONE);
        Dataset after = read(() -> Dataset.findOnly().orElseThrow());
        assertThat(after.fingerprint).isNotEqualTo(before.fingerprint);
        assertThat(after.lockVersion).isGreaterThan(before.lockVersion);
        assertThat(read(() -> Dataset.count())).isEqualTo(1);
    }

    private static Organization organization(String slug) {
        return read(() -> Organization.findBySlug(slug).orElseThrow());
    }

    private static <T> T read(Supplier<T> work) {
        return QuarkusTransaction.requiringNew().call(work::get);
    }
}
