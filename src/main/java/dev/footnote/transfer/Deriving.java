package dev.footnote.transfer;

import java.util.List;

import org.hibernate.StatelessSession;
import org.jboss.logging.Logger;

/** Has made anew what follows from the records, where it is of another dataset or was made by another release. */
final class Deriving {

    private static final Logger LOG = Logger.getLogger(Deriving.class);

    private final List<Derived> all;
    private final StatelessSession session;

    Deriving(List<Derived> all, StatelessSession session) {
        this.all = all;
        this.session = session;
    }

    /** @return whether anything was made */
    boolean run(Dataset dataset) {
        boolean made = false;
        for (Derived derived : all) {
            String version = derived.version() + " of " + dataset.fingerprint;
            if (!version.equals(version(derived))) {
                make(derived, version);
                made = true;
            }
        }
        return made;
    }

    /** @return null when it was never made */
    private String version(Derived derived) {
        return session.createNativeQuery("SELECT version FROM derivation WHERE name = :name", String.class)
                .setParameter("name", derived.name()).getSingleResultOrNull();
    }

    private void make(Derived derived, String version) {
        long begun = System.nanoTime();
        derived.derive(session);
        session.createNativeMutationQuery("DELETE FROM derivation WHERE name = :name")
                .setParameter("name", derived.name()).executeUpdate();
        session.createNativeMutationQuery("INSERT INTO derivation (name, version) VALUES (:name, :version)")
                .setParameter("name", derived.name()).setParameter("version", version).executeUpdate();
        LOG.infof("Derived %s in %,d ms", derived.name(), (System.nanoTime() - begun) / 1_000_000);
    }
}
