package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Rendered;
import dev.blackstart.runbook.Scope;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.Text;
import dev.blackstart.runbook.Upload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The upload of a step: looks at what is there now, and makes of it what a person is shown and
/// what is sent.
final class Uploads {
    private static final Duration LOOK_WITHIN = Duration.ofSeconds(20);
    private static final String LOOK =
            """
            folder=${UPLOAD_TO%/*} name=${UPLOAD_TO##*/}
            no() { echo "no $*"; exit 0; }
            cd -P "${folder:-/}" 2>/dev/null || no "its folder ${folder:-/} is not there, or may not be entered"
            [ ! -L "./$name" ] || no "it is a symbolic link to $(readlink "./$name"); name the file itself"
            [ -e "./$name" ] || { echo absent; exit 0; }
            [ -f "./$name" ] || no "it is there and no regular file"
            [ -r "./$name" ] || no "it may not be read by $(id -un)"
            command -v sha256sum >/dev/null 2>&1 || no "the host has no sha256sum, which every upload needs"
            echo "file $(sha256sum <"./$name" | cut -d ' ' -f 1) $(wc -c <"./$name")"
            head -c 65536 "./$name"
            """;

    private final Moment moment;
    private final Step.Acting step;
    private final Optional<Upload> upload;

    Uploads(Moment moment, Step.Acting step) {
        this.moment = moment;
        this.step = step;
        this.upload = step.execution().upload();
    }

    /// The looks still needed on these hosts; those under way are named again.
    List<Directive> looks(List<HostName> hosts, long after) {
        List<Directive> looks = new ArrayList<>();
        for (HostName host : upload.isPresent() ? hosts : List.<HostName>of()) {
            boolean seen =
                    moment.state()
                            .files()
                            .seen(step.id(), host)
                            .filter(recorded -> recorded.sequence() > after)
                            .isPresent();
            if (!seen) {
                looks.add(new Directive.LookAtFile(step.id(), path(), look(host)));
            }
        }
        return looks;
    }

    private String path() {
        return upload.orElseThrow().to();
    }

    private Prepared look(HostName host) {
        return new Prepared(
                host,
                "look",
                LOOK,
                Map.of("UPLOAD_TO", path()),
                step.execution().command().sudo(),
                Optional.empty(),
                LOOK_WITHIN,
                1 << 20);
    }

    /// Why there is nothing to do on a host to which nothing was sent yet; empty when there is.
    Optional<String> alreadySo(HostName host) {
        if (upload.isEmpty()
                || !(Standing.of(moment, step, host) instanceof Standing.Untouched)
                || !(state(host) instanceof FileState.Present there)) {
            return Optional.empty();
        }
        return rendered(upload.get().content(), host, Optional.empty()) instanceof Rendered.Done it
                        && Digests.sha256(it.text()).equals(there.sha256())
                ? Optional.of(path() + " is already as it would be")
                : Optional.empty();
    }

    /// Why it is not known what is there; empty when it is.
    Optional<String> notKnown(HostName host) {
        return upload.isPresent() && state(host) instanceof FileState.Unknown it
                ? Optional.of("what is at " + path() + " is not known: " + it.reason())
                : Optional.empty();
    }

    /// The command with the file that goes before it.
    Preparation.Result with(Prepared command) {
        if (upload.isEmpty()) {
            return new Preparation.Result.Ready(command);
        }
        return switch (state(command.host())) {
            case FileState.Absent none -> with(command, PreparedUpload.ABSENT, Optional.of(""));
            case FileState.Present there -> with(command, there.sha256(), whole(there));
            case FileState.Unusable no -> refused(no.reason());
            case FileState.Unknown no -> refused(no.reason());
        };
    }

    private Preparation.Result refused(String reason) {
        return new Preparation.Result.Refused(path() + " cannot be put in place: " + reason);
    }

    private static Optional<String> whole(FileState.Present there) {
        boolean text = there.text().chars().noneMatch(c -> c == 0 || c == 0xFFFD);
        return text && there.bytes() <= 65536 ? Optional.of(there.text()) : Optional.empty();
    }

    /// @param text the file of before, where it can be compared
    private Preparation.Result with(Prepared command, String before, Optional<String> text) {
        String beside = folder() + ".blackstart-" + run() + "-" + step.id() + "." + name();
        Rendered content =
                rendered(upload.orElseThrow().content(), command.host(), Optional.empty());
        Rendered validate =
                upload.orElseThrow()
                        .validate()
                        .map(it -> rendered(it, command.host(), Optional.of(beside)))
                        .orElse(new Rendered.Done(""));
        if (content instanceof Rendered.Refused it) {
            return refused(it.reason());
        }
        if (validate instanceof Rendered.Refused it) {
            return refused(it.reason());
        }
        String after = ((Rendered.Done) content).text();
        String digest = Digests.sha256(after);
        return new Preparation.Result.Ready(
                command.with(
                        new PreparedUpload(
                                path(),
                                after,
                                digest,
                                before,
                                upload.orElseThrow().mode().orElse(""),
                                ((Rendered.Done) validate).text(),
                                beside,
                                folder() + ".blackstart-" + digest.substring(0, 16) + "." + name(),
                                text.map(old -> UnifiedDiff.between(old, after))
                                        .orElse(
                                                List.of(
                                                        "the file there now is not text, or too long to compare")))));
    }

    private String folder() {
        return path().substring(0, path().lastIndexOf('/') + 1);
    }

    private String name() {
        return path().substring(path().lastIndexOf('/') + 1);
    }

    private RunId run() {
        return moment.state().opened().orElseThrow().run();
    }

    private Rendered rendered(Text text, HostName host, Optional<String> file) {
        return text.render(
                new Scope(
                        moment.plan().parameters(),
                        moment.plan().inventory(),
                        moment.plan().inventory().host(host),
                        Optional.empty(),
                        file));
    }

    private FileState state(HostName host) {
        return moment.state()
                .files()
                .seen(step.id(), host)
                .map(recorded -> ((RunEvent.FileSeen) recorded.event()).state())
                .orElse(new FileState.Unknown("not looked at yet"));
    }
}
