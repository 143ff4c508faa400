package dev.blackstart.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// One idea a file: small files, short methods.
class SizeTest {
    private static final int MOST_LINES = 400;
    private static final int MANY_LINES = 200;
    private static final int MEDIAN_LINES = 60;
    private static final int LONG_METHOD = 20;
    private static final int LONGEST_METHOD = 60;

    private final List<Source> main = Source.below(Source.MAIN);

    @Test
    void noFileIsOver400Lines() {
        List<String> over =
                Stream.concat(main.stream(), Source.below(Source.TEST).stream())
                        .filter(source -> source.lines().size() > MOST_LINES)
                        .map(source -> source.path() + " has " + source.lines().size() + " lines")
                        .toList();
        assertThat(over).as("files to split: one idea a file").isEmpty();
    }

    @Test
    void hardlyAnyFileIsOver200Lines() {
        List<String> over =
                main.stream()
                        .filter(source -> source.lines().size() > MANY_LINES)
                        .map(source -> source.path() + " has " + source.lines().size() + " lines")
                        .toList();
        assertThat(over)
                .as("at most one file in twenty may be over " + MANY_LINES + " lines")
                .hasSizeLessThanOrEqualTo(main.size() / 20);
    }

    @Test
    void halfOfTheFilesAreSmall() {
        List<Integer> sizes = main.stream().map(source -> source.lines().size()).sorted().toList();
        assertThat(sizes.get(sizes.size() / 2)).as("median").isLessThanOrEqualTo(MEDIAN_LINES);
    }

    @Test
    void methodsAreRarelyOver20Lines() {
        var all = new ArrayList<MethodTree>();
        var over = new ArrayList<String>();
        var farOver = new ArrayList<String>();
        for (Source source : main) {
            new TreeScanner<@Nullable Void, Source>() {
                @Override
                public @Nullable Void visitMethod(MethodTree method, Source in) {
                    if (method.getBody() != null) {
                        all.add(method);
                        int length = in.length(method.getBody());
                        String where = in.at(method) + " " + method.getName() + ": " + length;
                        if (length > LONG_METHOD) {
                            over.add(where);
                        }
                        if (length > LONGEST_METHOD) {
                            farOver.add(where);
                        }
                    }
                    return super.visitMethod(method, in);
                }
            }.scan(source.tree(), source);
        }
        assertThat(farOver).as("methods over " + LONGEST_METHOD + " lines").isEmpty();
        assertThat(over)
                .as("at most one method in ten may be over " + LONG_METHOD + " lines")
                .hasSizeLessThanOrEqualTo(Math.max(1, all.size() / 10));
    }
}
