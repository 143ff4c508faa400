package dev.blackstart.door.web;

import dev.blackstart.run.Mode;
import dev.blackstart.service.Caller;
import dev.blackstart.service.Order;
import dev.blackstart.service.Refusal;
import dev.blackstart.service.Runs;
import dev.blackstart.service.Service;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

/// Starts a run from a form. Each page that has the form brings a word of its own, so that a button
/// that is pressed twice starts one run: the second press waits for the first, and leads to its
/// run.
@ApplicationScoped
public class Ordering {
    private static final Pattern WORD = Pattern.compile("[0-9a-z]{52}");
    private static final String PARAMETER = "parameter-";

    private final Service service;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    Ordering(Service service) {
        this.service = service;
    }

    Runs.Started start(String runbook, Form form, Caller caller) {
        Order order = order(runbook, form);
        oneAtATime.lock();
        try {
            return service.runs().start(order, caller);
        } finally {
            oneAtATime.unlock();
        }
    }

    /// What was typed for parameters, secrets left out.
    static Map<String, String> given(Form form) {
        return form.below(PARAMETER, false);
    }

    private static Order order(String runbook, Form form) {
        Mode mode = mode(form.wanted("mode", "Choose how it is to run; nothing was started."));
        boolean drill = mode == Mode.DRILL;
        String name =
                drill ? form.wanted("drill", "Choose a drill; nothing was started.") : runbook;
        boolean scripted = drill && form.text("scripted").equals("yes");
        Map<String, String> given = given(form);
        String word = form.text("order");
        if (!WORD.matcher(word).matches()) {
            throw new Refusal(
                    Refusal.Kind.MALFORMED, "The form lacks its word; open the page again.");
        }
        String written = mode + "\n" + name + "\n" + scripted + "\n" + new TreeMap<>(given);
        return new Order(
                name,
                mode,
                given,
                form.secrets(),
                scripted,
                Optional.of(Order.Key.of("console-" + word, written)));
    }

    private static Mode mode(String word) {
        return Arrays.stream(Mode.values())
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new Refusal(Refusal.Kind.MALFORMED, "There is no such way to run it."));
    }
}
