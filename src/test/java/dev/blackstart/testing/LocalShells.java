package dev.blackstart.testing;

import dev.blackstart.run.Kept;
import dev.blackstart.transport.Completion;
import dev.blackstart.transport.Fetch;
import dev.blackstart.transport.FetchResult;
import dev.blackstart.transport.Handed;
import dev.blackstart.transport.Request;
import dev.blackstart.transport.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Hosts that are folders: every command really runs in a local shell with that folder as home, so
/// that the wrapper, receipts and effects are real. Connections can be cut to order.
public final class LocalShells implements Transport {
    private static final String RECEIPT = "blackstart-receipt";
    private static final String AS_ROOT = "blackstart-as-root";

    private final Path root;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<String> unreachable = ConcurrentHashMap.newKeySet();
    private final Set<String> withoutReceipts = ConcurrentHashMap.newKeySet();
    private final Set<String> withoutSudo = ConcurrentHashMap.newKeySet();
    private final Map<String, String> loseAfter = new ConcurrentHashMap<>();
    private final Map<String, String> unreachableOnce = new ConcurrentHashMap<>();
    private final Map<String, String> bootIds = new ConcurrentHashMap<>();
    private final List<String> lines = new CopyOnWriteArrayList<>();

    public LocalShells(Path root) {
        this.root = root;
    }

    /// The folder that is the host's home.
    public Path home(String host) {
        try {
            return Files.createDirectories(root.resolve(host));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where the host keeps claims and fences.
    public Path claims(String host) {
        return home(host).resolve(".cache/blackstart");
    }

    public void unreachable(String host) {
        unreachable.add(host);
    }

    public void reachable(String host) {
        unreachable.remove(host);
    }

    /// Once, a command line with this text does not reach the host.
    public void unreachableOnce(String host, String text) {
        unreachableOnce.put(host, text);
    }

    /// From now on no receipt can be read on the host.
    public void withoutReceipts(String host) {
        withoutReceipts.add(host);
    }

    public void withReceipts(String host) {
        withoutReceipts.remove(host);
    }

    /// From now on `sudo` wants a password on the host.
    public void withoutSudo(String host) {
        withoutSudo.add(host);
    }

    public void bootId(String host, String id) {
        bootIds.put(host, id);
    }

    /// The connection is lost once a command line with this text has run on the host.
    public void loseAfter(String host, String text) {
        loseAfter.put(host, text);
    }

    /// Every command line that was handed to a host, in order.
    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void execute(Request request, Consumer<Handed> sent, Consumer<Completion> deliver) {
        threads.execute(() -> deliver.accept(complete(request, sent)));
    }

    private Completion complete(Request request, Consumer<Handed> sent) {
        String host = request.host().name().value();
        String once = unreachableOnce.get(host);
        boolean refused = once != null && request.commandLine().contains(once);
        if (refused) {
            unreachableOnce.remove(host);
        }
        if (refused || unreachable.contains(host)) {
            return new Completion.Unreachable(
                    Completion.Cause.NO_CONNECTION, "connection refused by " + host);
        }
        lines.add(request.commandLine());
        Optional<String> boot = Optional.of(bootIds.getOrDefault(host, "boot-1"));
        sent.accept(new Handed(boot));
        if (withoutReceipts.contains(host) && request.commandLine().contains(RECEIPT)) {
            return new Completion.Exited(1, Kept.NOTHING, Kept.NOTHING, Duration.ZERO, boot);
        }
        if (withoutSudo.contains(host) && request.commandLine().contains(AS_ROOT)) {
            Kept wanted = said("sudo: a password is required\n".getBytes(StandardCharsets.UTF_8));
            return new Completion.Exited(1, Kept.NOTHING, wanted, Duration.ZERO, boot);
        }
        try {
            return run(request, host, boot);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Completion.Lost("interrupted", Kept.NOTHING, Kept.NOTHING, Duration.ZERO);
        }
    }

    private Completion run(Request request, String host, Optional<String> boot)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile(root, "out", "");
        Path err = Files.createTempFile(root, "err", "");
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", request.commandLine());
        builder.environment().put("HOME", home(host).toString());
        builder.environment().put("HOST", host);
        builder.environment().put("BLACKSTART_CLAIMS", claims(host).toString());
        Path bootId = Files.createTempFile(root, "boot", "");
        Files.writeString(bootId, boot.orElse("") + "\n");
        builder.environment().put("BLACKSTART_BOOT_ID", bootId.toString());
        builder.directory(home(host).toFile());
        builder.redirectOutput(out.toFile()).redirectError(err.toFile());
        long start = System.nanoTime();
        Process process = builder.start();
        try (var stdin = process.getOutputStream()) {
            if (request.stdin().isPresent()) {
                stdin.write(request.stdin().get().reveal().getBytes(StandardCharsets.UTF_8));
            }
        }
        boolean ended =
                process.waitFor(request.deadlines().total().toMillis(), TimeUnit.MILLISECONDS);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        Kept stdout = kept(out);
        Kept stderr = kept(err);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            return new Completion.DeadlinePassed(stdout, stderr, took, boot);
        }
        String cut = loseAfter.get(host);
        if (cut != null && request.commandLine().contains(cut)) {
            loseAfter.remove(host);
            return new Completion.Lost("reset by " + host, Kept.NOTHING, Kept.NOTHING, took);
        }
        return new Completion.Exited(process.exitValue(), stdout, stderr, took, boot);
    }

    private static Kept kept(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        return said(bytes);
    }

    private static Kept said(byte[] bytes) {
        return new Kept(
                new String(bytes, StandardCharsets.UTF_8),
                bytes.length,
                sha256(bytes),
                Optional.empty());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void fetch(Fetch fetch, Consumer<FetchResult> deliver) {
        threads.execute(() -> {
            try {
                byte[] bytes = Files.readAllBytes(Path.of(fetch.remote()));
                Files.createDirectories(fetch.local().getParent());
                Files.write(fetch.local(), bytes);
                deliver.accept(new FetchResult.Copied(bytes.length, sha256(bytes)));
            } catch (IOException e) {
                deliver.accept(new FetchResult.NotCopied(e.toString()));
            }
        });
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
