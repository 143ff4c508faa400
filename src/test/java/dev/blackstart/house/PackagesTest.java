package dev.blackstart.house;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The table of packages as sentences about the compiled classes.
class PackagesTest {
    @Test
    void everyPackageHasARoom() {
        var homeless = new TreeSet<String>();
        for (JavaClass type : Built.CLASSES) {
            String name = type.getPackageName();
            if (!name.equals(Room.ROOT) && Room.of(name).isEmpty()) {
                homeless.add(name);
            }
        }
        assertThat(homeless).as("packages that are not in Room.ALL and README.md").isEmpty();
    }

    @Test
    void packagesUseOnlyWhatIsToTheirLeft() {
        assertThat(Built.dependencies(PackagesTest::againstTheOrder)).isEmpty();
    }

    private static boolean againstTheOrder(Dependency dependency) {
        Optional<Room> from = Room.of(dependency.getOriginClass().getPackageName());
        Optional<Room> to = Room.of(Built.target(dependency).getPackageName());
        return from.isPresent() && to.isPresent() && !from.get().mayUse(to.get());
    }

    @Test
    void nobodyUsesTheRoot() {
        assertThat(
                        Built.dependencies(dependency ->
                                Built.target(dependency).getPackageName().equals(Room.ROOT)
                                        && !dependency
                                                .getOriginClass()
                                                .getPackageName()
                                                .equals(Room.ROOT)))
                .isEmpty();
    }

    @Test
    void roomsAreListedInTheirOrder() {
        var before = new TreeSet<String>();
        for (Room room : Room.ALL) {
            assertThat(before).as("rooms before " + room.name()).containsAll(room.uses());
            before.add(room.name());
        }
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching(Room.ROOT + ".(**)").should().beFreeOfCycles().check(Built.CLASSES);
    }

    @Test
    void eachLibraryLivesInOneRoom() {
        assertThat(Built.dependencies(PackagesTest::libraryAwayFromHome)).isEmpty();
    }

    private static boolean libraryAwayFromHome(Dependency dependency) {
        Optional<Library> library = Library.of(Built.target(dependency).getName());
        return library.isPresent()
                && Room.of(dependency.getOriginClass().getPackageName())
                        .filter(room -> room.libraries().contains(library.get()))
                        .isEmpty();
    }

    @Test
    void noLibraryIsUsedWithoutAnEntry() {
        List<String> known = List.of("java.", "javax.", "org.jspecify.", Room.ROOT + ".");
        assertThat(
                        Built.dependencies(dependency -> {
                            JavaClass target = Built.target(dependency);
                            return !target.isPrimitive()
                                    && known.stream().noneMatch(target.getName()::startsWith)
                                    && Library.of(target.getName()).isEmpty()
                                    && !quarkusInTheRoot(dependency);
                        }))
                .as("libraries that are not in Library")
                .isEmpty();
    }

    private static boolean quarkusInTheRoot(Dependency dependency) {
        String origin = dependency.getOriginClass().getPackageName();
        return Built.target(dependency).getName().startsWith("io.quarkus.")
                && (origin.equals(Room.ROOT) || origin.startsWith(Room.ROOT + ".door.http"));
    }

    @Test
    void theDomainKnowsNeitherDiskNorNetworkNorThreadsNorClock() {
        List<String> impure =
                List.of(
                        "java.io.",
                        "java.net.",
                        "java.nio.file.",
                        "java.nio.channels.",
                        "java.util.concurrent.",
                        "java.lang.Thread",
                        "java.lang.Process",
                        "java.time.Clock",
                        "javax.");
        Set<String> harmless = Set.of("java.io.Serializable");
        assertThat(
                        Built.dependencies(dependency ->
                                inDomain(dependency.getOriginClass())
                                        && impure.stream()
                                                .anyMatch(
                                                        Built.target(dependency).getName()
                                                                ::startsWith)
                                        && !harmless.contains(Built.target(dependency).getName())))
                .isEmpty();
    }

    private static boolean inDomain(JavaClass type) {
        return Room.of(type.getPackageName())
                .filter(room -> Room.PURE.contains(room.name()))
                .isPresent();
    }
}
