package dev.blackstart.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The launcher in a house of its own, with a JDK and a Maven that only tell what they were asked.
class LauncherTest {
    private static final String JAVA =
            """
            #!/bin/sh
            for word; do echo "<$word>"; done
            """;
    private static final String MAVEN =
            """
            #!/bin/sh
            if [ "$1" = -v ]; then echo 'Apache Maven 3.9.9 (x)'; exit; fi
            echo "built with $JAVA_HOME" >> "%1$s/builds"
            if [ -e "%1$s/break" ]; then echo 'ERROR: Main.java:3 is wrong'; exit 1; fi
            mkdir -p target/quarkus-app/app target/quarkus-app/lib/main target/quarkus-app/lib/boot
            : > target/quarkus-app/quarkus-run.jar
            : > target/quarkus-app/app/blackstart.jar
            : > target/quarkus-app/lib/main/a.jar
            : > target/quarkus-app/lib/boot/b.jar
            """;

    @TempDir Path temp;
    private Path house;

    @BeforeEach
    void layOut() throws IOException {
        temp = temp.toRealPath();
        house = Files.createDirectories(temp.resolve("the house"));
        Files.copy(Path.of("blackstart"), house.resolve("blackstart"));
        executable(house.resolve("blackstart"));
        write(house.resolve("pom.xml"), "<project/>");
        write(house.resolve("src/main/java/Main.java"), "class Main {}");
        write(temp.resolve("jdk/release"), "JAVA_VERSION_DATE=\"x\"\nJAVA_VERSION=\"25.0.3\"\n");
        executable(write(temp.resolve("jdk/bin/java"), JAVA));
        executable(write(temp.resolve("jdk/bin/javac"), JAVA));
        executable(write(temp.resolve("maven/bin/mvn"), MAVEN.formatted(temp)));
    }

    @Test
    void buildsOnceAndThenStartsJavaWithTheArgumentsAsTheyAre() throws Exception {
        Launched first = launch("run", "two words", "");
        assertThat(first.output()).contains("blackstart: building", "<run>\n<two words>\n<>\n");
        Launched second = launch("list");
        assertThat(second.output())
                .doesNotContain("building")
                .contains("<-Dblackstart.home=" + house + ">")
                .contains("app/blackstart.jar:" + house + "/target/quarkus-app/lib/main/a.jar:")
                .endsWith("<dev.blackstart.Main>\n<list>\n");
        assertThat(builds()).hasSize(1);
    }

    /// Else it would be written to /tmp at each start, where many machines let nothing be executed.
    @Test
    void takesTheLibraryOfSqliteOutOfItsJarOnce() throws Exception {
        executable(
                write(
                        temp.resolve("jdk/bin/jar"),
                        "#!/bin/sh\nmkdir -p \"${3%/*}\" && echo \"$2\" > \"$3\"\n"));
        String start = launch("list").output();
        Path there = house.resolve("target/quarkus-app/native");
        assertThat(start).contains("<-Dorg.sqlite.lib.path=" + there + ">");
        assertThat(there).isDirectoryContaining("glob:**/libsqlitejdbc.so");
    }

    @Test
    void buildsAgainWhenASourceIsNewer() throws Exception {
        launch("list");
        Files.setLastModifiedTime(
                house.resolve("src/main/java/Main.java"),
                FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(launch("list").output()).contains("building");
        assertThat(builds()).hasSize(2);
    }

    @Test
    void showsTheEndOfTheLogWhenTheBuildFailsAndLeavesNoLock() throws Exception {
        write(temp.resolve("break"), "");
        Launched failed = launch("list");
        assertThat(failed.exit()).isEqualTo(69);
        assertThat(failed.output()).contains("build.log", "ERROR: Main.java:3 is wrong");
        assertThat(house.resolve("target/build.lock")).doesNotExist();
    }

    @Test
    void twoAtOnceBuildOnce() throws Exception {
        var one = start(List.of(house + "/blackstart", "list"));
        var other = start(List.of(house + "/blackstart", "list"));
        assertThat(one.end().output()).endsWith("<list>\n");
        assertThat(other.end().output()).endsWith("<list>\n");
        assertThat(builds()).hasSize(1);
    }

    @Test
    void aLockWhoseOwnerHasEndedIsBroken() throws Exception {
        write(house.resolve("target/build.lock/pid"), "4194399\n");
        assertThat(launch("list").output()).endsWith("<list>\n");
    }

    @Test
    void worksFromAnywhereAndThroughSymbolicLinks() throws Exception {
        Path link = temp.resolve("bin/bs");
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(temp.resolve("far"), house.resolve("blackstart"));
        Files.createSymbolicLink(link, Path.of("../far"));
        assertThat(start(List.of(link.toString(), "list")).end().output())
                .contains("<-Dblackstart.home=" + house + ">");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash", "busybox sh"})
    void everyShellReadsItAlike(String shell) throws Exception {
        var command = new ArrayList<>(List.of(shell.split(" ")));
        command.addAll(List.of(house + "/blackstart", "list"));
        assertThat(start(command).end().output()).endsWith("<list>\n");
    }

    @Test
    void usesTheCacheOnlyWhenThereIsOne() throws Exception {
        launch("list");
        assertThat(launch("list").output()).doesNotContain("AOTCache");
        write(house.resolve("target/blackstart.aot"), "x");
        assertThat(launch("list").output())
                .contains("<-XX:AOTCache=" + house + "/target/blackstart.aot>");
    }

    @Test
    void saysWhatToInstallWhenThereIsNoJdk() throws Exception {
        Path launcher = house.resolve("blackstart");
        String text = Files.readString(launcher).replace("WANTED_JAVA=25", "WANTED_JAVA=98");
        Files.writeString(launcher, text);
        Launched refused = launch("list");
        assertThat(refused.exit()).isEqualTo(69);
        assertThat(refused.output())
                .contains("needs a JDK 98", "Java 25 in " + temp + "/jdk", "sdk install java 98");
    }

    private Launched launch(String... words) throws Exception {
        var command = new ArrayList<>(List.of(house + "/blackstart"));
        command.addAll(List.of(words));
        return start(command).end();
    }

    private Launched.Running start(List<String> command) throws IOException {
        return Launched.Running.start(
                temp, Map.of("JAVA_HOME", temp + "/jdk", "MAVEN_HOME", temp + "/maven"), command);
    }

    private List<String> builds() throws IOException {
        return Files.readAllLines(temp.resolve("builds"));
    }

    private static Path write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
