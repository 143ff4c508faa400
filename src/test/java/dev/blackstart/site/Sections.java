package dev.blackstart.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/// Cuts a page at its headings.
final class Sections {
    private Sections() {}

    static List<Page.Section> of(Node document) {
        Map<Node, String> anchors = anchors(document);
        List<Page.Section> sections = new ArrayList<>();
        String heading = "";
        String anchor = "";
        StringBuilder text = new StringBuilder();
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading) {
                if (!heading.isEmpty()) {
                    sections.add(new Page.Section(heading, anchor, text.toString().strip()));
                }
                heading = words(node).strip();
                anchor = anchors.getOrDefault(node, "");
                text.setLength(0);
            } else {
                text.append(words(node)).append(' ');
            }
        }
        sections.add(new Page.Section(heading, anchor, text.toString().strip()));
        return List.copyOf(sections);
    }

    /// Ids as the forges make them, so that links work in both places.
    static Map<Node, String> anchors(Node document) {
        Map<Node, String> anchors = new HashMap<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading) {
                String bare =
                        words(node)
                                .strip()
                                .toLowerCase(Locale.ROOT)
                                .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                                .replace(' ', '-');
                int before = seen.merge(bare, 1, Integer::sum) - 1;
                anchors.put(node, before == 0 ? bare : bare + "-" + before);
            }
        }
        return anchors;
    }

    private static String words(Node node) {
        StringBuilder words = new StringBuilder();
        node.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(Text text) {
                        words.append(text.getLiteral());
                        after(text);
                    }

                    @Override
                    public void visit(Code code) {
                        words.append(code.getLiteral());
                        after(code);
                    }

                    @Override
                    public void visit(FencedCodeBlock block) {
                        words.append(block.getLiteral()).append(' ');
                    }

                    @Override
                    public void visit(SoftLineBreak end) {
                        words.append(' ');
                    }

                    // cells and paragraphs end words; emphasis and links do not.
                    private void after(Node last) {
                        if (last.getNext() == null) {
                            words.append(' ');
                        }
                    }
                });
        return words.toString();
    }
}
