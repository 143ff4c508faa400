package dev.blackstart.transport.ssh;

import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.HostName;
import dev.blackstart.transport.Completion;
import dev.blackstart.transport.Deadlines;
import dev.blackstart.transport.Fetch;
import dev.blackstart.transport.FetchResult;
import dev.blackstart.transport.Handed;
import dev.blackstart.transport.OutputStore;
import dev.blackstart.transport.Request;
import dev.blackstart.transport.Transport;
import java.security.Security;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import net.schmizz.sshj.common.SecurityUtils;

/// Commands and copies over SSH. Work is done on platform threads: with virtual ones a JVM takes up
/// to 0.3 s longer to exit (PERF, section 4). All threads are daemons, so a hung host never keeps
/// the process alive.
public final class SshTransport implements Transport {
    private final ExecutorService workers;
    private final ScheduledExecutorService clock;
    private final Pool pool;
    private final Errand.Means means;

    private SshTransport(
            SshSettings settings,
            Function<HostName, Optional<Host>> inventory,
            OutputStore store,
            AddressBook book) {
        ThreadFactory threads = Thread.ofPlatform().daemon().name("ssh-", 1).factory();
        this.workers = Executors.newCachedThreadPool(threads);
        this.clock = clock(threads);
        Algorithms algorithms = new Algorithms();
        Credentials credentials =
                new Credentials(
                        new KeyFiles(settings, algorithms), settings.agent().map(Agent::new));
        Connector connector =
                new Connector(
                        settings,
                        algorithms,
                        new HostTrust(new KnownHosts(settings.knownHosts())),
                        credentials,
                        clock,
                        new Names(book));
        this.pool = new Pool(connector, inventory, settings.connections(), workers);
        this.means = new Errand.Means(pool, store, workers, clock, settings);
    }

    /// One thread for all deadlines; it ends when nothing is timed any more.
    private static ScheduledExecutorService clock(ThreadFactory threads) {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, threads);
        clock.setKeepAliveTime(10, TimeUnit.SECONDS);
        clock.allowCoreThreadTimeOut(true);
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }

    /// The same with no address kept from an earlier day.
    public static SshTransport open(
            SshSettings settings, Function<HostName, Optional<Host>> inventory, OutputStore store) {
        return open(settings, inventory, store, AddressBook.none());
    }

    /// @param inventory finds jump hosts by name
    /// @param store keeps the output
    /// @param book what names meant when the name service last answered
    public static SshTransport open(
            SshSettings settings,
            Function<HostName, Optional<Host>> inventory,
            OutputStore store,
            AddressBook book) {
        // registering that provider costs half a second at start, and nothing offered needs it
        SecurityUtils.setRegisterBouncyCastle(false);
        Security.addProvider(new EcdsaByName());
        return new SshTransport(settings, inventory, store, book);
    }

    @Override
    public void execute(Request request, Consumer<Handed> sent, Consumer<Completion> deliver) {
        new Errand(means, request, sent, deliver).start();
    }

    @Override
    public void fetch(Fetch fetch, Consumer<FetchResult> deliver) {
        workers.execute(() -> deliver.accept(copied(fetch)));
    }

    private FetchResult copied(Fetch fetch) {
        return switch (pool.lease(fetch.host(), Deadlines.of(fetch.within()))) {
            case Opening.Refused refused ->
                    new FetchResult.NotCopied(
                            "%s on %s was not copied: %s"
                                    .formatted(
                                            fetch.remote(), fetch.host().name(), refused.reason()));
            case Opening.Open open -> {
                try {
                    yield new Copy(fetch, means.settings().largestFetch())
                            .over(open.connection(), clock);
                } finally {
                    pool.release(open.connection());
                }
            }
        };
    }

    @Override
    public void renew() {
        pool.renew();
    }

    @Override
    public void close() {
        pool.close();
    }
}
