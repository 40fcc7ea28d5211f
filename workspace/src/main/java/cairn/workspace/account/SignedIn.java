package cairn.workspace.account;

import cairn.workspace.secret.Secret;
import java.time.Instant;

/**
 * A session just begun.
 *
 * @param token what the browser keeps in its cookie; shown only here
 */
public record SignedIn(Account account, Secret token, Instant expires) {}
