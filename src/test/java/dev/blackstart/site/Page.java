package dev.blackstart.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// One page.
///
/// @param file its name on the site
/// @param body as HTML
record Page(String file, String title, String body, List<Section> sections) {
    /// What stands below one heading.
    ///
    /// @param anchor the heading's id
    record Section(String heading, String anchor, String text) {}

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

    static Page read(Path root, Path source, Links links) throws IOException {
        Node document = PARSER.parse(Files.readString(root.resolve(source)));
        document.accept(new Relinking(source, links));
        List<Section> sections = Sections.of(document);
        Map<Node, String> anchors = Sections.anchors(document);
        HtmlRenderer renderer =
                HtmlRenderer.builder()
                        .extensions(EXTENSIONS)
                        .attributeProviderFactory(context ->
                                (node, tag, attributes) -> {
                                    if (node instanceof Heading && anchors.containsKey(node)) {
                                        attributes.put("id", anchors.get(node));
                                    }
                                })
                        .build();
        return new Page(
                Links.file(source),
                sections.getFirst().heading(),
                renderer.render(document),
                sections);
    }

    private static final class Relinking extends AbstractVisitor {
        private final Path source;
        private final Links links;

        Relinking(Path source, Links links) {
            this.source = source;
            this.links = links;
        }

        @Override
        public void visit(Link link) {
            link.setDestination(links.of(source, link.getDestination()));
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            image.setDestination(links.of(source, image.getDestination()));
            visitChildren(image);
        }
    }
}
