package dev.footnote.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.footnote.http.Management;
import io.quarkus.test.junit.QuarkusTest;

/** The deployment files match the application: probes, names, and no root user. */
@QuarkusTest
class DeployTest {

    private static final Path FOLDER = Path.of("deploy/kubernetes");

    @Test
    void every_probe_is_answered() throws IOException {
        JsonNode container = one("Deployment").at("/spec/template/spec/containers/0");
        assertThat(container.at("/ports/0/containerPort").asInt()).isEqualTo(8080);
        assertThat(container.at("/ports/1/containerPort").asInt()).isEqualTo(9000);
        // because probes come from outside the pod
        assertThat(one("ConfigMap").at("/data/QUARKUS_MANAGEMENT_HOST").asText()).isEqualTo("0.0.0.0");
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            String path = container.at("/" + probe + "/httpGet/path").asText();
            assertThat(container.at("/" + probe + "/httpGet/port").asText()).isEqualTo("management");
            Management.given().get(path).then().statusCode(200);
        }
        assertThat(Files.readString(Path.of("deploy/Dockerfile"))).contains("GET /q/health/ready ");
    }

    @Test
    void nobody_but_the_node_reaches_the_management_port() throws IOException {
        assertThat(one("Service").at("/spec/ports").findValuesAsText("targetPort")).containsExactly("http");
        assertThat(one("NetworkPolicy").at("/spec/ingress/0/ports").findValuesAsText("port")).containsExactly("8080");
        assertThat(Files.readString(Path.of("deploy/Dockerfile"))).doesNotContain("EXPOSE 9000");
    }

    @Test
    void the_parts_name_each_other() throws IOException {
        JsonNode deployment = one("Deployment");
        JsonNode labels = deployment.at("/spec/template/metadata/labels");
        assertThat(deployment.at("/spec/selector/matchLabels")).isEqualTo(labels);
        assertThat(one("Service").at("/spec/selector")).isEqualTo(labels);
        assertThat(one("PodDisruptionBudget").at("/spec/selector/matchLabels")).isEqualTo(labels);
        assertThat(one("NetworkPolicy").at("/spec/podSelector/matchLabels")).isEqualTo(labels);
        assertThat(one("HorizontalPodAutoscaler").at("/spec/scaleTargetRef/name")).isEqualTo(deployment.at("/metadata/name"));
        assertThat(deployment.at("/spec/replicas").isMissingNode()).as("how many there are is for the autoscaler to say")
                .isTrue();
        JsonNode container = deployment.at("/spec/template/spec/containers/0");
        assertThat(container.at("/envFrom/0/configMapRef/name")).isEqualTo(one("ConfigMap").at("/metadata/name"));
        assertThat(one("Job").at("/spec/template/spec/containers/0/env")).isEqualTo(container.at("/env"));
    }

    @Test
    void containers_do_not_run_as_root_and_write_only_to_volumes() throws IOException {
        String user = instruction("USER").replaceAll(":.*", "");
        for (String kind : List.of("Deployment", "Job")) {
            JsonNode pod = one(kind).at("/spec/template/spec");
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(pod.at("/securityContext/runAsUser").asText()).isEqualTo(user);
            JsonNode container = pod.at("/containers/0");
            assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean()).isTrue();
            assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true)).isFalse();
            assertThat(container.at("/securityContext/capabilities/drop/0").asText()).isEqualTo("ALL");
            assertThat(container.at("/resources/limits/memory").asText()).isNotEmpty();
            assertThat(pod.at("/volumes").findValuesAsText("name"))
                    .containsExactlyElementsOf(container.at("/volumeMounts").findValuesAsText("name"));
        }
    }

    @Test
    void the_image_that_is_made_without_docker_is_the_same() throws IOException {
        assertThat(property("quarkus.jib.base-jvm-image")).isEqualTo(instruction("FROM"));
        assertThat(property("quarkus.jib.user")).isEqualTo(instruction("USER"));
        assertThat(property("quarkus.jib.ports")).isEqualTo(instruction("EXPOSE"));
        assertThat(property("quarkus.jib.jvm-entrypoint").split(","))
                .isEqualTo(new ObjectMapper().readValue(instruction("ENTRYPOINT"), String[].class));
    }

    private static String property(String name) throws IOException {
        return Files.readString(Path.of("pom.xml")).split("</?" + name + ">")[1];
    }

    private static String instruction(String name) throws IOException {
        return Files.readString(Path.of("deploy/Dockerfile")).lines().filter(line -> line.startsWith(name + " "))
                .findFirst()
                .orElseThrow().substring(name.length() + 1);
    }

    private static JsonNode one(String kind) throws IOException {
        List<JsonNode> found = new ArrayList<>();
        for (String file : List.of("footnote.yaml", "import.yaml")) {
            for (Object part : new Yaml(new SafeConstructor(new LoaderOptions()))
                    .loadAll(Files.readString(FOLDER.resolve(file)))) {
                JsonNode object = new ObjectMapper().valueToTree((Map<?, ?>) part);
                if (object.path("kind").asText().equals(kind)) {
                    found.add(object);
                }
            }
        }
        assertThat(found).as(kind).hasSize(1);
        return found.get(0);
    }
}
