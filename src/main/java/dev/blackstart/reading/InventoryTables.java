package dev.blackstart.reading;

import static dev.blackstart.reading.shape.Key.optional;
import static dev.blackstart.reading.shape.Key.required;

import dev.blackstart.reading.shape.Shape;
import dev.blackstart.reading.shape.Table;
import java.util.List;

/// The keys of an inventory.
final class InventoryTables {
    private static final Shape PORT = Forms.whole(1, 65535);
    private static final Shape.Form USER =
            new Shape.Form(
                    "a login name: a lower-case letter or _, then letters, digits, `.`, `_` and `-`, at most 32",
                    "^[a-z_][a-z0-9._-]{0,31}$");
    static final Shape.Form ADDRESS =
            new Shape.Form(
                    "an IPv4 or IPv6 address, or a DNS name, without a port",
                    "^[A-Za-z0-9]([A-Za-z0-9.:-]{0,252}[A-Za-z0-9:])?$|^::[A-Fa-f0-9:]{0,37}$");
    static final Shape.Form HOST_KEY =
            new Shape.Form(
                    "the type and the base64 part of a public key, as `ssh-keyscan` prints them",
                    "^(ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp(256|384|521)) [A-Za-z0-9+/]{40,2000}={0,2}$");
    private static final Shape.Form IDENTITY =
            new Shape.Form(
                    "the path of a private key file", "^[A-Za-z0-9~/._][A-Za-z0-9~/._@+-]{0,254}$");

    static final Table DEFAULTS =
            new Table(
                    "defaults",
                    "`defaults`",
                    List.of(
                            optional("user", USER, "the login name where a host names none"),
                            optional("port", PORT, "the SSH port where a host names none, 22 else"),
                            optional(
                                    "identity",
                                    IDENTITY,
                                    "the private key where a host names none")),
                    List.of());

    static final Table HOST =
            new Table(
                    "host",
                    "a host",
                    List.of(
                            required("address", ADDRESS, "where it is reached"),
                            optional("port", PORT, "the port of its SSH server, 22 when left out"),
                            optional("user", USER, "the login name"),
                            optional(
                                    "host_key",
                                    HOST_KEY,
                                    "its pinned public key; without it the key must be in known_hosts"),
                            optional(
                                    "groups",
                                    Shape.listOf(Forms.GROUP),
                                    "the groups it is a member of"),
                            optional("jump", Forms.HOST, "the host to go through"),
                            optional("identity", IDENTITY, "the private key for this host"),
                            optional(
                                    "transport",
                                    new Shape.OneOf(List.of("ssh", "human")),
                                    "ssh, or human: a person types on its console"),
                            optional(
                                    "labels",
                                    new Shape.MapOf(Forms.LABEL, Shape.words(), 0),
                                    "free labels such as drill: allowed")),
                    List.of());

    static final Table GROUP =
            new Table(
                    "group",
                    "a group",
                    List.of(
                            optional("hosts", Shape.listOf(Forms.HOST), "its members"),
                            optional(
                                    "quorum",
                                    new Shape.OneOf(List.of("majority")),
                                    "more than half of the members must stay up")),
                    List.of());

    private static final Table NEEDS =
            new Table(
                    "service_needs",
                    "`needs`",
                    List.of(
                            optional(
                                    "start",
                                    Shape.listOf(Forms.LABEL),
                                    "services without which it cannot start"),
                            optional(
                                    "run",
                                    Shape.listOf(Forms.LABEL),
                                    "services without which it cannot go on")),
                    List.of());

    private static final Table CUT =
            new Table(
                    "cut",
                    "a cut",
                    List.of(
                            required("need", Forms.LABEL, "the service it then does without"),
                            required(
                                    "cost",
                                    Forms.whole(1, 100),
                                    "how far it reaches, from 1 for one file on one host to 100"),
                            required("says", Shape.words(), "what is done, in a few words"),
                            optional("runbook", Forms.RUNBOOK, "the runbook that does it")),
                    List.of());

    private static final Table THRESHOLD =
            new Table(
                    "threshold",
                    "a threshold",
                    List.of(
                            required(
                                    "after",
                                    Forms.PERIOD,
                                    "the length of the outage from which on it happens"),
                            required("says", Shape.words(), "what happens, in a few words"),
                            optional(
                                    "healed_by",
                                    Forms.RUNBOOK,
                                    "itself, or the runbook that heals it"),
                            optional(
                                    "collected",
                                    Forms.QUALIFIED,
                                    "the finding, in seconds, that says how long it really is; the newest run that has it counts")),
                    List.of());

    static final Table SERVICE =
            new Table(
                    "service",
                    "a service",
                    List.of(
                            required("runs_on", Forms.SELECTOR, "the groups and hosts it runs on"),
                            optional("needs", new Shape.Fields(NEEDS), "the services it needs"),
                            optional(
                                    "lives_in",
                                    Forms.LABEL,
                                    "the service that carries it, needed to start and to run"),
                            optional(
                                    "serves",
                                    Shape.listOf(Forms.LABEL),
                                    "services it is there for even when they have failed"),
                            optional(
                                    "cuts",
                                    Shape.listOf(new Shape.Fields(CUT)),
                                    "ways to do without something it needs, to open a circle"),
                            optional(
                                    "thresholds",
                                    Shape.listOf(new Shape.Fields(THRESHOLD)),
                                    "what an outage of some length does to it"),
                            optional(
                                    "tolerates",
                                    Forms.PERIOD,
                                    "how long those who need it bear its absence")),
                    List.of());

    static final Table INVENTORY =
            new Table(
                    "inventory",
                    "an inventory",
                    List.of(
                            optional(
                                    "defaults",
                                    new Shape.Fields(DEFAULTS),
                                    "what holds for all hosts"),
                            required(
                                    "hosts",
                                    new Shape.MapOf(Forms.HOST, new Shape.Fields(HOST), 1),
                                    "the hosts by name"),
                            optional(
                                    "groups",
                                    new Shape.MapOf(Forms.GROUP, new Shape.Fields(GROUP), 0),
                                    "the groups by name"),
                            optional(
                                    "services",
                                    new Shape.MapOf(Forms.LABEL, new Shape.Fields(SERVICE), 0),
                                    "the services by name")),
                    List.of());

    private InventoryTables() {}
}
