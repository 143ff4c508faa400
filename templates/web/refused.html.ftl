[#-- What was asked for is not done; why stands above. --]
[#import "page.html.ftl" as p]
[@p.page "Not done" "none"]
<h1>Not done</h1>
<p><a href="/">To the start page</a></p>
[/@p.page]
