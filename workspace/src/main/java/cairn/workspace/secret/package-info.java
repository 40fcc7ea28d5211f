/**
 * What the stores share about secrets: {@link cairn.workspace.secret.Secret} (random text that is
 * shown once and kept only as a digest) and {@link cairn.workspace.secret.Throttle} (how often
 * somebody may try). A secret never appears in a log line or a message.
 */
@NullMarked
package cairn.workspace.secret;

import org.jspecify.annotations.NullMarked;
