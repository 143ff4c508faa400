package dev.blackstart.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The site: every page of `src/site/markdown` and the README, in the order of `index.md`.
///
/// @param root folder of the repository
record Site(Path root) {
    private static final Path PAGES = Path.of("src/site/markdown");
    private static final Path LOOK = Path.of("src/site/look");
    private static final Path RESOURCES = Path.of("src/site/resources");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+\\.md)\\)");

    /// @param arguments folder of the repository and folder of the site, both made by the build
    public static void main(String... arguments) throws IOException {
        Path target = Path.of(arguments[1]);
        int pages = new Site(Path.of(arguments[0])).write(target);
        System.out.println(pages + " pages in " + target.resolve("index.html"));
    }

    /// @return how many pages
    int write(Path target) throws IOException {
        Links links = new Links(root, sources(), target);
        List<Page> pages = new ArrayList<>();
        for (Path source : sources()) {
            pages.add(Page.read(root, source, links));
        }
        Files.createDirectories(target);
        copyFlat(LOOK, target);
        copyFlat(RESOURCES, target);
        Layout layout = new Layout(Files.readString(root.resolve(LOOK).resolve("page.html")));
        for (Page page : pages) {
            Files.writeString(target.resolve(page.file()), layout.page(page, pages));
        }
        Files.deleteIfExists(target.resolve("page.html"));
        SearchIndex index = SearchIndex.of(pages);
        Files.writeString(target.resolve("search-index.json"), index.json());
        Files.writeString(
                target.resolve("search-index.js"), "window.SECTIONS = " + index.json() + ";\n");
        return pages.size();
    }

    /// The pages in reading order: the index, what it links, and what it forgot.
    List<Path> sources() throws IOException {
        Path index = PAGES.resolve("index.md");
        Map<Path, Boolean> found = new LinkedHashMap<>();
        found.put(index, true);
        Matcher link = LINK.matcher(Files.readString(root.resolve(index)));
        while (link.find()) {
            found.put(index.resolveSibling(link.group(1)).normalize(), true);
        }
        try (Stream<Path> all = Files.list(root.resolve(PAGES))) {
            all.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .forEach(file -> found.put(PAGES.resolve(file.getFileName()), true));
        }
        return List.copyOf(found.keySet());
    }

    private void copyFlat(Path folder, Path target) throws IOException {
        try (Stream<Path> all = Files.list(root.resolve(folder))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Files.copy(
                        file,
                        target.resolve(file.getFileName()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
