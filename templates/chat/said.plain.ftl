[#list lines as it]
[=it]
[/#list]
