package cairn.workspace.draft;

import cairn.workspace.audit.Actor;
import cairn.workspace.audit.AuditLog;
import cairn.workspace.draft.DraftChange.Changed;
import cairn.workspace.draft.DraftChange.Refused;
import cairn.workspace.sql.Database;
import cairn.workspace.sql.Inputs;
import cairn.workspace.sql.Row;
import cairn.workspace.sql.Transaction;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Drafts on their way to going live. Whoever changed a file of a draft never approves it; an
 * approval holds for the revision that was looked at and falls with the next change. Safe for many
 * threads.
 */
public final class Drafts {
  /** Drafts neither published nor discarded. */
  public static final int OPEN_MAX = 500;

  /** Drafts or publications in one page. */
  public static final int PAGE_MAX = 200;

  /** Moves shown of one draft's history. */
  public static final int STEPS_MAX = 500;

  /** Characters of a title. */
  public static final int TITLE_MAX = 200;

  /** Characters of a note to a move. */
  public static final int NOTE_MAX = 2_000;

  private final Database database;
  private final AuditLog audit;
  private final InstantSource clock;

  /** The drafts kept in this database. */
  public Drafts(Database database, AuditLog audit, InstantSource clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Begins a draft with these files.
   *
   * @throws IllegalArgumentException when the title is empty or longer than {@link #TITLE_MAX}
   */
  public DraftChange create(Actor by, String title, FileSet files) {
    return create(by, Inputs.title(title, TITLE_MAX), files, Optional.empty());
  }

  /**
   * Begins a draft with the files of a publication: to change what runs, or to go back to it.
   *
   * @throws IllegalArgumentException when the title is empty or longer than {@link #TITLE_MAX}
   */
  public DraftChange createFrom(Actor by, String title, long publication) {
    var words = Inputs.title(title, TITLE_MAX);
    var files = publishedFiles(publication);
    return files.isEmpty()
        ? new Refused(DraftRefusal.UNKNOWN_PUBLICATION)
        : create(by, words, files.get(), Optional.of(publication));
  }

  private DraftChange create(Actor by, String title, FileSet files, Optional<Long> basedOn) {
    return database.write(transaction -> {
      if (transaction.count(
              "SELECT COUNT(*) AS n FROM draft WHERE state IN ('draft', 'inReview',"
                  + " 'approved')")
          >= OPEN_MAX) {
        return new Refused(DraftRefusal.TOO_MANY_DRAFTS);
      }
      var id = DraftId.fresh();
      var now = clock.instant();
      transaction.change(
          "INSERT INTO draft (id, title, state, rev, based_on, created_by, created_at,"
              + " changed_at) VALUES (?, ?, ?, 1, ?, ?, ?, ?)",
          id.value(),
          title,
          DraftState.DRAFT.wireName(),
          basedOn.orElse(null),
          by.text(),
          now,
          now);
      writeFiles(transaction, id, FileSet.EMPTY, files);
      noteAuthor(transaction, id, by);
      noteStep(transaction, id, by, DraftState.DRAFT, "");
      audit.write(transaction, by, "draft.created", id.subject(), "");
      return changed(transaction, id);
    });
  }

  /** One draft. */
  public Optional<Draft> find(DraftId id) {
    return database.read(transaction -> find(transaction, id));
  }

  /** Drafts, the last changed first, at most so many. */
  public List<Draft> newest(int limit) {
    return database.read(transaction ->
        transaction.list(
            "SELECT * FROM draft ORDER BY changed_at DESC, id LIMIT ?",
            Drafts::draft,
            Inputs.page(limit, PAGE_MAX)));
  }

  /** The files of a draft; none when there is no such draft. */
  public FileSet files(DraftId id) {
    return database.read(transaction -> files(transaction, id));
  }

  /** The history of a draft, oldest first. */
  public List<DraftStep> steps(DraftId id) {
    return database.read(transaction ->
        transaction.list(
            "SELECT * FROM draft_step WHERE draft = ? ORDER BY number LIMIT ?",
            Drafts::step,
            id.value(),
            STEPS_MAX));
  }

  /** Everybody who changed a file of a draft. */
  public List<Actor> authors(DraftId id) {
    return database.read(transaction ->
        transaction.list(
            "SELECT author FROM draft_author WHERE draft = ? ORDER BY author LIMIT ?",
            row -> Actor.parse(row.text("author")),
            id.value(),
            STEPS_MAX));
  }

  /** Puts one file in or replaces it, in the revision that the writer saw. */
  public DraftChange putFile(Actor by, DraftId id, long rev, String path, String content) {
    return edit(by, id, rev, files -> files.with(path, content));
  }

  /** Takes one file out, in the revision that the writer saw. */
  public DraftChange removeFile(Actor by, DraftId id, long rev, String path) {
    if (!files(id).files().containsKey(path)) {
      return new Refused(
          find(id).isEmpty() ? DraftRefusal.UNKNOWN_DRAFT : DraftRefusal.UNKNOWN_FILE);
    }
    return edit(by, id, rev, files -> files.without(path));
  }

  /** Replaces all files, in the revision that the writer saw. */
  public DraftChange putFiles(Actor by, DraftId id, long rev, FileSet files) {
    return edit(by, id, rev, before -> files);
  }

  private DraftChange edit(Actor by, DraftId id, long rev, UnaryOperator<FileSet> edit) {
    return database.write(transaction -> {
      var draft = find(transaction, id);
      var objection = objection(draft, rev);
      if (draft.isEmpty() || objection.isPresent()) {
        return new Refused(objection.orElse(DraftRefusal.UNKNOWN_DRAFT));
      }
      if (draft.get().state() != DraftState.DRAFT) {
        return new Refused(DraftRefusal.NOT_NOW);
      }
      var before = files(transaction, id);
      FileSet after;
      try {
        after = edit.apply(before);
      } catch (IllegalArgumentException e) {
        return new Refused(DraftRefusal.FILES_INVALID);
      }
      if (after.equals(before)) {
        return new Changed(draft.get());
      }
      writeFiles(transaction, id, before, after);
      noteAuthor(transaction, id, by);
      transaction.change(
          "UPDATE draft SET rev = rev + 1, changed_at = ? WHERE id = ?",
          clock.instant(),
          id.value());
      return changed(transaction, id);
    });
  }

  /** Asks for somebody else's look. */
  public DraftChange submit(Actor by, DraftId id, long rev, String note) {
    return move(by, id, rev, DraftState.IN_REVIEW, note);
  }

  /** Opens a draft for changes again; an approval falls. */
  public DraftChange sendBack(Actor by, DraftId id, long rev, String note) {
    return move(by, id, rev, DraftState.DRAFT, note);
  }

  /**
   * Lets a draft go live exactly as it was seen; refused to whoever wrote in it.
   *
   * @param over the version that runs, beside which it was seen
   */
  public DraftChange approve(Actor by, DraftId id, long rev, String note, long over) {
    return move(by, id, rev, DraftState.APPROVED, note, over);
  }

  /** Gives a draft up. */
  public DraftChange discard(Actor by, DraftId id, long rev, String note) {
    return move(by, id, rev, DraftState.DISCARDED, note);
  }

  /**
   * Notes that an approved draft went live.
   *
   * @param version what the engine calls it
   */
  public DraftChange published(Actor by, DraftId id, long rev, String version) {
    return move(by, id, rev, DraftState.PUBLISHED, version);
  }

  private DraftChange move(Actor by, DraftId id, long rev, DraftState next, String note) {
    return move(by, id, rev, next, note, null);
  }

  private DraftChange move(
      Actor by, DraftId id, long rev, DraftState next, String note, @Nullable Long over) {
    if (note.length() > NOTE_MAX || note.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          "A note has at most " + NOTE_MAX + " characters, none of them NUL.");
    }
    return database.write(transaction -> {
      var draft = find(transaction, id);
      var objection = objection(draft, rev).or(() -> mayMove(transaction, by, id, next));
      if (draft.isEmpty() || objection.isPresent()) {
        return new Refused(objection.orElse(DraftRefusal.UNKNOWN_DRAFT));
      }
      if (!draft.get().state().mayBecome(next)) {
        return new Refused(DraftRefusal.NOT_NOW);
      }
      if (next == DraftState.PUBLISHED) {
        writePublication(transaction, by, draft.get(), note);
      }
      transaction.change(
          "UPDATE draft SET state = ?, rev = rev + 1, changed_at = ?, approved_by = ?,"
              + " approved_over = ? WHERE id = ?",
          next.wireName(),
          clock.instant(),
          approver(by, draft.get(), next).map(Actor::text).orElse(null),
          over,
          id.value());
      noteStep(transaction, id, by, next, note);
      audit.write(transaction, by, "draft." + next.wireName(), id.subject(), "");
      return changed(transaction, id);
    });
  }

  private static Optional<DraftRefusal> objection(Optional<Draft> draft, long rev) {
    if (draft.isEmpty()) {
      return Optional.of(DraftRefusal.UNKNOWN_DRAFT);
    }
    return draft.get().rev() == rev
        ? Optional.empty()
        : Optional.of(DraftRefusal.CHANGED_MEANWHILE);
  }

  private static Optional<DraftRefusal> mayMove(
      Transaction transaction, Actor by, DraftId id, DraftState next) {
    return switch (next) {
      case APPROVED ->
          isAuthor(transaction, by, id) ? Optional.of(DraftRefusal.OWN_DRAFT) : Optional.empty();
      case IN_REVIEW ->
          files(transaction, id).files().isEmpty()
              ? Optional.of(DraftRefusal.NO_FILES)
              : Optional.empty();
      case DRAFT, PUBLISHED, DISCARDED -> Optional.empty();
    };
  }

  private static boolean isAuthor(Transaction transaction, Actor by, DraftId id) {
    return transaction.count(
            "SELECT COUNT(*) AS n FROM draft_author WHERE draft = ? AND author = ?",
            id.value(),
            by.text())
        > 0;
  }

  private static Optional<Actor> approver(Actor by, Draft draft, DraftState next) {
    return switch (next) {
      case APPROVED -> Optional.of(by);
      case DRAFT, IN_REVIEW -> Optional.empty();
      case PUBLISHED, DISCARDED -> draft.approvedBy();
    };
  }

  private void writePublication(Transaction transaction, Actor by, Draft draft, String version) {
    var number = 1 + transaction.count("SELECT COALESCE(MAX(number), 0) AS n FROM publication");
    transaction.change(
        "INSERT INTO publication (number, draft, version, published_by, approved_by, at)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        number,
        draft.id().value(),
        version,
        by.text(),
        draft.approvedBy().orElseThrow().text(),
        clock.instant());
  }

  /** What went live, the newest first, at most so many. */
  public List<Publication> publications(int limit) {
    return database.read(transaction ->
        transaction.list(
            "SELECT * FROM publication ORDER BY number DESC LIMIT ?",
            Drafts::publication,
            Inputs.page(limit, PAGE_MAX)));
  }

  /** The files that went live under a number. */
  public Optional<FileSet> publishedFiles(long number) {
    return database.read(transaction ->
        transaction
            .first("SELECT * FROM publication WHERE number = ?", Drafts::publication, number)
            .map(publication -> files(transaction, publication.draft())));
  }

  private static void writeFiles(
      Transaction transaction, DraftId id, FileSet before, FileSet after) {
    for (var path : before.files().keySet()) {
      if (!after.files().containsKey(path)) {
        transaction.change("DELETE FROM draft_file WHERE draft = ? AND path = ?", id.value(), path);
      }
    }
    for (var file : after.files().entrySet()) {
      if (!file.getValue().equals(before.files().get(file.getKey()))) {
        transaction.change(
            "INSERT INTO draft_file (draft, path, content) VALUES (?, ?, ?)"
                + " ON CONFLICT (draft, path) DO UPDATE SET content = excluded.content",
            id.value(),
            file.getKey(),
            file.getValue());
      }
    }
  }

  private static void noteAuthor(Transaction transaction, DraftId id, Actor by) {
    transaction.change(
        "INSERT INTO draft_author (draft, author) VALUES (?, ?) ON CONFLICT DO NOTHING",
        id.value(),
        by.text());
  }

  private void noteStep(
      Transaction transaction, DraftId id, Actor by, DraftState state, String note) {
    transaction.change(
        "INSERT INTO draft_step (draft, at, actor, state, note) VALUES (?, ?, ?, ?, ?)",
        id.value(),
        clock.instant(),
        by.text(),
        state.wireName(),
        note);
  }

  private static DraftChange changed(Transaction transaction, DraftId id) {
    return new Changed(find(transaction, id).orElseThrow());
  }

  private static Optional<Draft> find(Transaction transaction, DraftId id) {
    return transaction.first("SELECT * FROM draft WHERE id = ?", Drafts::draft, id.value());
  }

  private static FileSet files(Transaction transaction, DraftId id) {
    return FileSet.of(
        transaction.list(
            "SELECT path, content FROM draft_file WHERE draft = ? LIMIT ?",
            row -> new FileSet.Entry(row.text("path"), row.text("content")),
            id.value(),
            FileSet.FILES_MAX));
  }

  private static Draft draft(Row row) throws SQLException {
    var basedOn = row.number("based_on");
    var approvedOver = row.number("approved_over");
    return new Draft(
        new DraftId(row.text("id")),
        row.text("title"),
        DraftState.stored(row.text("state")),
        row.number("rev"),
        basedOn == 0 ? Optional.empty() : Optional.of(basedOn),
        Actor.parse(row.text("created_by")),
        Optional.ofNullable(row.textOrNull("approved_by")).map(Actor::parse),
        approvedOver == 0 ? Optional.empty() : Optional.of(approvedOver),
        row.instant("created_at"),
        row.instant("changed_at"));
  }

  private static DraftStep step(Row row) throws SQLException {
    return new DraftStep(
        row.instant("at"),
        Actor.parse(row.text("actor")),
        DraftState.stored(row.text("state")),
        row.text("note"));
  }

  private static Publication publication(Row row) throws SQLException {
    return new Publication(
        row.number("number"),
        new DraftId(row.text("draft")),
        row.text("version"),
        Actor.parse(row.text("published_by")),
        Actor.parse(row.text("approved_by")),
        row.instant("at"));
  }
}
