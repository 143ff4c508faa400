[#-- For somebody of whom nothing is known. --]
[#import "page.html.ftl" as p]
[@p.shell "Blackstart"]
<main id="main" class="narrow" tabindex="-1">
<h1>Not done</h1>
<div class="told" role="alert">[#list told as line]<p>[=line]</p>[/#list]</div>
<p><a href="/">To the start page</a></p>
</main>
[/@p.shell]
