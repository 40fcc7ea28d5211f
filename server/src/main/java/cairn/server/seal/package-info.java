/**
 * Short texts that prove they are ours: {@link cairn.server.seal.Seal} signs what a person carries
 * in a link or a screen sends back. It decides nothing about what the text allows.
 */
@NullMarked
package cairn.server.seal;

import org.jspecify.annotations.NullMarked;
