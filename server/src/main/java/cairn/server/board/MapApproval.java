package cairn.server.board;

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
import cairn.workspace.draft.FileSet;
import java.time.Instant;
import java.util.Optional;

/**
 * The second pair of eyes before a map runs for real. Whoever asks leaves a draft with the very
 * files that would run; somebody else lets exactly those run, here or among the drafts. A change of
 * the map, or of what runs, makes other files, and nobody has asked for those.
 */
final class MapApproval {
  private static final String TITLE = "Map: ";

  private final Workspace workspace;

  MapApproval(Workspace workspace) {
    this.workspace = workspace;
  }

  /** Whether it takes two: everywhere but in a house where no account exists. */
  boolean takesTwo() {
    return !workspace.accounts().isEmpty();
  }

  /** What was asked with just these files, and neither refused nor published since. */
  private Optional<Draft> asked(Bundle files) {
    return workspace.drafts().newest(Drafts.PAGE_MAX).stream()
        .filter(
            draft -> draft.state() == DraftState.IN_REVIEW || draft.state() == DraftState.APPROVED)
        .filter(draft -> workspace.drafts().files(draft.id()).files().equals(files.files()))
        .findFirst();
  }

  /**
   * Somebody asked that just these files run.
   *
   * @param by what they are called
   * @param mine whether it was the reader, who then cannot be the one who approves it
   */
  record Asked(String draft, String by, boolean mine, Instant at) {}

  /** What was asked with just these files, as it is told; empty where one may publish alone. */
  Optional<Asked> told(Actor reader, Bundle files) {
    return takesTwo() ? asked(files).map(draft -> told(reader, draft)) : Optional.empty();
  }

  private Asked told(Actor reader, Draft draft) {
    return new Asked(
        draft.id().value(),
        asker(draft),
        workspace.drafts().authors(draft.id()).contains(reader),
        draft.changedAt());
  }

  private String asker(Draft draft) {
    return workspace.accounts().all().stream()
        .filter(account -> account.id().actor().equals(draft.createdBy()))
        .map(account -> account.name().value())
        .findFirst()
        .orElse(draft.createdBy().text());
  }

  /** Asks for these files; asking again for the same ones changes nothing. */
  Asked ask(Actor by, String map, Bundle files) {
    return told(by, asked(files).orElseGet(() -> begin(by, map, files)));
  }

  private Draft begin(Actor by, String map, Bundle files) {
    var title = TITLE + map;
    var drafts = workspace.drafts();
    try {
      var begun =
          taken(
              drafts.create(
                  by,
                  title.substring(0, Math.min(title.length(), Drafts.TITLE_MAX)),
                  new FileSet(files.files())));
      return taken(drafts.submit(by, begun.id(), begun.rev(), ""));
    } catch (IllegalArgumentException e) {
      throw new HttpRefusal(Code.TOO_LARGE, "What runs has too many files, or too much text.");
    }
  }

  /** Leave to publish just these files. */
  record Granted(Draft draft) {}

  /**
   * Leave for these files, approved by somebody who did not ask for it; refused otherwise.
   *
   * @param over the version that runs, beside which they were seen
   */
  Granted granted(Actor by, Bundle files, int over) {
    var asked =
        asked(files)
            .orElseThrow(() ->
                new HttpRefusal(
                    Code.CONFLICT,
                    "Publishing for real takes two, and nobody has asked for just this yet: ask,"
                        + " and let another approver look."));
    return new Granted(
        asked.state() == DraftState.APPROVED
            ? asked
            : taken(workspace.drafts().approve(by, asked.id(), asked.rev(), "", over)));
  }

  /** Notes that what was granted runs, under a version. */
  void published(Actor by, Granted granted, int version) {
    var draft = granted.draft();
    taken(workspace.drafts().published(by, draft.id(), draft.rev(), Integer.toString(version)));
  }

  private static Draft taken(DraftChange change) {
    return switch (change) {
      case DraftChange.Changed(var draft) -> draft;
      case DraftChange.Refused(var reason) ->
          throw reason == DraftRefusal.OWN_DRAFT
              ? new HttpRefusal(
                  Code.FORBIDDEN, "You asked for this yourself; another approver has to look.")
              : new HttpRefusal(Code.CONFLICT, reason.message());
    };
  }
}
