package dev.blackstart.door.web;

import java.util.regex.Pattern;

/// Where somebody may be led after they have logged in: pages of this server, and nothing that
/// looks like one.
final class Places {
    private static final Pattern PAGE =
            Pattern.compile("/|(/[A-Za-z0-9_-][A-Za-z0-9._~-]*)+(\\?[A-Za-z0-9._~=&%-]{0,500})?");

    private Places() {}

    static boolean allowed(String path) {
        return PAGE.matcher(path).matches()
                && !path.startsWith("/login")
                && !path.startsWith("/logout");
    }
}
