[#-- The parts of a run's page that have changed. --]
[#import "parts.html.ftl" as r]
<title>[=title] · Blackstart</title>
[@r.live/]
[@r.head true/]
[#if new_gate][@r.gate true/][/#if]
[#if new_controls][@r.controls true/][/#if]
