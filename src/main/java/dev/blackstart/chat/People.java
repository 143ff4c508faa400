package dev.blackstart.chat;

import dev.blackstart.policy.Policy;
import dev.blackstart.run.Person;
import dev.blackstart.runbook.Risk;
import dev.blackstart.service.Caller;
import dev.blackstart.service.Channel;
import dev.blackstart.service.Grant;
import dev.blackstart.service.Scope;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Who an account of a chat is: the policy of the site says, anew each time.
public final class People {
    /// Runs that nobody asked for, such as the diagnosis an alert starts, are in this name.
    public static final Person ALERTS = new Person("alerts");

    private final Supplier<Optional<Policy>> policy;
    private final Optional<Set<String>> runbooks;
    private final Risk risk;

    /// @param policy empty when there is none or it cannot be read: then nobody is known
    /// @param runbooks the only ones that are reached from chat; empty for all
    /// @param risk the highest that is approved from chat
    public People(Supplier<Optional<Policy>> policy, Optional<Set<String>> runbooks, Risk risk) {
        this.policy = policy;
        this.runbooks = runbooks.map(Set::copyOf);
        this.risk = risk;
    }

    /// Empty for whom the policy does not know: they may look at nothing.
    public Optional<Caller> caller(Account account) {
        return policy.get()
                .flatMap(it -> it.chat(account.platform(), account.id()))
                .map(member ->
                        caller(
                                new Person(member.name()),
                                account.toString(),
                                Set.of(Scope.VIEW, Scope.RUN, Scope.APPROVE)));
    }

    /// Starts runs and answers nothing.
    public Caller alerts() {
        return caller(ALERTS, "an alert", Set.of(Scope.VIEW, Scope.RUN));
    }

    /// Looks on at what is told in the channel.
    Caller onlooker() {
        return caller(new Person("chat"), "the chat", Set.of(Scope.VIEW));
    }

    private Caller caller(Person person, String credential, Set<Scope> scopes) {
        return new Caller(person, credential, Channel.CHAT, new Grant(scopes, runbooks, risk));
    }
}
