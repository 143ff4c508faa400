package dev.blackstart.reading;

import dev.blackstart.reading.shape.Shape;
import java.time.Duration;

/// Forms of values that several tables share.
final class Forms {
    static final Shape.Form NAME =
            new Shape.Form(
                    "a name in snake_case: a letter, then letters, digits and _, at most 64, all lower-case",
                    "^[a-z][a-z0-9_]{0,63}$");

    static final Shape.Form QUALIFIED =
            new Shape.Form(
                    "a name in snake_case, after the names of the calls it came from and dots, such as dns_deadlock.cut",
                    "^(?=.{1,128}$)[a-z][a-z0-9_]{0,63}(\\.[a-z][a-z0-9_]{0,63})*$");

    static final Shape.Form RUNBOOK =
            new Shape.Form(
                    "a runbook name: a lower-case letter, then letters, digits and hyphens, at most 63",
                    "^[a-z][a-z0-9-]{0,62}$");

    static final Shape.Form HOST =
            new Shape.Form(
                    "a host name: lower-case letters, digits, `.`, `_` and `-`, at most 63",
                    "^[a-z0-9]([a-z0-9._-]{0,61}[a-z0-9])?$");

    static final Shape.Form GROUP =
            new Shape.Form(
                    "a group name: a lower-case letter, then letters, digits, `_` and `-`, at most 63",
                    "^[a-z][a-z0-9_-]{0,62}$");

    static final Shape.Form SELECTOR =
            new Shape.Form(
                    "names of groups or hosts separated by commas, such as `nodes, !cp3`",
                    "^ *!? *[A-Za-z0-9][A-Za-z0-9._-]{0,62}( *, *!? *[A-Za-z0-9][A-Za-z0-9._-]{0,62})* *$");

    static final Shape.Form SCRIPT =
            new Shape.Form(
                    "a path below the runbook's folder, such as scripts/link.sh, without `..`",
                    "^(?!.*(^|/)\\.\\.?(/|$))[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*$");

    static final Shape.Form TEMPLATE =
            new Shape.Form(
                    "a path below the runbook's templates/, such as app.conf.ftl, without `..`",
                    SCRIPT.pattern());

    static final Shape.Form PATH =
            new Shape.Form(
                    "an absolute path without `..`",
                    "^(?!.*/\\.\\.?(/|$))(/[A-Za-z0-9._@%+:,=-]+)+$");

    static final Shape.Form MODE =
            new Shape.Form(
                    "four octal digits in quotes that give no set-id bit, such as '0644'",
                    "^0[0-7]{3}$");

    static final Shape.Form ENVIRONMENT =
            new Shape.Form(
                    "the name of an environment variable in capitals, such as STORE_PORT",
                    "^[A-Z][A-Z0-9_]{0,63}$");

    static final Shape.Form LABEL =
            new Shape.Form(
                    "a label name: lower-case letters, digits, `_`, `.` and `-`, at most 63",
                    "^[a-z][a-z0-9_.-]{0,62}$");

    static final Shape.Form RESOURCE =
            new Shape.Form(
                    "a name such as cluster:pg-main: lower-case letters, digits, `:`, `/`, `_`, `.` and `-`, at most 63",
                    "^[a-z][a-z0-9:/_.-]{0,62}$");

    static final Shape.Form NEED =
            new Shape.Form(
                    "a command or right, such as arping or sudo, or several of which one is enough, such as etcdctl|etcdutl",
                    "^[A-Za-z0-9_][A-Za-z0-9._+/-]{0,63}(\\|[A-Za-z0-9_][A-Za-z0-9._+/-]{0,63}){0,7}$");

    static final Shape CONDITION = new Shape.Expression();

    /// What a command may take: up to a day.
    static final Shape TIMEOUT = length(Duration.ofMillis(1), Duration.ofDays(1));

    /// How long something is awaited or counts: up to a year.
    static final Shape PERIOD = length(Duration.ofSeconds(1), Duration.ofDays(366));

    /// How often something is asked again.
    static final Shape EVERY = length(Duration.ofMillis(100), Duration.ofHours(1));

    private Forms() {}

    static Shape length(Duration least, Duration most) {
        return new Shape.Length(least, most);
    }

    static Shape whole(long least, long most) {
        return new Shape.Whole(least, most);
    }
}
