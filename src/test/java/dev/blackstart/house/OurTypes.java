package dev.blackstart.house;

import com.sun.source.tree.CaseLabelTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConstantCaseLabelTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the product declares itself, as far as a label of a switch can name it.
///
/// @param files names of top-level types
/// @param enums for each enum the names of its constants, alone and behind the name of the enum
record OurTypes(Set<String> files, List<Set<String>> enums) {
    private static final Pattern FIRST_NAME = Pattern.compile("^[A-Z]\\w*");

    static OurTypes in(List<Source> sources) {
        var files = new HashSet<String>();
        var enums = new ArrayList<Set<String>>();
        for (Source source : sources) {
            files.add(source.fileName().replace(".java", ""));
            source.tree()
                    .accept(
                            new TreeScanner<@Nullable Void, @Nullable Void>() {
                                @Override
                                public @Nullable Void visitClass(
                                        ClassTree type, @Nullable Void ignored) {
                                    if (type.getKind() == Tree.Kind.ENUM) {
                                        enums.add(constants(type));
                                    }
                                    return super.visitClass(type, null);
                                }
                            },
                            null);
        }
        return new OurTypes(files, enums);
    }

    private static Set<String> constants(ClassTree type) {
        var names = new HashSet<String>();
        for (Tree member : type.getMembers()) {
            if (member instanceof VariableTree field
                    && String.valueOf(field.getType()).equals(type.getSimpleName().toString())) {
                names.add(field.getName().toString());
                names.add(type.getSimpleName() + "." + field.getName());
            }
        }
        return names;
    }

    /// Do these labels name a type of ours, or only constants of one enum of ours?
    boolean switchedOver(List<? extends CaseLabelTree> labels) {
        var names = new HashSet<String>();
        for (CaseLabelTree label : labels) {
            if (label instanceof PatternCaseLabelTree pattern && startsWithOurs(pattern)) {
                return true;
            }
            if (label instanceof ConstantCaseLabelTree constant
                    && !(constant.getConstantExpression() instanceof LiteralTree)) {
                names.add(constant.getConstantExpression().toString());
            }
        }
        return !names.isEmpty() && enums.stream().anyMatch(one -> one.containsAll(names));
    }

    private boolean startsWithOurs(PatternCaseLabelTree label) {
        Matcher first = FIRST_NAME.matcher(label.getPattern().toString());
        return first.find() && files.contains(first.group());
    }
}
