/// Keeps the house in order: packages, house rules, documentation and launcher, checked against the
/// files themselves.
@NullMarked
package dev.blackstart.house;

import org.jspecify.annotations.NullMarked;
