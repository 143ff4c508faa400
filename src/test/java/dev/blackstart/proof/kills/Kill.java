package dev.blackstart.proof.kills;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// When the process of a command is ended by `kill -9`.
sealed interface Kill {
    /// It is left alone.
    record Never() implements Kill {
        @Override
        public String toString() {
            return "no kill";
        }
    }

    record After(Duration since) implements Kill {
        @Override
        public String toString() {
            return "killed after " + since.toMillis() + " ms";
        }
    }

    /// As soon as so many actions have begun on the hosts, while they are at work there.
    record Begun(int actions) implements Kill {
        @Override
        public String toString() {
            return "killed when " + actions + " actions had begun";
        }
    }

    /// Before a system call is carried out.
    ///
    /// @param call such as `fsync`
    /// @param number which of them in one thread, from 1
    record Before(String call, int number) implements Kill {
        @Override
        public String toString() {
            return "killed before " + call + " " + number;
        }
    }

    /// What is put before the command.
    ///
    /// @param trace file for what strace saw
    default List<String> words(Path trace) {
        return this instanceof Before before ? FailPoints.kill(trace, before) : List.of();
    }
}
