package dev.blackstart.proof.honest;

import java.util.Random;

/// What an action does on its host: begins, says something, takes its time, notes how it will end,
/// and ends so.
///
/// @param millis how long it takes
/// @param status as `sh` tells it: more than 128 when it kills itself with a signal
/// @param bytes of output
record Deed(int millis, int status, int bytes) {
    private static final int[] STATUSES = {0, 0, 0, 0, 1, 3, 42, 96, 97, 98, 255, 137, 143};

    static Deed of(Random random) {
        int millis = random.nextInt(3) > 0 ? random.nextInt(600) : random.nextInt(3000);
        int bytes = random.nextInt(3) > 0 ? 0 : random.nextInt(40_000);
        return new Deed(millis, STATUSES[random.nextInt(STATUSES.length)], bytes);
    }

    Deed within(int most) {
        return new Deed(Math.min(millis, most), status, bytes);
    }

    /// @param truth file that holds what really happened
    /// @param done file that is there once it ended well
    String text(String truth, String done) {
        return """
        echo begun >>'%s'
        head -c %d /dev/zero | tr '\\0' x
        sleep %d.%03d
        %s
        echo 'ends %d' >>'%s'
        %s
        """
                .formatted(
                        truth,
                        bytes,
                        millis / 1000,
                        millis % 1000,
                        status == 0 ? ": >'" + done + "'" : ":",
                        status,
                        truth,
                        status > 128 && status <= 192
                                ? "kill -" + (status - 128) + " $$; sleep 5"
                                : "exit " + status);
    }
}
