package dev.blackstart.door.chat;

import dev.blackstart.run.Person;
import dev.blackstart.run.RunId;
import dev.blackstart.runbook.Risk;
import dev.blackstart.service.Caller;
import dev.blackstart.service.Channel;
import dev.blackstart.service.Grant;
import dev.blackstart.service.Scope;
import dev.blackstart.service.Service;
import java.util.Optional;
import java.util.Set;

/// What the journal has of a run, as one text.
final class EventTexts {
    static final Caller ANYBODY =
            new Caller(
                    new Person("test"),
                    "test",
                    Channel.API,
                    new Grant(Set.of(Scope.VIEW), Optional.empty(), Risk.MUTATE));

    private EventTexts() {}

    static String of(Service service, String run) {
        return service.runs().one(new RunId(run), ANYBODY).events().toString();
    }
}
