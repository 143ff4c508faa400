package dev.blackstart.proof.power;

import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import java.util.List;

/// What the recorded process writes to: the real journal, or one with a defect. Each call marks its
/// beginning, and its end once it counts as durable.
interface Book {
    /// A run begins, or is taken up again: its owner and its locks.
    void take(RunId run) throws Exception;

    void append(RunId run, long after, List<RunEvent> events) throws Exception;

    void keep(byte[] content) throws Exception;

    /// Somebody else asks to stop the run, and its owner takes the request.
    void ask(RunId run) throws Exception;

    void release(RunId run) throws Exception;

    void close() throws Exception;
}
