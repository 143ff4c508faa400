[#-- Logging in: by a link that counts once, or by a token. --]
[#import "page.html.ftl" as p]
[@p.shell "Log in · Blackstart"]
<main id="main" class="narrow" tabindex="-1">
<h1>Blackstart</h1>
[#if told?has_content]
<div class="told" role="alert">[#list told as line]<p>[=line]</p>[/#list]</div>
[/#if]
[#if link??]
<form method="post" action="/login" class="box">
<input type="hidden" name="link" value="[=link]">
<input type="hidden" name="next" value="[=next]">
<p>This link logs you in as <b>[=person]</b>. It counts once.</p>
<button class="main">Log in as [=person]</button>
</form>
[#else]
<form method="post" action="/login" class="box">
<input type="hidden" name="next" value="[=next]">
<label for="token">Token</label>
<input id="token" name="token" type="password" autocomplete="off" spellcheck="false" required autofocus>
<button class="main">Log in</button>
</form>
<p class="soft small">Or make a link that logs you in once: <code>blackstart token link NAME</code></p>
[#if next != "/"]
<p class="small">Came here by a link and logged in already? <a href="[=next]">Open the page again</a>.</p>
[/#if]
[/#if]
</main>
[/@p.shell]
