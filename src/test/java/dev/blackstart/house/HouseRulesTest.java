package dev.blackstart.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;

/// The house rules that a look at the source decides.
class HouseRulesTest {
    private static final Pattern BAD_NAME =
            Pattern.compile(".*(Impl|Utils?|Helpers?|Managers?)|Utils?.*|Common.*");
    private static final Set<String> CONTRACTS =
            Set.of("inventory", "runbook", "run", "journal", "transport", "engine");

    private final List<Source> main = Source.below(Source.MAIN);

    @Test
    void classesAreNamedByWhatTheyKnow() {
        var bad = new ArrayList<String>();
        for (Source source : main) {
            for (Tree type : source.tree().getTypeDecls()) {
                if (type instanceof ClassTree declared
                        && BAD_NAME.matcher(declared.getSimpleName()).matches()) {
                    bad.add(source.at(declared) + " " + declared.getSimpleName());
                }
            }
        }
        assertThat(bad).as("a class is named by what it knows").isEmpty();
    }

    @Test
    void noPackageIsADrawerForAnything() {
        assertThat(main)
                .as("packages are named by what lives there")
                .noneMatch(source ->
                        source.packageName()
                                .matches(".*\\.(common|utils?|helpers?|misc|impl)(\\..*)?"));
    }

    @Test
    void everyPackageIsNullMarkedAndSaysWhatLivesThere() {
        var packages = new TreeSet<String>();
        var described = new TreeSet<String>();
        for (Source source : main) {
            packages.add(source.packageName());
            String text = String.join("\n", source.lines());
            if (source.fileName().equals("package-info.java")
                    && text.startsWith("///")
                    && text.contains("@NullMarked")) {
                described.add(source.packageName());
            }
        }
        assertThat(described)
                .as("packages with a package-info that begins with /// and has @NullMarked")
                .isEqualTo(packages);
    }

    @Test
    void typesThatOthersUseAreDocumented() {
        var undocumented = new ArrayList<String>();
        for (Source source : main) {
            boolean contract =
                    CONTRACTS.stream()
                            .anyMatch(name -> source.packageName().equals(Room.ROOT + "." + name));
            for (Tree type : source.tree().getTypeDecls()) {
                if (contract
                        && type instanceof ClassTree declared
                        && declared.getModifiers().getFlags().contains(Modifier.PUBLIC)
                        && !source.documented(declared)) {
                    undocumented.add(source.at(declared) + " " + declared.getSimpleName());
                }
            }
        }
        assertThat(undocumented).as("public types of a contract without a /// comment").isEmpty();
    }
}
