package dev.footnote.house;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The program does not depend on the language, the character set or the system of the machine. */
class PortabilityTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.footnote");

    /** Methods and constructors that have a variant with a locale or a character set. */
    private static final Set<String> VARIANTS = Set.of("java.lang.String.toLowerCase", "java.lang.String.toUpperCase",
            "java.lang.String.format", "java.lang.String.getBytes", "java.lang.String.<init>",
            "java.util.Formatter.<init>", "java.util.Scanner.<init>", "java.time.format.DateTimeFormatter.ofPattern",
            "java.io.InputStreamReader.<init>", "java.io.OutputStreamWriter.<init>", "java.io.FileReader.<init>",
            "java.io.FileWriter.<init>", "java.io.PrintStream.<init>", "java.io.PrintWriter.printf",
            "java.io.PrintWriter.format", "java.io.PrintStream.printf", "java.io.ByteArrayOutputStream.toString",
            "java.text.NumberFormat.getInstance", "java.text.MessageFormat.<init>", "java.net.URLEncoder.encode",
            "java.net.URLDecoder.decode", "java.util.zip.ZipFile.<init>");

    /** What such a method needs no locale or character set for. */
    private static final Set<String> HARMLESS = Set.of("java.lang.String.<init>(char[])",
            "java.lang.String.<init>(int[], int, int)",
            "java.lang.String.<init>(char[], int, int)", "java.lang.String.<init>(java.lang.String)",
            "java.util.zip.ZipFile.<init>(java.io.File)"); // which reads names as UTF-8

    private static final Set<String> DEFAULTS = Set.of("java.util.Locale.getDefault", "java.nio.charset.Charset.defaultCharset",
            "java.time.ZoneId.systemDefault", "java.util.TimeZone.getDefault");

    private static final Pattern NUMBER = Pattern.compile("%(\\d+\\$)?[-,0+( ]*\\d*(\\.\\d+)?[dfegxXt]\\b");

    @Test
    void nothing_depends_on_the_language_or_the_character_set_of_the_machine() {
        noClasses().should().callCodeUnitWhere(target(new DescribedPredicate<CodeUnitCallTarget>("use a default") {
            @Override
            public boolean test(CodeUnitCallTarget called) {
                String method = called.getOwner().getName() + "." + called.getName();
                return DEFAULTS.contains(method) || VARIANTS.contains(method) && !says(called)
                        && !HARMLESS.contains(called.getFullName().replace(",", ", ").replaceAll(" +", " "));
            }
        })).because("Turkish has another lower case of I, Arabic other digits, and Windows another character set")
                .check(CLASSES);
    }

    private static boolean says(CodeUnitCallTarget called) {
        List<String> types = called.getRawParameterTypes().stream().map(JavaClass::getName).toList();
        return Stream.of(Locale.class, Charset.class, CharsetDecoder.class).anyMatch(one -> types.contains(one.getName()));
    }

    @Test
    void numbers_are_formatted_with_an_explicit_locale() {
        assertThat(Sources.files(Sources.MAIN)).allSatisfy(file -> {
            String text = Sources.lines(file).stream().filter(line -> !line.strip().startsWith("//"))
                    .collect(Collectors.joining("\n"));
            assertThat(Arrays.stream(text.split(";\\s*\n"))
                    .filter(statement -> statement.contains("formatted(") && NUMBER.matcher(statement).find()
                            && !LOCAL.matcher(statement).find()))
                    .as(file + ": formatted() writes numbers in the digits of the machine's language. Use %s, or"
                            + " String.format(Locale.ROOT, ...)")
                    .isEmpty();
        });
    }

    /** What says a locale; and the log, which may be in the language of who runs the server. */
    private static final Pattern LOCAL = Pattern.compile("Locale\\.|\\bLOG\\b|\\bdigits\\(");

    @Test
    void a_file_is_unmapped_before_it_is_deleted() {
        noClasses().that().doNotHaveFullyQualifiedName("dev.footnote.dataset.ftm.OnDiskHashIndex").should()
                .callCodeUnitWhere(target(name("map")).and(target(new DescribedPredicate<>("of a file") {
                    @Override
                    public boolean test(CodeUnitCallTarget called) {
                        return called.getOwner().getName().equals("java.nio.channels.FileChannel");
                    }
                }))).because("Windows deletes no file that is mapped, and only the ledger unmaps what it mapped")
                .check(CLASSES);
    }
}
