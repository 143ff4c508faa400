/// The service without a door.
@NullMarked
package dev.blackstart.service;

import org.jspecify.annotations.NullMarked;
