/// The web console: pages made on the server, which say and take the same as every other door. A
/// browser is logged in by a cookie that counts here and nowhere else.
@NullMarked
package dev.blackstart.door.web;

import org.jspecify.annotations.NullMarked;
