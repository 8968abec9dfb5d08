package dev.footnote.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import dev.footnote.dataset.datapackage.DatasetProblem;
import dev.footnote.dataset.datapackage.InvalidDatasetException;
import io.quarkus.runtime.QuarkusBindException;

/** Startup failures are reported with the messages that the README quotes. */
class ExitResultTest {

    @Test
    void the_readme_quotes_what_is_printed() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String port = ExitResult
                .of(new IllegalStateException(new QuarkusBindException("0.0.0.0", 8080, new BindException("in use"))))
                .sentence();
        assertThat(port).isEqualTo("Another program has port 8080. Choose another with --port.");
        assertThat(ExitResult.of(new IllegalStateException(new BindException("in use"))).sentence())
                .isEqualTo("Another program has the management port. Choose another with --management-port.");
        assertThat(readme).contains("**\"" + port.substring(0, port.indexOf('.')) + "\"?**");
        String broken = new InvalidDatasetException(new DatasetProblem("people.csv", 2, 1, "Wrong.")).getMessage();
        assertThat(broken.lines().findFirst()).hasValue("The dataset has one fault; nothing was imported.");
        assertThat(readme).contains("**\"The dataset has 4 faults; nothing was imported\"?**");
    }
}
