package dev.blackstart.door.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.blackstart.door.http.Needs;
import dev.blackstart.door.http.Open;
import dev.blackstart.service.Scope;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The table of routes is closed: methods, table and page say the same, and no method of any door
/// is without a guard.
class RoutesTest {
    private static final Set<String> VERBS =
            Set.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS");

    private static List<JavaMethod> methods(String packageName) {
        List<JavaMethod> methods = new ArrayList<>();
        for (JavaClass type :
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(packageName)) {
            type.getMethods().stream().filter(it -> verb(it).isPresent()).forEach(methods::add);
        }
        return methods;
    }

    private static Optional<String> verb(JavaMethod method) {
        return method.getAnnotations().stream()
                .filter(it -> it.getRawType().isAnnotatedWith(HttpMethod.class))
                .map(it -> it.getRawType().getSimpleName())
                .findFirst();
    }

    private static String line(JavaMethod method) {
        String path =
                method.getOwner().getAnnotationOfType(Path.class).value()
                        + method.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
        String scope =
                method.tryGetAnnotationOfType(Needs.class)
                        .map(it -> it.value().word())
                        .orElse("none");
        return verb(method).orElseThrow() + " " + path + " " + scope;
    }

    private static Set<String> table() {
        TreeSet<String> lines = new TreeSet<>();
        for (Route route : Routes.ALL) {
            lines.add(
                    route.method()
                            + " "
                            + route.path()
                            + " "
                            + route.scope().map(Scope::word).orElse("none"));
        }
        return lines;
    }

    @Test
    void methodsAndTableSayTheSame() {
        TreeSet<String> methods = new TreeSet<>();
        methods("dev.blackstart.door.rest").forEach(method -> methods.add(line(method)));

        assertThat(methods).isEqualTo(table()).hasSizeGreaterThan(20);
    }

    @Test
    void noMethodOfAnyDoorIsWithoutAGuard() {
        List<JavaMethod> all = methods("dev.blackstart.door");

        assertThat(all).hasSizeGreaterThan(20);
        assertThat(all)
                .allMatch(it -> VERBS.contains(verb(it).orElseThrow()))
                .allMatch(it -> it.isAnnotatedWith(Needs.class) != it.isAnnotatedWith(Open.class));
    }

    @Test
    void thePageHasTheTable() throws IOException {
        TreeSet<String> rows = new TreeSet<>();
        Pattern row = Pattern.compile("\\| (GET|POST) \\| (/\\S+) \\| (\\w+) \\|");
        row.matcher(Files.readString(java.nio.file.Path.of("src/site/markdown/service.md")))
                .results()
                .forEach(it -> rows.add(it.group(1) + " " + it.group(2) + " " + it.group(3)));

        assertThat(rows).isEqualTo(table());
    }

    @Test
    void everyBodyOfTheTableIsOneThatTheApiTakes() {
        assertThat(Routes.ALL)
                .allMatch(route -> route.body().isEmpty() || route.posts())
                .allMatch(route -> !route.says().isBlank() && route.says().matches(".*[.?]"));
    }
}
