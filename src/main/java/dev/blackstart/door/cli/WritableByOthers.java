package dev.blackstart.door.cli;

import dev.blackstart.policy.SiteFiles;
import dev.blackstart.runbook.Position;
import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Read;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Whoever can write the policy can give themselves a role.
record WritableByOthers(Path policy) {
    List<Problem> problems(Read<SiteFiles> read) {
        List<Path> files = new ArrayList<>(List.of(policy));
        if (read instanceof Read.Accepted<SiteFiles> it) {
            files.add(policy.resolveSibling(it.value().policy().signers()));
            it.value().revoked().ifPresent(files::add);
        }
        return files.stream()
                .filter(WritableByOthers::writable)
                .map(WritableByOthers::said)
                .toList();
    }

    private static boolean writable(Path file) {
        try {
            Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
            return rights.contains(PosixFilePermission.GROUP_WRITE)
                    || rights.contains(PosixFilePermission.OTHERS_WRITE);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static Problem said(Path file) {
        return Problem.warning(
                new Position(file.toString(), 1, 1),
                "writable",
                "others than its owner can write this file and so give themselves a role; chmod go-w");
    }
}
