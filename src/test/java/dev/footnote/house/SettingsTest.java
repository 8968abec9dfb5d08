package dev.footnote.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** The documents list every setting with its default and its reason, as the code has them. */
class SettingsTest {

    private static final Path TABLE = Path.of("docs/configuration.md");
    private static final String HEAD = "| Key | Default | Meaning |\n|---|---|---|\n";
    private static final Pattern ROW = Pattern.compile("^\\| `(footnote\\.[a-z.-]+)` \\| `([^`]+)` \\|", Pattern.MULTILINE);

    /** @param meaning the javadoc of its method */
    private record Setting(String key, Optional<String> defaultValue, String meaning) {

        String row() {
            return "| `" + key + "` | " + defaultValue.map(value -> "`" + value + "`").orElse("none") + " | " + meaning
                    + " |\n";
        }
    }

    @Test
    void the_table_of_the_settings_is_that_of_the_code() throws IOException {
        String table = HEAD + settings().values().stream().map(Setting::row).collect(Collectors.joining());
        String page = Files.readString(TABLE);
        String expected = page.substring(0, page.indexOf(HEAD)) + table;
        if ("write".equals(System.getProperty("schema"))) {
            Files.writeString(TABLE, expected);
        } else {
            assertThat(page).as("Settings have changed. Write the table anew: ./mvnw test -Dschema=write -Dtest=SettingsTest")
                    .isEqualTo(expected);
        }
    }

    @Test
    void other_documents_state_the_same_defaults() throws IOException {
        Map<String, Setting> settings = settings();
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            for (Path page : docs.filter(file -> file.toString().endsWith(".md")).toList()) {
                ROW.matcher(Files.readString(page)).results()
                        .forEach(row -> assertThat(settings.get(row.group(1)).defaultValue())
                                .as(page + ": " + row.group(1)).contains(row.group(2)));
            }
        }
    }

    /** All settings by key. */
    private static Map<String, Setting> settings() throws IOException {
        Properties shipped = new Properties();
        shipped.load(Files.newBufferedReader(Path.of("src/main/resources/application.properties")));
        Map<String, Setting> settings = new TreeMap<>();
        for (JavaClass one : new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.footnote")) {
            if (one.isAnnotatedWith(ConfigMapping.class)) {
                Class<?> mapping = one.reflect();
                String source = Files
                        .readString(Path.of("src/main/java", mapping.getName().replace('.', '/') + ".java"));
                for (Method method : mapping.getDeclaredMethods()) {
                    String key = key(mapping, method);
                    WithDefault annotated = method.getAnnotation(WithDefault.class);
                    Optional<String> value = Optional.ofNullable(annotated).map(WithDefault::value)
                            .or(() -> Optional.ofNullable(shipped.getProperty(key)));
                    settings.put(key, new Setting(key, value, meaning(source, method)));
                }
            }
        }
        assertThat(settings).hasSizeGreaterThan(30);
        return settings;
    }

    private static String key(Class<?> mapping, Method method) {
        WithName name = method.getAnnotation(WithName.class);
        return mapping.getAnnotation(ConfigMapping.class).prefix() + "."
                + (name == null ? method.getName().replaceAll("([A-Z])", "-$1").toLowerCase() : name.value());
    }

    private static String meaning(String source, Method method) {
        Matcher doc = Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/(?:(?!/\\*\\*)[^;])*? " + method.getName() + "\\(\\);",
                Pattern.DOTALL).matcher(source);
        assertThat(doc.find()).as("Write a javadoc with the reason at " + method).isTrue();
        return doc.group(1).replaceAll("\\s*\\n\\s*\\*\\s?", " ").replaceAll("\\{@code ([^}]*)}", "`$1`").strip()
                .replaceAll("\\s+", " ");
    }
}
