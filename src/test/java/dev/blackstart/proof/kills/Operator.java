package dev.blackstart.proof.kills;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A person who reads what a command says and answers what it asks: yes to what is to be sent, a
/// new approval where a host says that nothing was started, another look where nothing is known.
/// Never an answer that sends again what may have been done.
final class Operator implements Runnable {
    private static final Pattern PROMPT =
            Pattern.compile("(?:gate \\S+(?: \\[[^\\n]*\\])?|reason|[^\\n]*\\[y N\\])> $");
    private static final Pattern CHOICE =
            Pattern.compile("(?m)^(?:choices)? +([^\\s=]+) = ([^\\r\\n]*)");
    private static final int LOOKS = 5;

    private final InputStream screen;
    private final OutputStream keys;
    private final StringBuilder said = new StringBuilder();
    private int answered;
    private int looked;

    Operator(InputStream screen, OutputStream keys) {
        this.screen = screen;
        this.keys = keys;
    }

    /// Until the command has ended.
    @Override
    public void run() {
        byte[] bytes = new byte[8192];
        try {
            for (int size = screen.read(bytes); size >= 0; size = screen.read(bytes)) {
                synchronized (said) {
                    said.append(new String(bytes, 0, size, UTF_8));
                    answer();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String said() {
        synchronized (said) {
            return said.toString();
        }
    }

    private void answer() {
        String news = said.substring(answered);
        Matcher prompt = PROMPT.matcher(news);
        if (prompt.find()) {
            answered = said.length();
            String answer = prompt.group().startsWith("gate ") ? choice(news) : "y";
            try {
                keys.write((answer + "\n").getBytes(UTF_8));
                keys.flush();
            } catch (IOException e) {
                // the command was killed between its question and the answer
                answered = said.length();
            }
        }
    }

    private String choice(String news) {
        Map<String, String> choices = new LinkedHashMap<>();
        Matcher matcher = CHOICE.matcher(news);
        while (matcher.find()) {
            choices.put(matcher.group(1), matcher.group(2));
        }
        for (Map.Entry<String, String> choice : choices.entrySet()) {
            if (choice.getValue().matches("send (it|the undo)\\b.*")) {
                return choice.getKey();
            }
        }
        if (choices.containsKey("retry")) {
            return "retry";
        }
        return choices.containsKey("look") && looked++ < LOOKS ? "look" : "";
    }
}
