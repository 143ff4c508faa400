/// The other side of `/api/v1`: a service as the command line sees it from afar. Its journal is
/// read event by event, and what people say travels over its routes. Whatever comes from there is
/// bounded, and believed as little as anything that hosts say.
@NullMarked
package dev.blackstart.remote;

import org.jspecify.annotations.NullMarked;
