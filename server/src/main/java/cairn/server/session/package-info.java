/**
 * Who is asking: {@link cairn.server.session.House} finds the caller behind a cookie or a key, and
 * the routes let staff sign in, follow invitations and use passkeys. It stores nothing itself; the
 * workspace does.
 */
@NullMarked
package cairn.server.session;

import org.jspecify.annotations.NullMarked;
