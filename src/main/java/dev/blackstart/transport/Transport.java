package dev.blackstart.transport;

import java.util.function.Consumer;

/// Carries commands to hosts. Calls return at once; each delivers exactly one completion, on a
/// thread of the transport's own. One slow host delays no other.
public interface Transport extends AutoCloseable {
    /// @param sent called once when the command has been handed to the host's connection
    /// @param deliver called exactly once
    void execute(Request request, Consumer<Handed> sent, Consumer<Completion> deliver);

    /// Copies a file off a host over SFTP.
    void fetch(Fetch fetch, Consumer<FetchResult> deliver);

    /// Nothing that is executed from now on goes over a connection from before: the machine may
    /// have slept, and then none of them leads anywhere. What is under way is left alone.
    default void renew() {}

    /// Ends every connection; commands that run on hosts are left alone.
    @Override
    void close();
}
