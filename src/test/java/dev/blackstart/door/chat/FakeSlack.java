package dev.blackstart.door.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Slack's methods on loopback, as their documentation has them, and every way they can fail.
final class FakeSlack implements AutoCloseable {
    /// How one call goes wrong.
    enum Mood {
        /// 500, nothing taken
        BROKEN,
        /// 429 with Retry-After: 1
        BUSY,
        /// taken, and the connection closed without an answer
        LOST,
        /// no answer at all, nothing taken
        DEAF,
        /// taken and answered, but only after a while
        SLOW
    }

    /// More than a test's patience.
    static final Duration SLOWNESS = Duration.ofMillis(700);

    private static final JsonMapper MAPPER = new JsonMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger deaf = new AtomicInteger();
    private final AtomicInteger ts = new AtomicInteger();
    private final ConcurrentLinkedDeque<Mood> moods = new ConcurrentLinkedDeque<>();
    private final Executor late =
            CompletableFuture.delayedExecutor(SLOWNESS.toMillis(), TimeUnit.MILLISECONDS, threads);
    private volatile Optional<Mood> always = Optional.empty();
    final FakeMattermost mattermost = new FakeMattermost();
    final List<ObjectNode> messages = new CopyOnWriteArrayList<>();
    final List<String> calls = new CopyOnWriteArrayList<>();
    final List<JsonNode> whispers = new CopyOnWriteArrayList<>();

    /// What was told to a webhook.
    record Pushed(String stamp, String signature, String body) {}

    final List<Pushed> pushed = new CopyOnWriteArrayList<>();
    final List<JsonNode> views = new CopyOnWriteArrayList<>();

    FakeSlack() {
        this(0);
    }

    /// @param port 0 for a free one
    FakeSlack(int port) {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    String api() {
        return "http://127.0.0.1:" + port() + "/api";
    }

    int port() {
        return server.getAddress().getPort();
    }

    String responseUrl() {
        return "http://127.0.0.1:" + port() + "/commands/T1/1/secret";
    }

    /// The next calls go wrong in this order.
    void next(Mood... next) {
        moods.addAll(List.of(next));
    }

    /// So many words to one person are not taken.
    void deaf(int times) {
        deaf.set(times);
    }

    void always(Optional<Mood> mood) {
        always = mood;
    }

    private void take(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String method = path.substring(path.lastIndexOf('/') + 1);
        if (path.startsWith("/commands/") && deaf.getAndUpdate(it -> Math.max(0, it - 1)) > 0) {
            answer(exchange, 500, "oops");
            return;
        }
        if (path.startsWith("/commands/")) {
            whispers.add(MAPPER.readTree(body));
            answer(exchange, 200, "ok");
            return;
        }
        if (path.equals("/hook")) {
            pushed.add(
                    new Pushed(
                            exchange.getRequestHeaders().getFirst("Blackstart-Timestamp"),
                            exchange.getRequestHeaders().getFirst("Blackstart-Signature"),
                            body));
            answer(exchange, 204, "");
            return;
        }
        if (mattermost.shut && path.endsWith("/dialogs/open")) {
            answer(exchange, 500, "oops");
            return;
        }
        Optional<String> other = mattermost.take(exchange, body);
        if (other.isPresent()) {
            answer(exchange, 200, other.get());
            return;
        }
        calls.add(method);
        Mood mood = always.orElseGet(moods::poll);
        if (mood == null) {
            answer(exchange, 200, done(exchange, method, body));
            return;
        }
        switch (mood) {
            case BROKEN -> answer(exchange, 500, "oops");
            case BUSY -> {
                exchange.getResponseHeaders().add("Retry-After", "1");
                answer(exchange, 429, "{\"ok\":false,\"error\":\"ratelimited\"}");
            }
            case LOST -> {
                done(exchange, method, body);
                exchange.close();
            }
            case DEAF -> exchange.close();
            case SLOW -> late.execute(() -> slowly(exchange, method, body));
        }
    }

    private void slowly(HttpExchange exchange, String method, String body) {
        try {
            answer(exchange, 200, done(exchange, method, body));
        } catch (IOException e) {
            exchange.close(); // whoever asked has gone
        }
    }

    private String done(HttpExchange exchange, String method, String body) throws IOException {
        ObjectNode said =
                body.isEmpty() ? MAPPER.createObjectNode() : (ObjectNode) MAPPER.readTree(body);
        return switch (method) {
            case "chat.postMessage" -> {
                said.put("ts", "1700000000.%06d".formatted(ts.incrementAndGet()));
                messages.add(said);
                yield "{\"ok\":true,\"ts\":\"%s\"}".formatted(said.get("ts").asText());
            }
            case "chat.update" -> updated(said);
            case "chat.postEphemeral" -> {
                whispers.add(said);
                yield "{\"ok\":true}";
            }
            case "views.open" -> {
                views.add(said);
                yield "{\"ok\":true}";
            }
            case "conversations.history" ->
                    list(messages.stream().filter(it -> !it.has("thread_ts")).toList());
            case "conversations.replies" ->
                    list(
                            messages.stream()
                                    .filter(it ->
                                            exchange.getRequestURI()
                                                    .getQuery()
                                                    .contains(
                                                            "&ts="
                                                                    + it.path("thread_ts")
                                                                            .asText("-")))
                                    .toList());
            default -> "{\"ok\":false,\"error\":\"unknown_method\"}";
        };
    }

    private String updated(ObjectNode said) {
        for (ObjectNode message : messages) {
            if (message.get("ts").equals(said.get("ts"))) {
                message.set("blocks", said.get("blocks"));
                message.set("text", said.get("text"));
                return "{\"ok\":true,\"ts\":\"%s\"}".formatted(said.get("ts").asText());
            }
        }
        return "{\"ok\":false,\"error\":\"message_not_found\"}";
    }

    private static String list(List<ObjectNode> some) {
        ObjectNode node = MAPPER.createObjectNode().put("ok", true);
        node.putArray("messages").addAll(new ArrayList<>(some));
        return node.toString();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /// The messages of a run, its own first.
    List<ObjectNode> of(String run) {
        return messages.stream()
                .filter(it ->
                        it.path("metadata")
                                .path("event_payload")
                                .path("key")
                                .asText()
                                .startsWith(run))
                .toList();
    }

    /// The value of the button for a choice, wherever it stands.
    Optional<String> button(String run, String choice) {
        return of(run).stream()
                .flatMap(it -> it.findParents("action_id").stream())
                .filter(it -> it.path("action_id").asText().equals("answer-" + choice))
                .map(it -> it.path("value").asText())
                .findFirst();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
