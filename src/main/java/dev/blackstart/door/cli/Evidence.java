package dev.blackstart.door.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.blackstart.journal.export.Bundle;
import dev.blackstart.run.Kept;
import dev.blackstart.run.Observation;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The outputs and artifacts of a run as files: whole where a side file was kept, and a list that
/// says whose they are.
final class Evidence {
    private final Path outputs;
    private final List<Recorded> events;
    private final StringBuilder list =
            new StringBuilder("event\tstep\thost\twhat\tstream\tbytes sent\tfile\n");
    private final List<String> missing = new ArrayList<>();

    Evidence(Places places, List<Recorded> events) {
        this.outputs = places.journal().resolve("outputs");
        this.events = List.copyOf(events);
    }

    /// @return one sentence for each file that is gone
    List<String> into(Bundle bundle, boolean artifacts) {
        for (Recorded recorded : events) {
            if (recorded.event() instanceof RunEvent.Observed it
                    && it.observation() instanceof Observation.Seen seen) {
                String whose = it.step() + "\t" + it.host() + "\tcheck";
                both(bundle, recorded, whose, seen.stdout(), seen.stderr());
            } else if (recorded.event() instanceof RunEvent.Ended it) {
                String purpose = it.purpose().name().toLowerCase(Locale.ROOT);
                String whose =
                        "%s\t%s\t%s, attempt %d"
                                .formatted(
                                        it.action().step(),
                                        it.action().host(),
                                        purpose,
                                        it.action().attempt());
                both(bundle, recorded, whose, it.stdout(), it.stderr());
            } else if (artifacts && recorded.event() instanceof RunEvent.Fetched it) {
                artifact(bundle, it);
            }
        }
        bundle.add("outputs.tsv", list.toString().getBytes(UTF_8));
        return List.copyOf(missing);
    }

    private void both(Bundle bundle, Recorded event, String whose, Kept stdout, Kept stderr) {
        stream(bundle, event, whose, "stdout", stdout);
        stream(bundle, event, whose, "stderr", stderr);
    }

    private void stream(Bundle bundle, Recorded event, String whose, String stream, Kept kept) {
        if (kept.bytes() == 0) {
            return;
        }
        String name = "outputs/%04d.%s".formatted(event.sequence(), stream);
        list.append(
                "%d\t%s\t%s\t%d\t%s\n"
                        .formatted(event.sequence(), whose, stream, kept.bytes(), name));
        Path side = kept.blob().map(this::place).orElse(outputs);
        if (Files.isRegularFile(side)) {
            bundle.add(name, side);
            return;
        }
        bundle.add(name, kept.text().getBytes(UTF_8));
        if (kept.blob().isPresent()) {
            missing.add(
                    "The side file of event %d (%s) is gone; the archive has what the journal kept of it."
                            .formatted(event.sequence(), stream));
        }
    }

    /// As the store of outputs names them.
    private Path place(String digest) {
        return outputs.resolve(digest.substring(0, 2)).resolve(digest.substring(2));
    }

    private void artifact(Bundle bundle, RunEvent.Fetched fetched) {
        Path local = Path.of(fetched.local());
        if (Files.isRegularFile(local)) {
            bundle.add("artifacts/" + local.getFileName(), local);
        } else if (fetched.equal()) {
            missing.add("The artifact " + local + " is gone.");
        }
    }
}
