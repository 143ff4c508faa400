package dev.blackstart.template;

/// A piece of a template. `start` is the index of its first character in the source.
sealed interface Part {
    int start();

    /// Text that is copied as it stands.
    record Plain(int start, String text) implements Part {}

    /// `[=expression]`
    record Inserted(int start, String source) implements Part {}

    /// `[#if …]`
    record If(int start) implements Part {}

    /// `[#elseif …]`
    record ElseIf(int start) implements Part {}

    /// `[#else]`
    record Else(int start) implements Part {}

    /// `[/#if]`
    record EndIf(int start) implements Part {}

    /// `[#list … as name]`
    record List(int start) implements Part {}

    /// `[/#list]`
    record EndList(int start) implements Part {}

    /// `[#-- … --]`
    record Comment(int start) implements Part {}
}
