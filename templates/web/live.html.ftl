[#-- The parts of a run's page that have changed. --]
[#import "parts.html.ftl" as r]
<title>[=title] · Blackstart</title>
[@r.show_live/]
[@r.show_head true/]
[#if new_gate][@r.show_gate true/][/#if]
[#if new_controls][@r.show_controls true/][/#if]
