package cairn.workspace;

import cairn.workspace.account.Accounts;
import cairn.workspace.account.Invitations;
import cairn.workspace.account.PasskeySite;
import cairn.workspace.account.Passkeys;
import cairn.workspace.account.Sessions;
import cairn.workspace.account.SignIn;
import cairn.workspace.account.Staff;
import cairn.workspace.audit.AuditLog;
import cairn.workspace.board.BoardLinks;
import cairn.workspace.board.BoardMembers;
import cairn.workspace.board.BoardStore;
import cairn.workspace.board.ToldGroups;
import cairn.workspace.draft.Drafts;
import cairn.workspace.key.ApiKeys;
import cairn.workspace.sql.Database;
import cairn.workspace.sql.DatabasePlace;
import cairn.workspace.sql.SqliteBackup;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/**
 * Everything that people who work here make and share, over one database. Closing it finishes the
 * writes that wait. Safe for many threads.
 */
public final class Workspace implements AutoCloseable {
  private final Database database;
  private final AuditLog audit;
  private final Staff staff;
  private final ApiKeys keys;
  private final BoardStore boards;
  private final BoardMembers boardMembers;
  private final BoardLinks boardLinks;
  private final ToldGroups toldGroups;
  private final Drafts drafts;

  private Workspace(Database database, InstantSource clock) {
    this.database = database;
    this.audit = new AuditLog(database, clock);
    this.staff = new Staff(database, audit, clock);
    this.keys = new ApiKeys(database, audit, clock);
    this.boards = new BoardStore(database, audit, clock);
    this.boardMembers = new BoardMembers(database, audit, clock);
    this.boardLinks = new BoardLinks(database, audit, clock);
    this.toldGroups = new ToldGroups(database);
    this.drafts = new Drafts(database, audit, clock);
  }

  /**
   * Opens the workspace at a place, making it and bringing it up to date where needed.
   *
   * @throws cairn.workspace.sql.WorkspaceException when the place is unfit, newer than this
   *     edition, or out of reach; the message says what to do
   */
  public static Workspace open(DatabasePlace place, InstantSource clock) {
    return new Workspace(Database.open(place), clock);
  }

  /** Who works here. */
  public Accounts accounts() {
    return staff.accounts();
  }

  /** Who is signed in. */
  public Sessions sessions() {
    return staff.sessions();
  }

  /** Who may come in. */
  public Invitations invitations() {
    return staff.invitations();
  }

  /** Signing in by password. */
  public SignIn signIn() {
    return staff.signIn();
  }

  /** Signing in by passkey for one site; its ceremonies live in the answer, so keep it. */
  public Passkeys passkeys(PasskeySite site) {
    return staff.passkeys(site);
  }

  /** The keys of machines. */
  public ApiKeys keys() {
    return keys;
  }

  /** The boards and their logs. */
  public BoardStore boards() {
    return boards;
  }

  /** Who may do what on which board. */
  public BoardMembers boardMembers() {
    return boardMembers;
  }

  /** How guests come on to a board. */
  public BoardLinks boardLinks() {
    return boardLinks;
  }

  /** What was told of how many people are alike. */
  public ToldGroups toldGroups() {
    return toldGroups;
  }

  /** Changes to the configuration before and after they go live. */
  public Drafts drafts() {
    return drafts;
  }

  /** Who did what. */
  public AuditLog audit() {
    return audit;
  }

  /** Where the rows are. */
  public DatabasePlace place() {
    return database.place();
  }

  /**
   * Writes a copy of everything committed so far into a new file while work goes on.
   *
   * @throws cairn.workspace.sql.WorkspaceException when the target exists or cannot be written, or
   *     the workspace is in PostgreSQL, which has tools of its own
   */
  public void backup(Path target) {
    database.backup(target);
  }

  /**
   * Puts a backup at a place where no workspace is yet, after checking that it is whole.
   *
   * @throws cairn.workspace.sql.WorkspaceException when a file is already there, or the backup is
   *     absent or damaged
   */
  public static void restore(Path backup, Path file) {
    SqliteBackup.restore(backup, file);
  }

  /** What a full check finds wrong, in the database's own words; empty when sound. */
  public List<String> problems() {
    return database.problems();
  }

  @Override
  public void close() {
    database.close();
  }
}
