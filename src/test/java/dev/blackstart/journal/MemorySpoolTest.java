package dev.blackstart.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.run.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is held comes back whole, or not at all.
class MemorySpoolTest {
    @TempDir Path shared;
    private int me;
    private MemorySpool spool;
    private Carried one;
    private Carried other;

    @BeforeEach
    void open() throws IOException {
        me = (Integer) Files.getAttribute(shared, "unix:uid");
        spool = new MemorySpool(shared, me);
        one = carried("Ended");
        other = carried("IntentVoid");
    }

    private static Carried carried(String sample) {
        return new Carried(
                EventSamples.RUN,
                "1f2e",
                7,
                41,
                EventSamples.DIGEST,
                EventSamples.AT,
                Optional.empty(),
                Optional.ofNullable(EventSamples.all().get(sample)).orElseThrow());
    }

    private Path file() {
        return shared.resolve("blackstart-" + me).resolve(EventSamples.RUN + ".outcomes");
    }

    private void assertNotUsed(String why) {
        Spool.Found found = spool.find(EventSamples.RUN);
        assertThat(found.events()).isEmpty();
        assertThat(found.trouble()).get().asString().contains(why, "The hosts are asked instead.");
    }

    @Test
    void whatIsHeldComesBackInItsOrderUntilItIsDiscarded() {
        assertThat(spool.hold(EventSamples.RUN, List.of(one))).contains(file().toString());
        spool.hold(EventSamples.RUN, List.of(one, other));
        assertThat(new MemorySpool(shared, me).find(EventSamples.RUN).events())
                .containsExactly(one, other);
        assertThat(spool.held()).containsExactly(EventSamples.RUN);
        spool.discard(EventSamples.RUN);
        assertThat(spool.held()).isEmpty();
        assertThat(spool.find(EventSamples.RUN)).isEqualTo(Spool.Found.NOTHING);
    }

    @Test
    void onlyItsUserMayLookIntoIt() throws IOException {
        spool.hold(EventSamples.RUN, List.of(one));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void aDamagedFileIsNotUsed() throws IOException {
        spool.hold(EventSamples.RUN, List.of(one, other));
        String text = Files.readString(file());
        Files.writeString(file(), text.substring(0, text.length() - 9));
        assertNotUsed("its seal does not fit");
    }

    @Test
    void whatBelongsToAnotherUserIsNeitherReadNorWritten() throws IOException {
        spool.hold(EventSamples.RUN, List.of(one));
        Files.move(file().getParent(), shared.resolve("blackstart-" + (me + 1)));
        MemorySpool another = new MemorySpool(shared, me + 1);
        assertThat(another.find(EventSamples.RUN).trouble())
                .get()
                .asString()
                .contains("it belongs to another user");
        assertThat(another.hold(EventSamples.RUN, List.of(one))).isEmpty();
    }

    @Test
    void aFolderThatOthersMayWriteIsNotUsed() throws IOException {
        spool.hold(EventSamples.RUN, List.of(one));
        Files.setPosixFilePermissions(
                file().getParent(), PosixFilePermissions.fromString("rwxrwxrwx"));
        assertNotUsed("it may be written by others");
    }

    @Test
    void aLinkIsNotFollowed() throws IOException {
        spool.hold(EventSamples.RUN, List.of(one));
        Path elsewhere = shared.resolve("elsewhere");
        Files.move(file(), elsewhere);
        Files.createSymbolicLink(file(), elsewhere);
        assertNotUsed("it is a link");
    }

    @Test
    void withoutAFolderNothingIsHeld() {
        Path nowhere = shared.resolve("nowhere");
        assertThat(new MemorySpool(nowhere, me).hold(EventSamples.RUN, List.of(one))).isEmpty();
    }

    @Test
    void whatIsSetAsideIsNotFoundAgain() {
        spool.hold(EventSamples.RUN, List.of(one));
        spool.setAside(EventSamples.RUN);
        assertThat(spool.find(EventSamples.RUN)).isEqualTo(Spool.Found.NOTHING);
    }

    @Test
    void aWordIsOneWordAndEveryChangedCharacterShows() throws JournalException {
        String word = one.by(new Person("anna: the 1st")).word();
        assertThat(word).matches("[!-~]+");
        assertThat(Carried.read(word).by()).contains(new Person("anna: the 1st"));
        for (int i = 0; i < word.length(); i++) {
            String changed = word.substring(0, i) + "~" + word.substring(i + 1);
            assertThatThrownBy(() -> Carried.read(changed))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("the outcome line cannot be used");
        }
    }
}
