package dev.blackstart.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The house rules that need a look into the code: switches, catches, static state.
class CodeRulesTest {
    /// Files that may catch everything besides the doors: the engine's outermost loop.
    private static final Set<String> OUTERMOST = Set.of("Engine.java", "EngineLoop.java");

    /// Files whose switch over our own types may have a `default`, each for a reason.
    private static final Set<String> MAY_DEFAULT = Set.of();

    private static final Pattern CATCH_ALL =
            Pattern.compile("\\b(Exception|Throwable|RuntimeException)\\b");

    private final List<Source> main = Source.below(Source.MAIN);

    @Test
    void switchesOverOurOwnTypesNameEveryCase() {
        assertThat(find(new Defaults(OurTypes.in(main))))
                .as("switches whose `default` would hide a new case from the compiler")
                .isEmpty();
    }

    @Test
    void onlyTheOutermostLoopAndTheDoorsCatchEverything() {
        assertThat(find(new CatchAll()))
                .as("catch what is expected, by its name; let bugs fly")
                .isEmpty();
    }

    @Test
    void thereIsNoStaticState() {
        assertThat(find(new StaticState())).as("static fields that are not final").isEmpty();
    }

    private List<String> find(Finder finder) {
        main.forEach(source -> finder.scan(source.tree(), source));
        return finder.found;
    }

    private abstract static class Finder extends TreeScanner<@Nullable Void, Source> {
        final List<String> found = new ArrayList<>();
    }

    private static final class Defaults extends Finder {
        private final OurTypes ours;

        Defaults(OurTypes ours) {
            this.ours = ours;
        }

        @Override
        public @Nullable Void visitSwitch(SwitchTree tree, Source in) {
            look(tree, tree.getCases(), in);
            return super.visitSwitch(tree, in);
        }

        @Override
        public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, Source in) {
            look(tree, tree.getCases(), in);
            return super.visitSwitchExpression(tree, in);
        }

        private void look(Tree tree, List<? extends CaseTree> cases, Source in) {
            var labels = cases.stream().flatMap(one -> one.getLabels().stream()).toList();
            if (labels.stream().anyMatch(DefaultCaseLabelTree.class::isInstance)
                    && ours.switchedOver(labels)
                    && !MAY_DEFAULT.contains(in.fileName())) {
                found.add(in.at(tree));
            }
        }
    }

    private static final class CatchAll extends Finder {
        @Override
        public @Nullable Void visitCatch(CatchTree tree, Source in) {
            boolean allowed =
                    in.packageName().startsWith(Room.ROOT + ".door.")
                            || (in.packageName().equals(Room.ROOT + ".engine")
                                    && OUTERMOST.contains(in.fileName()));
            if (!allowed
                    && !passesOn(tree)
                    && CATCH_ALL.matcher(tree.getParameter().getType().toString()).find()) {
                found.add(in.at(tree) + " catches " + tree.getParameter().getType());
            }
            return super.visitCatch(tree, in);
        }

        /// Ends by throwing, or by handing it to whoever waits for a future.
        private static boolean passesOn(CatchTree tree) {
            var statements = tree.getBlock().getStatements();
            return !statements.isEmpty()
                    && (statements.getLast() instanceof ThrowTree
                            || statements.getLast().toString().contains(".completeExceptionally("));
        }
    }

    private static final class StaticState extends Finder {
        @Override
        public @Nullable Void visitClass(ClassTree type, Source in) {
            for (Tree member : type.getMembers()) {
                if (member instanceof VariableTree field
                        && field.getModifiers().getFlags().contains(Modifier.STATIC)
                        && !field.getModifiers().getFlags().contains(Modifier.FINAL)
                        && type.getKind() != Tree.Kind.INTERFACE) {
                    found.add(in.at(field) + " " + field.getName());
                }
            }
            return super.visitClass(type, in);
        }
    }
}
