<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Blackstart API</title>
<style>
:root { color-scheme: light dark; --line: #8886; --quiet: #777; }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 60rem; padding: 1rem; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 2rem; border-bottom: 1px solid var(--line); }
nav a { margin-right: 1rem; }
details { border-bottom: 1px solid var(--line); padding: .4rem 0; }
summary { cursor: pointer; overflow-wrap: anywhere; }
code { font: .95em ui-monospace, monospace; }
.method { display: inline-block; min-width: 3.2rem; font-weight: bold; }
.scope, .says { color: var(--quiet); }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: .2rem .6rem .2rem 0; vertical-align: top; }
</style>
</head>
<body>
<h1>Blackstart API, version [=version]</h1>
<p>Send a token as <code>Authorization: Bearer TOKEN</code>; <code>blackstart token create</code> makes one. Bodies are JSON
objects; keys that are not named here are refused. Refusals are <code>application/problem+json</code>. For programs:
<a href="/api/v1/openapi.json">openapi.json</a>.</p>
<nav aria-label="Groups">[#list groups as group]<a href="#[=group.name]">[=group.name]</a>[/#list]</nav>
[#list groups as group]
<h2 id="[=group.name]">[=group.name]</h2>
[#list group.routes as route]
<details>
<summary><span class="method">[=route.method]</span> <code>[=route.path]</code> <span class="scope">[=route.scope]</span><br>
<span class="says">[=route.says]</span></summary>
[#if route.fields?size gt 0]
<table>
<tr><th>name</th><th>in</th><th>type</th><th></th></tr>
[#list route.fields as field]
<tr><td><code>[=field.name]</code>[#if field.wanted], needed[/#if]</td><td>[=field.place]</td><td>[=field.type]</td><td>[=field.says]</td></tr>
[/#list]
</table>
[/#if]
<p>Answers [=route.answers?join(", ")] as [=route.gives?join(", ")].</p>
</details>
[/#list]
[/#list]
</body>
</html>
