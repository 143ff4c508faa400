package dev.blackstart.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/// Where links of the Markdown files lead on the site.
///
/// @param pages the Markdown files that become pages, below the root
/// @param target the site; files of the repository that are linked are copied to `files` in it
record Links(Path root, List<Path> pages, Path target) {
    /// @param page the file the link stands in
    String of(Path page, String link) {
        if (link.isEmpty() || link.startsWith("#") || link.contains(":")) {
            return link;
        }
        int hash = link.indexOf('#');
        String path = hash < 0 ? link : link.substring(0, hash);
        String anchor = hash < 0 ? "" : link.substring(hash);
        Path meant =
                (page.getParent() == null ? Path.of(path) : page.getParent().resolve(path))
                        .normalize();
        if (pages.contains(meant)) {
            return file(meant) + anchor;
        }
        return meant.startsWith("src/site/resources")
                ? meant.getFileName().toString()
                : copied(meant) + anchor;
    }

    static String file(Path page) {
        return page.getFileName().toString().toLowerCase(Locale.ROOT).replace(".md", ".html");
    }

    /// A folder is not copied; its link is left as it is and a test finds it.
    private String copied(Path meant) {
        Path from = root.resolve(meant);
        if (!Files.isRegularFile(from)) {
            return meant.toString();
        }
        Path to = target.resolve("files").resolve(meant.toString() + ".txt");
        try {
            Files.createDirectories(to.getParent());
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "files/" + meant + ".txt";
    }
}
