/// The API, asked over HTTP.
@NullMarked
package dev.blackstart.door.rest;

import org.jspecify.annotations.NullMarked;
