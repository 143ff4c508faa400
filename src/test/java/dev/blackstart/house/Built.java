package dev.blackstart.house;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.blackstart.Main;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

/// The compiled classes of the product, without its tests.
final class Built {
    static final JavaClasses CLASSES = new ClassFileImporter().importPath(folder());

    private Built() {}

    private static Path folder() {
        try {
            return Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /// One line per offending pair of classes, however often the one names the other.
    static List<String> dependencies(Predicate<Dependency> offending) {
        var lines = new TreeSet<String>();
        for (JavaClass origin : CLASSES) {
            origin.getDirectDependenciesFromSelf().stream()
                    .filter(offending)
                    .forEach(dependency ->
                            lines.add(origin.getName() + " uses " + target(dependency).getName()));
        }
        return List.copyOf(lines);
    }

    static JavaClass target(Dependency dependency) {
        return dependency.getTargetClass().getBaseComponentType();
    }
}
