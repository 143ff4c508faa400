package dev.blackstart.transport.ssh;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The last address each name had, with the time of that answer, kept in a file: what a name
/// service said on a quiet day is there when it is dead. A line is `NAME ADDRESS INSTANT`; lines of
/// any other shape are left out, and a file that cannot be read or written is as good as none.
///
/// Addresses go in and out as numbers: nothing here asks a name service.
public final class AddressBook {
    private static final Pattern LINE =
            Pattern.compile("(\\S+) ([0-9.]+|[0-9a-fA-F:.]+:[0-9a-fA-F:.]*) (\\S+)");

    /// An answer this young is not written again.
    private static final Duration FRESH = Duration.ofHours(1);

    /// An answer of the name service, and when it came.
    record Answer(InetAddress address, Instant at) {}

    private final Optional<Path> file;
    private final InstantSource clock;
    private final Consumer<String> notices;

    /// As this process last wrote or found it: a lookup that tells nothing new reads no file.
    private final Map<String, Answer> known = new HashMap<>();

    private AddressBook(Optional<Path> file, InstantSource clock, Consumer<String> notices) {
        this.file = file;
        this.clock = clock;
        this.notices = notices;
    }

    /// @param file made when the first name is looked up; its folder must be there
    /// @param notices told in one sentence, for every name, that an old answer is used
    public static AddressBook in(Path file, InstantSource clock, Consumer<String> notices) {
        return new AddressBook(Optional.of(file), clock, notices);
    }

    /// Keeps nothing and knows nothing.
    public static AddressBook none() {
        return new AddressBook(Optional.empty(), InstantSource.system(), notice -> {});
    }

    /// The last answer for a name, told as a notice because it is used.
    synchronized Optional<InetAddress> fallBack(String name) {
        Optional<Answer> last = Optional.ofNullable(read().get(name));
        last.ifPresent(it ->
                notices.accept(
                        "The name service gives no address for "
                                + name
                                + "; it is taken to be at "
                                + it.address().getHostAddress()
                                + ", its address of "
                                + it.at().toString().substring(0, 16).replace('T', ' ')
                                + " UTC; its host key must be the known one."));
        return last.map(Answer::address);
    }

    synchronized void answered(String name, InetAddress address) {
        Instant now = clock.instant();
        if (fresh(known.get(name), address, now)) {
            return;
        }
        SequencedMap<String, Answer> all = read();
        if (!fresh(all.get(name), address, now)) {
            all.put(name, new Answer(address, now));
            write(all);
        }
        known.putAll(all);
    }

    private static boolean fresh(@Nullable Answer before, InetAddress address, Instant now) {
        return before != null
                && before.address().equals(address)
                && now.isBefore(before.at().plus(FRESH));
    }

    private SequencedMap<String, Answer> read() {
        SequencedMap<String, Answer> all = new TreeMap<>();
        if (file.isPresent()) {
            try {
                Files.readAllLines(file.get()).forEach(line -> add(line, all));
            } catch (IOException e) {
                return new TreeMap<>(); // none yet, or none to be had
            }
        }
        return all;
    }

    private static void add(String line, Map<String, Answer> all) {
        var parts = LINE.matcher(line);
        if (parts.matches()) {
            try {
                all.put(
                        parts.group(1),
                        new Answer(
                                InetAddress.ofLiteral(parts.group(2)),
                                Instant.parse(parts.group(3))));
            } catch (IllegalArgumentException | java.time.DateTimeException e) {
                return; // as if it were not there
            }
        }
    }

    /// Whole or not at all: another process may read it.
    private void write(Map<String, Answer> all) {
        String text =
                all.entrySet().stream()
                        .map(it ->
                                it.getKey()
                                        + " "
                                        + it.getValue().address().getHostAddress()
                                        + " "
                                        + it.getValue().at()
                                        + "\n")
                        .collect(Collectors.joining());
        try {
            if (file.isPresent()) {
                Path target = file.get().toAbsolutePath();
                Path made = Files.createTempFile(target.getParent(), ".addresses", "");
                Files.writeString(made, text, StandardCharsets.UTF_8);
                Files.move(made, target, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            return; // it helps on a bad day, and must not make one
        }
    }
}
