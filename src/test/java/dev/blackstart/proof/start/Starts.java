package dev.blackstart.proof.start;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/// Measures the start of the service, with many old runs in its journal, beside that of an empty
/// Quarkus application of the same version, turn by turn in the same minutes: `src/site/start`
/// builds that and calls this.
public final class Starts {
    static final int PORT = 18_471;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Starts() {}

    /// @param arguments the launcher; `quarkus-run.jar` of the empty application; java; the folder
    ///   of a journal with one run in it; how many runs it is to have; how many starts are measured
    public static void main(String... arguments) throws Exception {
        String launcher = arguments[0];
        String empty = arguments[1];
        String java = arguments[2];
        String state = arguments[3];
        int runs = Integer.parseInt(arguments[4]);
        int times = Integer.parseInt(arguments[5]);
        int events = OldRuns.add(Path.of(state), runs);
        String port = Integer.toString(PORT);
        List<String> ours = List.of(launcher, "serve", "--port", port, "--state", state);
        List<String> theirs =
                List.of(
                        java,
                        "-Dquarkus.http.port=" + port,
                        "-Dquarkus.http.host=127.0.0.1",
                        "-jar",
                        empty);
        new Starts().measure(ours, theirs, times, runs, events);
    }

    private void measure(List<String> ours, List<String> theirs, int times, int runs, int events)
            throws Exception {
        List<Started> service = new ArrayList<>();
        List<Started> empty = new ArrayList<>();
        Started.of(theirs, client); // the first of each warms the disk's cache
        Started.of(ours, client);
        for (int i = 0; i < times; i++) {
            empty.add(Started.of(theirs, client));
            service.add(Started.of(ours, client));
        }
        say("| | start to ready (median of %d) | resident when ready | 5 s later |", times);
        say("|---|---|---|---|");
        row("empty Quarkus application", empty);
        row("`blackstart serve`, %d old runs of %d events".formatted(runs, events), service);
        say(
                "%nratio %.2f",
                (double) median(service, it -> it.took().toMillis())
                        / median(empty, it -> it.took().toMillis()));
    }

    private static void row(String name, List<Started> all) {
        say(
                "| %s | %.2f s | %d MiB | %d MiB |",
                name,
                median(all, it -> it.took().toMillis()) / 1000.0,
                median(all, Started::ready) / 1024,
                median(all, Started::settled) / 1024);
    }

    private static long median(List<Started> all, ToLongFunction<Started> of) {
        return all.stream()
                .sorted(Comparator.comparingLong(of))
                .mapToLong(of)
                .skip(all.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
