package dev.footnote.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** What the documents say of settings is so. */
class SettingsTest {

    private static final Pattern ROW = Pattern.compile("^\\| `(footnote\\.[a-z.-]+)` \\| `([^`]+)` \\|", Pattern.MULTILINE);

    @Test
    void a_setting_is_usually_what_the_documents_say() throws IOException {
        Map<String, String> defaults = defaults();
        String pages = pages();
        Map<String, String> told = ROW.matcher(pages).results()
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2), (one, other) -> one));
        assertThat(told).hasSizeGreaterThan(20);
        told.forEach((key, value) -> assertThat(defaults).as(key).containsEntry(key, value));
    }

    @Test
    void every_setting_is_told_of() throws IOException {
        String pages = pages();
        assertThat(defaults().keySet()).hasSizeGreaterThan(30)
                .allSatisfy(key -> assertThat(pages).contains("`" + key));
    }

    private static String pages() throws IOException {
        return Files.readString(Path.of("docs/operations.md")) + Files.readString(Path.of("docs/export.md"))
                + Files.readString(Path.of("docs/documents.md")) + Files.readString(Path.of("docs/security.md"))
                + Files.readString(Path.of("docs/architecture.md")) + Files.readString(Path.of("docs/postgresql.md"));
    }

    /** By key, empty where there is none. */
    private static Map<String, String> defaults() {
        Map<String, String> defaults = new TreeMap<>();
        for (JavaClass one : new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.footnote")) {
            if (one.isAnnotatedWith(ConfigMapping.class)) {
                Class<?> mapping = one.reflect();
                String prefix = mapping.getAnnotation(ConfigMapping.class).prefix();
                for (Method method : mapping.getDeclaredMethods()) {
                    WithName name = method.getAnnotation(WithName.class);
                    String key = name == null ? method.getName().replaceAll("([A-Z])", "-$1").toLowerCase() : name.value();
                    WithDefault defaultValue = method.getAnnotation(WithDefault.class);
                    defaults.put(prefix + "." + key, defaultValue == null ? "" : defaultValue.value());
                }
            }
        }
        return defaults;
    }
}
