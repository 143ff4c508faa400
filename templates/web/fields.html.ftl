[#-- Parameters as fields of a form. What stays empty has its default; a secret is never shown again. --]
[#macro fields parameters]
[#local wanted = parameters?filter(it -> it.secret || !it.fallback??)]
[#local others = parameters?filter(it -> !it.secret && it.fallback??)]
[#list wanted as it][@field it/][/#list]
[#if others?size lte 4][#list others as it][@field it/][/#list]
[#else]
<details class="box" id="defaults"[#if others?filter(it -> it.given?has_content)?size gt 0] open[/#if]><summary>[=others?size] that have a default</summary>
[#list others as it][@field it/][/#list]
</details>
[/#if]
[/#macro]

[#macro field it]
<div class="field">
[#local id = "p-" + it.name]
<label for="[=id]"><code>[=it.name]</code> <span class="soft small">[=it.kind?replace("_", " ")][#if it.bounds??], [=it.bounds][/#if][#if it.secret || !it.fallback??], <b>must be given</b>[/#if]</span></label>
[#if it.secret]
<input id="[=id]" name="secret-[=it.name]" type="password" autocomplete="off" spellcheck="false">
[#elseif it.choices?has_content]
<select id="[=id]" name="parameter-[=it.name]"><option value="">[#if it.fallback??][=it.fallback], unless chosen[#else]choose[/#if]</option>
[#list it.choices as choice]<option[#if choice == it.given] selected[/#if]>[=choice]</option>[/#list]
</select>
[#else]
<input id="[=id]" name="parameter-[=it.name]" value="[=it.given]"[#if it.fallback??] placeholder="[=it.fallback?has_content?then(it.fallback + ", unless filled in", "nothing, unless filled in")]"[/#if][#if it.whole] inputmode="numeric"[/#if] autocomplete="off" spellcheck="false" autocapitalize="off">
[/#if]
[#if it.help??]<p class="small soft">[=it.help]</p>[/#if]
[#if it.secret]<p class="small soft">Sent over standard input, masked everywhere, kept nowhere.</p>[/#if]
</div>
[/#macro]

[#macro secrets all from]
[#list all as it]
<div class="field">
<label for="[=from]-[=it.name]"><code>[=it.name]</code> <span class="soft small">secret</span></label>
<input id="[=from]-[=it.name]" name="secret-[=it.name]" type="password" autocomplete="off" spellcheck="false" required>
[#if it.help??]<p class="small soft">[=it.help]</p>[/#if]
</div>
[/#list]
[/#macro]
