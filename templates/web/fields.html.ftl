[#-- Parameters as fields of a form. What stays empty has its default; a secret is never shown again. --]
[#macro fields parameters]
[#list parameters as it]
<div class="field">
[#local id = "p-" + it.name]
<label for="[=id]"><code>[=it.name]</code> <span class="soft">[=it.kind?replace("_", " ")]</span></label>
[#if it.secret]
<input id="[=id]" name="secret-[=it.name]" type="password" autocomplete="off" spellcheck="false">
[#elseif it.choices?has_content]
<select id="[=id]" name="parameter-[=it.name]"><option value="">[#if it.fallback??][=it.fallback] (unless chosen)[#else]choose[/#if]</option>
[#list it.choices as choice]<option[#if choice == it.given] selected[/#if]>[=choice]</option>[/#list]
</select>
[#else]
<input id="[=id]" name="parameter-[=it.name]" value="[=it.given]"[#if it.fallback??] placeholder="[=it.fallback]"[/#if][#if it.whole] inputmode="numeric"[/#if] autocomplete="off" spellcheck="false" autocapitalize="off">
[/#if]
<p class="small soft">[#if it.help??][=it.help] [/#if][#if it.bounds??]([=it.bounds]) [/#if][#if it.secret]Sent over standard input, masked everywhere, kept nowhere.[#elseif it.fallback??]Left empty: <span class="mono">[=it.fallback?has_content?then(it.fallback, "nothing")]</span>.[#else]<b>Must be given.</b>[/#if]</p>
</div>
[/#list]
[/#macro]

[#macro secrets all from]
[#list all as it]
<div class="field">
<label for="[=from]-[=it.name]"><code>[=it.name]</code> <span class="soft">secret</span></label>
<input id="[=from]-[=it.name]" name="secret-[=it.name]" type="password" autocomplete="off" spellcheck="false" required>
[#if it.help??]<p class="small soft">[=it.help]</p>[/#if]
</div>
[/#list]
[/#macro]
