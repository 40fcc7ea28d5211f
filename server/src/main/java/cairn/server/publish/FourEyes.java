package cairn.server.publish;

import cairn.blueprint.file.Bundle;
import cairn.server.http.Code;
import cairn.server.http.HttpRefusal;
import cairn.workspace.Workspace;
import cairn.workspace.audit.Actor;
import cairn.workspace.draft.Draft;
import cairn.workspace.draft.DraftChange;
import cairn.workspace.draft.DraftRefusal;
import cairn.workspace.draft.DraftState;
import cairn.workspace.draft.Drafts;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The second pair of eyes before files run. Whoever asks leaves a draft with the very files that
 * would run; somebody else lets exactly those run. Other files nobody has asked for.
 */
public final class FourEyes {
  private final Workspace workspace;

  public FourEyes(Workspace workspace) {
    this.workspace = workspace;
  }

  /** Whether it takes two: everywhere but in a house where no account exists. */
  public boolean takesTwo() {
    return !workspace.accounts().isEmpty();
  }

  /**
   * What was asked with just these files, and neither refused nor published since: of several what
   * somebody approved, else what somebody other than the asker wrote, else the newest.
   */
  public Optional<Draft> asked(Actor by, Bundle files) {
    return open(files).min(nearest(by));
  }

  private Stream<Draft> open(Bundle files) {
    return workspace.drafts().newest(Drafts.PAGE_MAX).stream()
        .filter(
            draft -> draft.state() == DraftState.IN_REVIEW || draft.state() == DraftState.APPROVED)
        .filter(draft -> workspace.drafts().files(draft.id()).files().equals(files.files()));
  }

  private Comparator<Draft> nearest(Actor by) {
    return Comparator.comparing((Draft draft) -> draft.state() != DraftState.APPROVED)
        .thenComparing(draft -> workspace.drafts().authors(draft.id()).contains(by));
  }

  /** An approval beside another version comes last: a new look may be had where one was asked. */
  private static Comparator<Draft> standsOver(int over) {
    return Comparator.comparing(draft -> draft.approvedOver().orElse((long) over) != over);
  }

  /** Leave to publish just these files. */
  public record Granted(Draft draft) {}

  /**
   * Leave for these files, approved by somebody who did not ask for it; refused otherwise.
   *
   * @param over the version that runs, beside which they were seen
   * @param unasked what to say where nobody has asked for them
   */
  public Granted granted(Actor by, Bundle files, int over, String unasked) {
    var asked =
        open(files)
            .min(standsOver(over).thenComparing(nearest(by)))
            .orElseThrow(() -> new HttpRefusal(Code.CONFLICT, unasked));
    return new Granted(
        asked.state() == DraftState.APPROVED
            ? asked
            : taken(workspace.drafts().approve(by, asked.id(), asked.rev(), "", over)));
  }

  /** Whether something else went live after the approval; the same files did not. */
  static boolean isOvertaken(Draft draft, Publisher.Current now, Bundle files) {
    boolean other =
        draft
            .approvedOver()
            .map(over -> over != now.version())
            .orElseGet(() -> now.at().isAfter(draft.changedAt()));
    return other && !now.digest().equals(files.digest());
  }

  /** Notes that what was granted runs, under a version. */
  public void published(Actor by, Granted granted, int version) {
    var draft = granted.draft();
    taken(workspace.drafts().published(by, draft.id(), draft.rev(), Integer.toString(version)));
  }

  /** The draft after a change; refused in words where there is none. */
  public static Draft taken(DraftChange change) {
    return switch (change) {
      case DraftChange.Changed(var draft) -> draft;
      case DraftChange.Refused(var reason) -> throw refused(reason);
    };
  }

  /** How a refusal is answered, wherever it comes up. */
  static HttpRefusal refused(DraftRefusal reason) {
    return switch (reason) {
      case UNKNOWN_DRAFT, UNKNOWN_PUBLICATION, UNKNOWN_FILE ->
          HttpRefusal.notFound(reason.message());
      case CHANGED_MEANWHILE, NOT_NOW, NO_FILES, TOO_MANY_DRAFTS ->
          new HttpRefusal(Code.CONFLICT, reason.message());
      case OWN_DRAFT -> new HttpRefusal(Code.FORBIDDEN, reason.message());
      case FILES_INVALID -> HttpRefusal.invalid("files", reason.message());
    };
  }
}
