/// How long the service takes to start, beside an empty Quarkus application.
@NullMarked
package dev.blackstart.proof.start;

import org.jspecify.annotations.NullMarked;
