package dev.blackstart.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Time, randomness, environment, exit and streams come in through constructors; only the root and
/// the command line know where they come from.
class ForbiddenCallsTest {
    private static final Set<String> FORBIDDEN =
            Set.of(
                    "java.lang.System.out",
                    "java.lang.System.err",
                    "java.lang.System.in",
                    "java.lang.System.exit",
                    "java.lang.System.currentTimeMillis",
                    "java.lang.System.getenv",
                    "java.lang.Runtime.exit",
                    "java.lang.Runtime.halt",
                    "java.lang.Throwable.printStackTrace",
                    "java.lang.Math.random",
                    "java.util.UUID.randomUUID",
                    "java.util.concurrent.ThreadLocalRandom.current",
                    "java.time.Clock.systemUTC",
                    "java.time.Clock.systemDefaultZone",
                    "java.time.ZoneId.systemDefault");

    /// The store of sandbox worlds runs as a process of its own and has its own `main`.
    private static final String PROGRAM_OF_ITS_OWN = Room.ROOT + ".transport.sandbox.store";

    @Test
    void onlyTheRootAndTheCommandLineTouchTheProcess() {
        var offences = new TreeSet<String>();
        for (JavaClass type : Built.CLASSES) {
            if (!mayTouchTheProcess(type.getPackageName())) {
                for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                    if (forbidden(access.getTarget())) {
                        offences.add(access.getDescription());
                    }
                }
            }
        }
        assertThat(offences).isEmpty();
    }

    private static boolean mayTouchTheProcess(String packageName) {
        return packageName.equals(Room.ROOT)
                || packageName.equals(PROGRAM_OF_ITS_OWN)
                || Room.of(packageName).filter(room -> room.name().equals("door.cli")).isPresent();
    }

    private static boolean forbidden(AccessTarget target) {
        String owner = target.getOwner().getName();
        return FORBIDDEN.contains(owner + "." + target.getName())
                || (owner.startsWith("java.time.")
                        && target instanceof AccessTarget.CodeUnitAccessTarget code
                        && code.getName().equals("now")
                        && code.getRawParameterTypes().isEmpty());
    }
}
