package dev.blackstart.testing;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The class path of the tests, for Java processes they start.
public final class OwnClassPath {
    private OwnClassPath() {}

    /// Of this JVM, or of the loader that a test console made for the tests.
    public static String text() {
        ClassLoader loader = OwnClassPath.class.getClassLoader();
        return loader instanceof URLClassLoader urls
                ? Stream.of(urls.getURLs()).map(URL::getPath).collect(Collectors.joining(":"))
                : System.getProperty("java.class.path");
    }
}
