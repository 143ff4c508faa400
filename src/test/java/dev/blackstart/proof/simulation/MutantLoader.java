package dev.blackstart.proof.simulation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// Classes of this program with one defect in them. Every package of ours from which the defect can
/// be seen is loaded anew; the others are shared, and so is what the JVM has made of them. Nothing
/// is written to disk.
public final class MutantLoader extends ClassLoader {
    private static final Path SOURCES = Path.of("src", "main", "java", "dev", "blackstart");

    private final Map<String, byte[]> mutated;
    private final Set<String> packages;

    private MutantLoader(Map<String, byte[]> mutated, Set<String> packages) {
        super(MutantLoader.class.getClassLoader());
        this.mutated = mutated;
        this.packages = packages;
    }

    static MutantLoader of(Map<String, byte[]> mutated, Dependents dependents) {
        return new MutantLoader(mutated, dependents.of(mutated.keySet()));
    }

    /// The classes that the defect is in, by name.
    public static Map<String, byte[]> classes(Mutant mutant) throws IOException {
        Path file = SOURCES.resolve(mutant.file());
        String text = Files.readString(file);
        int at = text.indexOf(mutant.right());
        if (at < 0 || text.indexOf(mutant.right(), at + 1) >= 0) {
            throw new AssertionError(
                    "`%s`: its text is in %s %s; bring the defect up to date"
                            .formatted(mutant, file, at < 0 ? "no more" : "more than once"));
        }
        return compiled(
                mutant,
                text.substring(0, at)
                        + mutant.wrong()
                        + text.substring(at + mutant.right().length()));
    }

    private static Map<String, byte[]> compiled(Mutant mutant, String source) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            InMemory memory = new InMemory(files);
            String path =
                    System.getProperty(
                            "surefire.test.class.path", System.getProperty("java.class.path", ""));
            boolean done =
                    compiler.getTask(
                                    said,
                                    memory,
                                    null,
                                    List.of("-proc:none", "-nowarn", "-parameters", "-cp", path),
                                    null,
                                    List.of(new Source(mutant.file(), source)))
                            .call();
            if (!done) {
                throw new AssertionError("`%s` does not compile: %s".formatted(mutant, said));
            }
            return memory.classes();
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!packages.contains(Dependents.packageOf(name))) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> there = findLoadedClass(name);
            return there == null ? findClass(name) : there;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = mutated.get(name);
        if (bytes == null) {
            bytes = shipped(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    private byte[] shipped(String name) throws ClassNotFoundException {
        String resource = name.replace('.', '/') + ".class";
        try (InputStream in = getParent().getResourceAsStream(resource)) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String path, String text) {
            super(URI.create("string:///dev/blackstart/" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /// Keeps what the compiler writes.
    private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> written = new HashMap<>();

        InMemory(JavaFileManager files) {
            super(files);
        }

        Map<String, byte[]> classes() {
            Map<String, byte[]> classes = new HashMap<>();
            written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
            return classes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            written.put(name, bytes);
            return new SimpleJavaFileObject(
                    URI.create("string:///" + name.replace('.', '/') + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return bytes;
                }
            };
        }
    }
}
