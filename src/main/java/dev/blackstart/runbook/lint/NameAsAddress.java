package dev.blackstart.runbook.lint;

import dev.blackstart.runbook.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names need DNS, which may be down exactly then. The inventory's addresses are looked at when it
/// is read.
final class NameAsAddress implements Rule {
    private static final Pattern URL =
            Pattern.compile("https?://([A-Za-z0-9][A-Za-z0-9.-]*[A-Za-z0-9])");

    @Override
    public String id() {
        return "name-as-address";
    }

    @Override
    public String says() {
        return "A name stands where an address should be, in the inventory or in the URL of a command, and needs DNS, which may be down.";
    }

    @Override
    public List<Problem> check(Subject subject) {
        List<Problem> problems = new ArrayList<>();
        for (ShellText text : ShellTexts.all(subject.runbook())) {
            Matcher url = URL.matcher(text.text());
            while (url.find()) {
                String host = url.group(1);
                if (!host.equals("localhost") && !host.matches("[0-9.]+")) {
                    problems.add(
                            Problem.warning(
                                    text.at(url.start(1)),
                                    id(),
                                    "`%s` is a name and needs DNS, which may be down; write an address or [=hosts.NAME.address]"
                                            .formatted(host)));
                }
            }
        }
        return problems;
    }
}
