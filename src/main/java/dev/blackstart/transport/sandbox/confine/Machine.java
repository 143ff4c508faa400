package dev.blackstart.transport.sandbox.confine;

import java.util.Optional;

/// The processor families whose system call numbers are known here.
///
/// The numbers are `AUDIT_ARCH_*` of `linux/audit.h`, which seccomp reports for each call.
enum Machine {
    X86_64(0xC000003E),
    AARCH64(0xC00000B7);

    private final int audit;

    Machine(int audit) {
        this.audit = audit;
    }

    int audit() {
        return audit;
    }

    /// @param arch as the system property `os.arch` says
    static Optional<Machine> named(String arch) {
        return switch (arch) {
            case "amd64", "x86_64" -> Optional.of(X86_64);
            case "aarch64" -> Optional.of(AARCH64);
            default -> Optional.empty();
        };
    }
}
