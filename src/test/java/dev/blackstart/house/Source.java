package dev.blackstart.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/// One Java file, parsed but not resolved.
record Source(Path path, List<String> lines, CompilationUnitTree tree, SourcePositions positions) {
    static final Path MAIN = Path.of("src/main/java");
    static final Path TEST = Path.of("src/test/java");

    /// Every file below a folder.
    static List<Source> below(Path folder) {
        var compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "needs a JDK");
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            List<Path> paths = javaFiles(folder);
            if (paths.isEmpty()) {
                return List.of();
            }
            var task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    files,
                                    null,
                                    List.of("-proc:none"),
                                    null,
                                    files.getJavaFileObjectsFromPaths(paths));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            var sources = new ArrayList<Source>();
            for (CompilationUnitTree tree : task.parse()) {
                Path path = Path.of(tree.getSourceFile().toUri());
                sources.add(new Source(path, Files.readAllLines(path), tree, positions));
            }
            return List.copyOf(sources);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().endsWith(".java")).sorted().toList();
        }
    }

    String packageName() {
        return String.valueOf(tree.getPackageName());
    }

    String fileName() {
        return path.getFileName().toString();
    }

    /// Counts from 1.
    int line(Tree part) {
        return (int) tree.getLineMap().getLineNumber(positions.getStartPosition(tree, part));
    }

    int length(Tree part) {
        long last = tree.getLineMap().getLineNumber(positions.getEndPosition(tree, part));
        return (int) last - line(part) + 1;
    }

    /// `path:line`, as compilers print it.
    String at(Tree part) {
        return Path.of("").toAbsolutePath().relativize(path) + ":" + line(part);
    }

    /// Whether a `///` comment ends right above a declaration and its annotations.
    boolean documented(Tree part) {
        int above = line(part) - 2;
        return above >= 0 && lines.get(above).strip().startsWith("///");
    }
}
