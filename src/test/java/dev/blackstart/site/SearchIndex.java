package dev.blackstart.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// All sections of all pages; the page's script searches in the same list in the same way.
record SearchIndex(List<Entry> entries) {
    /// @param link where the section is, as `page.html#anchor`
    record Entry(String link, String page, String heading, String text) {}

    SearchIndex {
        entries = List.copyOf(entries);
    }

    static SearchIndex of(List<Page> pages) {
        List<Entry> entries = new ArrayList<>();
        for (Page page : pages) {
            for (Page.Section section : page.sections()) {
                entries.add(
                        new Entry(
                                page.file() + "#" + section.anchor(),
                                page.title(),
                                section.heading(),
                                section.text().replaceAll("\\s+", " ")));
            }
        }
        return new SearchIndex(entries);
    }

    /// Sections in which every word occurs, those with all of them in the heading first.
    List<Entry> search(String words) {
        List<String> wanted = Arrays.asList(words.toLowerCase(Locale.ROOT).strip().split("\\s+"));
        List<Entry> found = new ArrayList<>();
        entries.stream().filter(entry -> has(entry.heading(), wanted)).forEach(found::add);
        entries.stream()
                .filter(entry -> !found.contains(entry))
                .filter(entry -> has(entry.heading() + " " + entry.text(), wanted))
                .forEach(found::add);
        return found;
    }

    private static boolean has(String text, List<String> wanted) {
        String lower = text.toLowerCase(Locale.ROOT);
        return wanted.stream().allMatch(lower::contains);
    }

    String json() {
        try {
            return new ObjectMapper().writeValueAsString(entries).replace("</", "<\\/");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
