package dev.blackstart.expression;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Sample;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/// `unheard(f)`: how many of the hosts that were asked gave no answer at all. That nobody was heard
/// is itself known, so a host without an answer is counted here and leaves nothing open; one that
/// was not asked yet does. What a host said, or that it may not testify, makes no difference.
record Unheard(Moment moment, Input.OverHosts input) {
    Possible answer() {
        List<HostName> hosts = moment.facts().hosts(input.finding());
        Map<HostName, String> unheard = new LinkedHashMap<>();
        Map<HostName, String> open = new LinkedHashMap<>();
        for (HostName host : hosts) {
            if (moment.facts().sample(input.finding(), host) instanceof Sample.Unknown it) {
                if (it.unheard()) {
                    unheard.put(host, it.reason());
                } else if (it.at().isEmpty()) {
                    open.put(host, it.reason());
                }
            }
        }
        if (hosts.isEmpty()) {
            return new Possible.Anything(input.text() + " is unknown: no host was asked");
        }
        String silence = unheard.isEmpty() ? "" : ": " + Grouped.silence(unheard);
        if (open.isEmpty()) {
            return new Possible.Exactly(
                    (long) unheard.size(), head(unheard.size() + "", hosts) + silence);
        }
        long most = (long) unheard.size() + open.size();
        return new Possible.Among(
                LongStream.rangeClosed(unheard.size(), most).<Object>mapToObj(n -> n).toList(),
                head(unheard.size() + " to " + most, hosts) + ": " + Grouped.silence(open));
    }

    private String head(String number, List<HostName> hosts) {
        return input.text() + " is " + number + " of " + hosts.size();
    }
}
