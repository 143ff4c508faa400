package dev.blackstart.reading;

import static dev.blackstart.reading.shape.Key.optional;
import static dev.blackstart.reading.shape.Key.required;

import dev.blackstart.reading.shape.Shape;
import dev.blackstart.reading.shape.Table;
import dev.blackstart.runbook.GateRule;
import java.time.Duration;
import java.util.List;

/// The keys of a site's policy.
final class PolicyTables {
    private static final Shape.Form PERSON =
            new Shape.Form(
                    "a name: a letter, then letters, digits, `.`, `_` and `-`, at most 64",
                    "^[A-Za-z][A-Za-z0-9._-]{0,63}$");
    private static final Shape.Form LOGIN =
            new Shape.Form(
                    "an account as the machine names it: letters, digits, `.`, `_`, `@` and `-`, at most 64",
                    "^[A-Za-z0-9_][A-Za-z0-9._@-]{0,63}$");
    private static final Shape.Form PRINCIPAL =
            new Shape.Form(
                    "a principal of allowed_signers without `*`, `?`, commas and blanks",
                    "^[A-Za-z0-9_][A-Za-z0-9._@+-]{0,127}$");
    private static final Shape.Form ACCOUNT =
            new Shape.Form(
                    "ids of team and user with a slash between, such as T024BE7LD/U2147483697",
                    "^[A-Za-z0-9]{1,64}/[A-Za-z0-9]{1,64}$");
    private static final Shape.Form FILE =
            new Shape.Form(
                    "the name of a file beside the policy", "^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$");
    static final Shape.Form MOMENT =
            new Shape.Form(
                    "a time in quotes such as '2026-12-20T00:00:00Z', or a day of the week and a time such as fri 16:00",
                    "^([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})|(mon|tue|wed|thu|fri|sat|sun) ([01][0-9]|2[0-3]):[0-5][0-9])$");
    private static final Shape.Form ZONE =
            new Shape.Form("a time zone such as Europe/Berlin", "^[A-Za-z]+(/[A-Za-z0-9_+-]+)*$");

    static final Table PERSON_TABLE =
            new Table(
                    "person",
                    "a person",
                    List.of(
                            optional(
                                    "logins",
                                    Shape.listOf(LOGIN),
                                    "their accounts on machines besides one of their name"),
                            optional(
                                    "principal",
                                    PRINCIPAL,
                                    "who they are in allowed_signers; the name itself when left out"),
                            optional(
                                    "chat",
                                    new Shape.MapOf(Forms.LABEL, ACCOUNT, 1),
                                    "their account by platform, such as slack")),
                    List.of());

    private static final Table RULE =
            new Table(
                    "approval_rule",
                    "what a risk asks for",
                    List.of(
                            optional(
                                    "people",
                                    Forms.whole(1, 9),
                                    "how many different people must say yes"),
                            optional(
                                    "approvers",
                                    Shape.listOf(PERSON),
                                    "the only people whose yes counts"),
                            optional(
                                    "accepts",
                                    Shape.listOf(
                                            new Shape.OneOf(
                                                    List.of("signature", "chat", "web", "token"))),
                                    "how it may be known who said yes; signature and chat when left out"),
                            optional(
                                    "exclude_requester",
                                    new Shape.YesNo(),
                                    "whoever asked for the run does not count"),
                            optional(
                                    "exclude_author",
                                    new Shape.YesNo(),
                                    "whoever wrote the runbook or changed a command does not count"),
                            optional(
                                    "within",
                                    Forms.length(Duration.ofMinutes(1), GateRule.OPEN_AT_MOST),
                                    "how long a gate stays open")),
                    List.of());

    private static final Table APPROVALS =
            new Table(
                    "approvals",
                    "`approvals`",
                    List.of(
                            optional("mutate", new Shape.Fields(RULE), "for what changes a host"),
                            optional(
                                    "disrupt",
                                    new Shape.Fields(RULE),
                                    "for what may take service away"),
                            optional(
                                    "irreversible",
                                    new Shape.Fields(RULE),
                                    "for what cannot be taken back")),
                    List.of());

    private static final Table FREEZE =
            new Table(
                    "freeze",
                    "a freeze",
                    List.of(
                            required("freeze", Forms.LABEL, "its name"),
                            required(
                                    "allows",
                                    new Shape.OneOf(List.of("none", "mutate", "disrupt")),
                                    "the greatest risk that may run all the same"),
                            required("from", MOMENT, "when it begins"),
                            required("until", MOMENT, "when it ends"),
                            optional("zone", ZONE, "whose clocks a day of the week goes by")),
                    List.of());

    static final Table POLICY =
            new Table(
                    "policy",
                    "a policy",
                    List.of(
                            required(
                                    "people",
                                    new Shape.MapOf(PERSON, new Shape.Fields(PERSON_TABLE), 1),
                                    "the people a site knows, by name"),
                            optional(
                                    "signers",
                                    FILE,
                                    "the file of allowed signers; allowed_signers when left out"),
                            optional("revoked", FILE, "a file of keys that count no longer"),
                            optional(
                                    "approvals",
                                    new Shape.Fields(APPROVALS),
                                    "what each risk asks for"),
                            optional(
                                    "freezes",
                                    Shape.listOf(new Shape.Fields(FREEZE)),
                                    "times in which nothing is changed"),
                            optional(
                                    "authors",
                                    new Shape.MapOf(Forms.RUNBOOK, Shape.listOf(PERSON), 1),
                                    "who wrote a runbook, by its name")),
                    List.of());

    private PolicyTables() {}
}
