package dev.blackstart.proof.simulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The simulated runbooks, by name: their files as a frozen copy has them. Between them they use
/// every kind of step and every key that decides what is sent, when, and to whom.
final class Runbooks {
    private static final String SICK =
            """
            steps:
              - check: look
                on: nodes
                run: ask sick
                timeout: 10s
                fresh_for: 1m
                findings: { sick: 'stdout.startsWith("1")' }
            """;

    private static final String MUTATE =
            SICK
                    + """
                      - action: fix
                        on: nodes
                        where: host.sick
                        risk: mutate
                        requires: any(sick)
                        gate: { within: 1m }
                        run: set sick 0
                        timeout: 20s
                        verify: { check: look, that: "!host.sick", within: 6s, every: 2s }
                        undo: { run: set sick 1 }
                        on_failure: ask
                    """;

    private static final String WAVES =
            SICK
                    + """
                      - action: restart
                        on: nodes
                        risk: disrupt
                        requires: any(sick)
                        batch: 1
                        stop_after_failures: 2
                        run: set sick 0
                        timeout: 20s
                        verify: { check: look, that: "!host.sick", within: 6s, every: 2s }
                        on_failure: ask
                    """;

    private static final String PEOPLE =
            SICK
                    + """
                      - action: wipe
                        on: a
                        risk: irreversible
                        requires: any(sick)
                        run: set sick 0
                        timeout: 20s
                        locks: [ "cluster:main" ]
                        on_failure: ask
                      - action: tell
                        on: b
                        risk: mutate
                        requires: any(sick) || none(sick)
                        run: leak told 1
                        stdin: word
                        timeout: 20s
                      - check: listen
                        on: b
                        run: leak told
                        timeout: 10s
                        findings: { told: 'stdout.startsWith("1")' }
                    parameters:
                      word: { type: secret }
                    """;

    private static final String LEND =
            SICK
                    + """
                      - check: value
                        on: nodes
                        run: ask dns
                        timeout: 10s
                        findings: { lent: 'stdout.startsWith("9")' }
                      - action: lend
                        on: nodes
                        risk: disrupt
                        requires: any(sick)
                        gate: { approvals: 2 }
                        limit: 2
                        run: set dns 9
                        timeout: 20s
                        undo: { run: 'set dns "$ORIGINAL"' }
                        loan:
                          due: 24h
                          repaid_when: "none(lent)"
                          capture: { run: ask dns }
                        on_failure: ask
                    """;

    private static final String GUARDED =
            SICK
                    + """
                      - check: value
                        on: nodes
                        run: ask dns
                        timeout: 10s
                        findings: { lent: 'stdout.startsWith("9")' }
                      - action: lend
                        on: nodes
                        risk: mutate
                        requires: any(sick)
                        limit: 2
                        run: set dns 9
                        timeout: 10s
                        verify: { check: value, that: host.lent, within: 6s, every: 2s }
                        undo: { run: 'set dns "$ORIGINAL"' }
                        loan:
                          due: 24h
                          repaid_when: "none(lent)"
                          capture: { run: ask dns }
                        auto_revert: 15s
                        on_failure: ask
                    """;

    private static final String SNAPSHOT =
            SICK
                    + """
                      - snapshot: keep
                        on: nodes
                        limit: 1
                        requires: any(sick) || none(sick)
                        run: "save [=artifact]"
                        timeout: 20s
                        valid: { run: "size [=artifact]", that: 'stdout.startsWith("1")' }
                        fetch: true
                      - action: fix
                        on: nodes
                        risk: disrupt
                        requires: any(sick) && keep.verified
                        run: set sick 0
                        timeout: 20s
                        on_failure: skip_host
                    """;

    private static final String UPLOAD =
            SICK
                    + """
                      - action: place
                        on: nodes
                        where: host.sick
                        risk: mutate
                        requires: any(sick)
                        upload: { template: there.conf.ftl, to: /etc/there.conf, mode: '0644' }
                        timeout: 20s
                        on_failure: ask
                      - action: load
                        on: nodes
                        where: host.sick
                        risk: mutate
                        requires: any(sick)
                        upload: { template: other.conf.ftl, to: /etc/other.conf }
                        run: set sick 0
                        timeout: 20s
                        undo: { run: set sick 1 }
                        on_failure: undo
                    """;

    private static final String REBOOT =
            SICK
                    + """
                      - action: reboot
                        on: a
                        risk: disrupt
                        requires: any(sick)
                        run: reboot
                        timeout: 10s
                        expects: { reboot: true, back_within: 40s }
                        verify: { check: look, that: any(sick) || none(sick), within: 10s, every: 2s }
                        on_failure: ask
                      - action: rewire
                        on: b, c
                        risk: mutate
                        requires: any(sick) || none(sick)
                        batch: 1
                        run: drop sick 0
                        timeout: 10s
                        expects: { disconnect: true, back_within: 30s }
                        verify: { check: look, that: "!host.sick", within: 10s, every: 2s }
                        on_failure: ask
                    """;

    private static final String CALLER =
            SICK
                    + """
                      - call: other
                        when: any(sick)
                      - action: after
                        on: c
                        risk: mutate
                        requires: other.verified && (any(sick) || none(sick))
                        run: set told 1
                        timeout: 20s
                        on_failure: exclude_host
                    """;

    private static final String CALLED =
            """
            runbook: other
            title: Called
            """
                    + SICK
                    + """
                      - action: fix
                        on: a, b
                        risk: mutate
                        requires: any(sick)
                        run: set sick 0
                        timeout: 20s
                        verify: { check: look, that: "!host.sick", within: 6s, every: 2s }
                        on_failure: ask
                    """;

    private static final String CANARY =
            SICK
                    + """
                      - action: restart
                        on: nodes
                        risk: disrupt
                        requires: any(sick)
                        gate: { approvals: 2, within: 2m }
                        batch: [ 1, 100% ]
                        pause: 5s
                        stop_after_failures: 1
                        run: set sick 0
                        timeout: 20s
                        verify: { check: look, that: "!host.sick", within: 6s, every: 2s }
                        undo: { run: set sick 1 }
                        on_failure: ask
                    """;

    private static final String CURE =
            SICK
                    + """
                      - action: drain
                        on: a
                        risk: mutate
                        requires: any(sick)
                        preserve: [ scripts/keep.sh ]
                        run: set drained 1
                        timeout: 20s
                        release: { run: set drained 0, after: start }
                      - action: start
                        on: a
                        risk: disrupt
                        requires: any(sick)
                        run: set sick 0
                        timeout: 20s
                        verify: { check: look, that: any(sick) || none(sick), within: 6s, every: 2s }
                        on_failure: ask
                      - manual: tell
                        instructions: Tell them.
                    """;

    private static final String BARE =
            SICK.replace("on: nodes", "on: nodes, d")
                    + """
                      - action: fix
                        on: d
                        risk: disrupt
                        requires: any(sick)
                        run: set sick 0
                        timeout: 20s
                        verify: { check: look, that: "!host.sick", within: 6s, every: 2s }
                        on_failure: ask
                    """;

    private static final String LEFT =
            SICK
                    + """
                      - action: left
                        on: a
                        risk: mutate
                        requires: any(sick) || none(sick)
                        run: set sick 0
                        timeout: 20s
                        locks: [ "cluster:main" ]
                        on_failure: ask
                    """;

    private static final String RIGHT = LEFT.replace("left", "right").replace("on: a\n", "on: b\n");

    private static final Map<String, Map<String, String>> ALL = all();

    private Runbooks() {}

    private static Map<String, Map<String, String>> all() {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        put(all, "mutate", MUTATE);
        put(all, "waves", WAVES);
        put(all, "people", PEOPLE);
        put(all, "lend", LEND);
        put(all, "guarded", GUARDED);
        put(all, "snapshot", SNAPSHOT);
        put(all, "upload", UPLOAD)
                .putAll(
                        Map.of(
                                "templates/there.conf.ftl", "there\n",
                                "templates/other.conf.ftl", "other\n"));
        put(all, "reboot", REBOOT);
        put(all, "caller", CALLER).put("../other/runbook.yaml", CALLED);
        put(all, "canary", CANARY);
        put(all, "cure", CURE).put("scripts/keep.sh", "ask sick\n");
        put(all, "bare", BARE);
        put(all, "left", LEFT);
        put(all, "right", RIGHT);
        return all;
    }

    private static Map<String, String> put(
            Map<String, Map<String, String>> all, String name, String text) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("runbook.yaml", "runbook: %s\ntitle: Test\n%s".formatted(name, text));
        all.put(name, files);
        return files;
    }

    /// The same files about the first hosts only: what is said of a later one is said of the last.
    static Map<String, String> over(Map<String, String> files, int hosts) {
        Map<String, String> fewer = new LinkedHashMap<>(files);
        fewer.replaceAll((path, text) ->
                switch (hosts) {
                    case 1 -> text.replaceAll("on: [abc](, [abc])*\n", "on: a\n");
                    case 2 -> text.replaceAll("on: (b, )?c\n", "on: b\n");
                    default -> text;
                });
        return fewer;
    }

    /// In a fixed order.
    static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    static Map<String, String> files(String name) {
        return Map.copyOf(ALL.getOrDefault(name, Map.of()));
    }
}
