package dev.blackstart.testing;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// One page of a browser, as a person uses it; hears what the page asks the network for and what
/// its policy forbids.
public final class Tab {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final DevTools tools;
    private final String session;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    Tab(DevTools tools, String session) {
        this.tools = tools;
        this.session = session;
        tools.listen(session, this::hears);
        List.of("Page", "Runtime", "Network", "Log", "Audits").forEach(it -> ask(it + ".enable"));
    }

    private void hears(String name, JsonNode event) {
        switch (name) {
            case "Network.requestWillBeSent" ->
                    requests.add(event.path("request").path("url").asText());
            case "Runtime.exceptionThrown" ->
                    complaints.add("script: " + event.path("exceptionDetails"));
            case "Audits.issueAdded" -> issue(event.path("issue"));
            default -> {}
        }
    }

    private void issue(JsonNode issue) {
        if (issue.path("code").asText().equals("ContentSecurityPolicyIssue")) {
            complaints.add("policy: " + issue.path("details"));
        }
    }

    /// The addresses of everything that was asked for.
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /// What the page's policy forbade, and scripts that failed.
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    private JsonNode ask(String method) {
        return ask(method, DevTools.params());
    }

    private JsonNode ask(String method, ObjectNode params) {
        return tools.ask(session, method, params);
    }

    public Tab open(String address) {
        run("window.left = true");
        ask("Page.navigate", DevTools.params().put("url", address));
        return arrived();
    }

    /// Waits until the page that something leads to has been loaded.
    public Tab arrived() {
        await().atMost(SOON)
                .ignoreExceptions()
                .pollInterval(Duration.ofMillis(30))
                .until(() -> truth("!window.left && document.readyState === 'complete'"));
        return this;
    }

    /// The value of an expression of its script.
    public JsonNode value(String expression) {
        JsonNode said =
                ask(
                        "Runtime.evaluate",
                        DevTools.params()
                                .put("expression", expression)
                                .put("returnByValue", true)
                                .put("awaitPromise", true));
        if (said.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + said.get("exceptionDetails"));
        }
        return said.path("result").path("value");
    }

    private void run(String script) {
        value(script);
    }

    public boolean truth(String expression) {
        return value(expression).asBoolean();
    }

    /// What a reader sees of an element; empty when it is not there.
    public String text(String selector) {
        return value("(document.querySelector(%s)?.innerText ?? '')".formatted(quoted(selector)))
                .asText();
    }

    public String html() {
        return value("document.documentElement.outerHTML").asText();
    }

    public long count(String selector) {
        return value("document.querySelectorAll(%s).length".formatted(quoted(selector))).asLong();
    }

    public Tab until(String selector, String says) {
        await("`" + says + "` in " + selector)
                .atMost(SOON)
                .ignoreExceptions()
                .pollInterval(Duration.ofMillis(50))
                .until(() -> text(selector).contains(says));
        return this;
    }

    public Tab type(String selector, String text) {
        run("document.querySelector(%s).focus()".formatted(quoted(selector)));
        ask("Input.insertText", DevTools.params().put("text", text));
        return this;
    }

    public Tab key(String name, int code) {
        for (String kind : List.of("rawKeyDown", "keyUp")) {
            ask(
                    "Input.dispatchKeyEvent",
                    DevTools.params()
                            .put("type", kind)
                            .put("key", name)
                            .put("code", name)
                            .put("windowsVirtualKeyCode", code));
        }
        return this;
    }

    /// With the mouse, where the element is.
    public Tab click(String selector) {
        JsonNode at =
                value(
                        """
                        (() => { const it = document.querySelector(%s); it.scrollIntoView({block: 'center', behavior: 'instant'});
                        const box = it.getBoundingClientRect(); return {x: box.x + box.width / 2, y: box.y + box.height / 2}; })()\
                        """
                                .formatted(quoted(selector)));
        for (String kind : List.of("mousePressed", "mouseReleased")) {
            ask(
                    "Input.dispatchMouseEvent",
                    DevTools.params()
                            .put("type", kind)
                            .put("x", at.get("x").asDouble())
                            .put("y", at.get("y").asDouble())
                            .put("button", "left")
                            .put("clickCount", 1));
        }
        return this;
    }

    /// Sends a form by its button, and waits for the page that follows.
    public Tab send(String button) {
        run("window.left = true");
        return click(button).arrived();
    }

    public Tab size(int width, int height) {
        ask(
                "Emulation.setDeviceMetricsOverride",
                DevTools.params()
                        .put("width", width)
                        .put("height", height)
                        .put("deviceScaleFactor", 1)
                        .put("mobile", width < 500));
        return this;
    }

    public Tab dark() {
        ObjectNode params = DevTools.params();
        params.putArray("features")
                .addObject()
                .put("name", "prefers-color-scheme")
                .put("value", "dark");
        ask("Emulation.setEmulatedMedia", params);
        return this;
    }

    /// The whole page, also what is further down.
    public void picture(Path file) {
        JsonNode said =
                ask("Page.captureScreenshot", DevTools.params().put("captureBeyondViewport", true));
        try {
            Files.write(file, Base64.getDecoder().decode(said.get("data").asText()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
