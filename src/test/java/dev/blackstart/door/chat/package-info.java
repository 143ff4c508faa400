/// Chats, spoken to as their platforms speak, with a receiver on this machine in their place.
@NullMarked
package dev.blackstart.door.chat;

import org.jspecify.annotations.NullMarked;
