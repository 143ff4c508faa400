package dev.blackstart.door.http;

import dev.blackstart.service.Scope;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a caller must have to reach a method. A method with neither this nor [Open] is reached by
/// nobody.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Needs {
    Scope value();
}
