package cairn.workspace.account;

import cairn.workspace.audit.AuditLog;
import cairn.workspace.sql.Database;
import java.time.InstantSource;

/** The stores about staff over one database, made together because they share their parts. */
public final class Staff {
  private final Database database;
  private final AuditLog audit;
  private final InstantSource clock;
  private final Accounts accounts;
  private final Sessions sessions;
  private final Invitations invitations;
  private final SignIn signIn;

  /** The stores over this database and clock. */
  public Staff(Database database, AuditLog audit, InstantSource clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
    var passwords = new Passwords();
    accounts = new Accounts(database, audit, clock, passwords);
    sessions = new Sessions(database, audit, clock);
    invitations = new Invitations(database, audit, clock, passwords, accounts, sessions);
    signIn = new SignIn(database, sessions, passwords, clock);
  }

  /** Who works here. */
  public Accounts accounts() {
    return accounts;
  }

  /** Who is signed in. */
  public Sessions sessions() {
    return sessions;
  }

  /** Who may come in. */
  public Invitations invitations() {
    return invitations;
  }

  /** Signing in by password. */
  public SignIn signIn() {
    return signIn;
  }

  /** Signing in by passkey for one site; its ceremonies live in the answer, so keep it. */
  public Passkeys passkeys(PasskeySite site) {
    return new Passkeys(database, audit, clock, sessions, site);
  }
}
