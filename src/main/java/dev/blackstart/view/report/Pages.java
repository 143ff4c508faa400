package dev.blackstart.view.report;

import dev.blackstart.view.Json;
import java.util.Map;

/// One document in its forms: JSON as it is, Markdown and HTML by a template that sees these
/// values.
public interface Pages {
    /// Name of its templates: `report` for `report/report.md.ftl` and `report/report.html.ftl`.
    String template();

    Json.Fields json();

    Map<String, Object> markdown();

    Map<String, Object> html();
}
