package dev.blackstart.view.report;

import dev.blackstart.view.Elapsed;
import dev.blackstart.view.Json;
import java.time.Duration;

/// A length of time in a document: `ms` to compute with, `shown` to read.
final class Length {
    private Length() {}

    static Json json(Duration length) {
        return Json.object()
                .with("ms", Json.of(length.toMillis()))
                .with("shown", Elapsed.exact(length));
    }
}
