package dev.blackstart.service;

import java.nio.file.Path;

/// The files and folders a service works with.
///
/// @param state folder of the journal; what the service keeps besides is in `service` below it
public record Places(Path runbooks, Path inventory, Path state, Path templates) {
    Path own() {
        return state.resolve("service");
    }
}
