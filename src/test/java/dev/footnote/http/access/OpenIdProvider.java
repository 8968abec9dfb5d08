package dev.footnote.http.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.footnote.Door;

/** A real OpenID provider in a process of its own, the package oidc-provider of npm. */
final class OpenIdProvider implements AutoCloseable {

    private static final Path SOURCE = Path.of("src/test/node/openid");
    private static final Path FOLDER = Path.of("target/openid");

    private final Process process;
    private final String address;

    OpenIdProvider(int port) throws IOException, InterruptedException {
        install();
        address = "http://localhost:" + port;
        process = start(List.of("node", "provider.js", Integer.toString(port)));
        BufferedReader lines = process.inputReader();
        String line = lines.readLine();
        while (line != null && !line.equals("ready")) {
            line = lines.readLine();
        }
        assertThat(line).as("the provider has started").isNotNull();
    }

    /** Whether npm is there, which brings the provider. */
    static boolean isInstallable() {
        try {
            return new ProcessBuilder("npm", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Installs the versions that the lock file names, with its checksums, and runs no scripts of packages. */
    private static void install() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        for (String file : List.of("package.json", "package-lock.json", "provider.js")) {
            Files.copy(SOURCE.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.exists(FOLDER.resolve("node_modules"))) {
            Process npm = start(List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
            String told = new String(npm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(npm.waitFor()).as(told).isZero();
        }
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true).start();
    }

    /** An access token for a client, which may be used at an application. */
    String token(String client, String audience) throws IOException, InterruptedException {
        String body = "grant_type=client_credentials&resource="
                + URLEncoder.encode("http://localhost/" + audience, StandardCharsets.UTF_8);
        HttpResponse<String> response = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(address + "/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString((client + ":secret").getBytes()))
                .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
        return Door.tree(response.body()).get("access_token").asText();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor(10, TimeUnit.SECONDS);
    }
}
