/// YAML 1.2 as a tree of nodes that know their places, strict: no tags, anchors, aliases, merge
/// keys, duplicate keys, second documents or hidden characters. The only place that knows the YAML
/// library.
@NullMarked
package dev.blackstart.reading.yaml;

import org.jspecify.annotations.NullMarked;
