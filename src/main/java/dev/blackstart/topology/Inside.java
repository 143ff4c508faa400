package dev.blackstart.topology;

/// A service that lives inside what it serves, so that it is gone when it is needed.
///
/// @param service what others rely on
/// @param in what carries it, or what it needs
/// @param why in which way, as the rest of a sentence
/// @param circle is it a part of a circle, which a cut can open?
public record Inside(String service, String in, String why, boolean circle) {}
