/**
 * The people who work here: {@link cairn.workspace.account.Accounts} (who they are and what they
 * may do), {@link cairn.workspace.account.Invitations} (how they come in, and come back after a
 * lost password), {@link cairn.workspace.account.SignIn} and {@link
 * cairn.workspace.account.Passkeys} (how they prove who they are) and {@link
 * cairn.workspace.account.Sessions} (how long that holds). An answer to somebody who has not proved
 * anything never tells whether an address is known.
 */
@NullMarked
package cairn.workspace.account;

import org.jspecify.annotations.NullMarked;
