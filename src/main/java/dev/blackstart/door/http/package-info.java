/// What every door that listens on HTTP shares: who may do what, which requests are let in at all,
/// and how a refusal looks.
@NullMarked
package dev.blackstart.door.http;

import org.jspecify.annotations.NullMarked;
