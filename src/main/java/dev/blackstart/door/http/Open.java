package dev.blackstart.door.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Anybody may reach the method: it tells nothing that is worth hiding, or asks for a proof of its
/// own.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Open {
    /// Why, one sentence.
    String value();
}
