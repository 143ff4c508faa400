/// What a new user begins with: a folder with an inventory, a first runbook and its drill. Knows
/// nothing about terminals; everything made is read by the readers before it is written.
@NullMarked
package dev.blackstart.scaffold;

import org.jspecify.annotations.NullMarked;
