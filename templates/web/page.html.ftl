[#-- What all pages of the console share. Everything they load comes from this server; nothing stands inline. --]
[#macro shell title]
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="htmx-config" content='{"includeIndicatorStyles":false,"allowEval":false,"allowScriptTags":false,"historyEnabled":false,"selfRequestsOnly":true}'>
<title>[=title]</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/web/console.css?v=[=assets]">
<script src="/web/htmx.js?v=[=assets]" defer></script>
<script src="/web/console.js?v=[=assets]" defer></script>
</head>
<body data-now="[=now]">
<a class="skip" href="#main">To the content</a>
[#nested]
<p id="lost" class="lost" role="alert" hidden>The server does not answer; what is shown may be old.</p>
<p id="announce" class="unseen" aria-live="polite"></p>
</body>
</html>
[/#macro]

[#macro page title place]
[@shell title + " · Blackstart"]
<header class="top">
<nav aria-label="Console">
<a class="brand" href="/"[#if place == "start"] aria-current="page"[/#if]>Blackstart</a>
<a href="/runs"[#if place == "runs"] aria-current="page"[/#if]>Runs</a>
<a href="/runbooks"[#if place == "runbooks"] aria-current="page"[/#if]>Runbooks</a>
<a href="/loans"[#if place == "loans"] aria-current="page"[/#if]>Loans</a>
</nav>
<form class="who" method="post" action="/logout">
[@forms/]
<span title="[=me.credential], logged in until [=moment(me.until)]">[=me.person]</span>
<button class="quiet">Log out</button>
</form>
</header>
<main id="main" tabindex="-1">
[#if told?has_content]
<div class="told" role="alert" tabindex="-1" autofocus>
[#list told as line]<p>[=line]</p>[/#list]
</div>
[/#if]
[#if said??]
<p class="said" role="status" tabindex="-1" autofocus>[=said]</p>
[/#if]
[#nested]
</main>
<footer class="foot">Times are UTC.</footer>
[/@shell]
[/#macro]

[#-- Must stand in every form. --]
[#macro forms]<input type="hidden" name="forms" value="[=me.forms]">[/#macro]

[#-- What was typed into a field of a form that was refused; empty otherwise. --]
[#function typed_at to name][#return (typed?? && typed.to == to)?then((typed.fields[name])!"", "")][/#function]

[#function clock at][#return at?substring(11, 19)][/#function]
[#function moment at][#return at?substring(0, 10) + " " + at?substring(11, 16) + " UTC"][/#function]
[#-- How long ago, kept true by the script; without it, the moment. --]
[#macro ago at]<time datetime="[=at]" data-age title="[=moment(at)]">[=clock(at)]</time>[/#macro]
[#macro left at]<time datetime="[=at]" data-left title="[=moment(at)]">until [=clock(at)]</time>[/#macro]

[#-- What a host may have said much of: the beginning, and all of it behind a click. The id keeps it open when a part of the page is exchanged. --]
[#macro long text id=""][#if text?length lte 240 && text?split("\n")?size lte 6][=text][#else]<details class="long"[#if id?has_content] id="[=id]"[/#if]><summary>[=text?split("\n")?first?truncate_c(200, "…")] <span class="soft small">(all [=text?length?c] characters)</span></summary><div class="lines">[=text]</div></details>[/#if][/#macro]

[#macro sign mark][#switch mark][#case "good"]<span class="sign good" aria-hidden="true">✓</span> [#break][#case "bad"]<span class="sign bad" aria-hidden="true">✗</span> [#break][#case "open"]<span class="sign bad" aria-hidden="true">?</span> [#break][#case "held"]<span class="sign" aria-hidden="true">■</span> [#break][#default]<span class="sign none" aria-hidden="true">·</span> [/#switch][/#macro]
[#macro verdict word][#switch word][#case "CONFIRMED"]<span class="tag full">CONFIRMED</span>[#break][#case "REFUTED"]<span class="tag">REFUTED</span>[#break][#default]<span class="tag dash">[=word]</span>[/#switch][/#macro]
[#macro risk word][#if word == "irreversible" || word == "disrupt"]<span class="tag full">[=word]</span>[#else]<span class="tag">[=word]</span>[/#if][/#macro]
