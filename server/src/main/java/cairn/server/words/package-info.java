/**
 * The server's own sentences in the languages of its readers: {@link cairn.server.words.Tongue}
 * says them from one file a language. What a blueprint's authors wrote is said as they wrote it;
 * nothing here decides anything.
 */
@NullMarked
package cairn.server.words;

import org.jspecify.annotations.NullMarked;
