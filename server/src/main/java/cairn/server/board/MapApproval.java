package cairn.server.board;

import cairn.blueprint.file.Bundle;
import cairn.server.http.Code;
import cairn.server.http.HttpRefusal;
import cairn.server.publish.FourEyes;
import cairn.workspace.Workspace;
import cairn.workspace.audit.Actor;
import cairn.workspace.draft.Draft;
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
  private final FourEyes eyes;

  MapApproval(Workspace workspace) {
    this.workspace = workspace;
    this.eyes = new FourEyes(workspace);
  }

  /** Whether it takes two: everywhere but in a house where no account exists. */
  boolean takesTwo() {
    return eyes.takesTwo();
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
    return takesTwo()
        ? eyes.asked(reader, files).map(draft -> told(reader, draft))
        : Optional.empty();
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
    return told(by, eyes.asked(by, files).orElseGet(() -> begin(by, map, files)));
  }

  private Draft begin(Actor by, String map, Bundle files) {
    var title = TITLE + map;
    var drafts = workspace.drafts();
    try {
      var begun =
          FourEyes.taken(
              drafts.create(
                  by,
                  title.substring(0, Math.min(title.length(), Drafts.TITLE_MAX)),
                  new FileSet(files.files())));
      return FourEyes.taken(drafts.submit(by, begun.id(), begun.rev(), ""));
    } catch (IllegalArgumentException e) {
      throw new HttpRefusal(Code.TOO_LARGE, "What runs has too many files, or too much text.");
    }
  }

  /** Leave for these files, approved by somebody who did not ask for it; refused otherwise. */
  FourEyes.Granted granted(Actor by, Bundle files, int over) {
    return eyes.granted(
        by,
        files,
        over,
        "Publishing for real takes two, and nobody has asked for just this yet: ask, and let"
            + " another approver look.");
  }

  /** Notes that what was granted runs, under a version. */
  void published(Actor by, FourEyes.Granted granted, int version) {
    eyes.published(by, granted, version);
  }
}
