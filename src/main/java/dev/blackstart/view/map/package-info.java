/// The map of services as text, JSON, a picture and Mermaid.
@NullMarked
package dev.blackstart.view.map;

import org.jspecify.annotations.NullMarked;
