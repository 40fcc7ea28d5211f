package cairn.workspace;

import static cairn.workspace.MovableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.workspace.audit.Actor;
import cairn.workspace.audit.AuditEntry;
import cairn.workspace.audit.AuditQuery;
import cairn.workspace.draft.Draft;
import cairn.workspace.draft.DraftChange;
import cairn.workspace.draft.DraftId;
import cairn.workspace.draft.DraftRefusal;
import cairn.workspace.draft.DraftState;
import cairn.workspace.draft.DraftStep;
import cairn.workspace.draft.FileSet;
import cairn.workspace.draft.Publication;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every workspace promises about drafts, whatever database is under it. */
abstract class DraftContract {
  static final Actor ADA = Actor.staff("ada");
  static final Actor BEN = Actor.staff("ben");
  static final Actor CLEO = Actor.staff("cleo");
  static final FileSet FILES =
      new FileSet(Map.of("journeys/first-home.yaml", "id: first-home\n", "profile.yaml", "a: 1\n"));

  final MovableClock clock = new MovableClock();
  Workspace workspace;

  /** Opens an empty workspace. */
  abstract Workspace openEmpty();

  @BeforeEach
  void open() {
    workspace = openEmpty();
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  @Test
  void aDraftGoesLiveAfterSomebodyElseApproved() {
    var draft = draft();
    draft = changed(workspace.drafts().submit(ADA, draft.id(), draft.rev(), "please look"));
    draft = changed(workspace.drafts().approve(BEN, draft.id(), draft.rev(), "good", 1));
    assertThat(draft.approvedBy()).contains(BEN);
    clock.pass(Duration.ofHours(1));
    draft = changed(workspace.drafts().published(ADA, draft.id(), draft.rev(), "7"));

    assertThat(draft.state()).isEqualTo(DraftState.PUBLISHED);
    assertThat(workspace.drafts().publications(10))
        .containsExactly(
            new Publication(1, draft.id(), "7", ADA, BEN, NOON.plus(Duration.ofHours(1))));
    assertThat(workspace.drafts().publishedFiles(1)).contains(FILES);
    assertThat(workspace.drafts().steps(draft.id()))
        .extracting(DraftStep::state)
        .containsExactly(
            DraftState.DRAFT, DraftState.IN_REVIEW, DraftState.APPROVED, DraftState.PUBLISHED);
    assertThat(workspace.audit().search(AuditQuery.newest(9).about(draft.id().subject())))
        .extracting(AuditEntry::action)
        .containsExactly("draft.published", "draft.approved", "draft.inReview", "draft.created");
  }

  @Test
  void whoeverWroteInADraftDoesNotApproveIt() {
    var draft = draft();
    draft =
        changed(workspace.drafts().putFile(BEN, draft.id(), draft.rev(), "profile.yaml", "a: 2\n"));
    draft = changed(workspace.drafts().submit(ADA, draft.id(), draft.rev(), ""));

    assertThat(workspace.drafts().authors(draft.id())).containsExactly(ADA, BEN);
    assertThat(workspace.drafts().approve(ADA, draft.id(), draft.rev(), "", 1))
        .isEqualTo(refused(DraftRefusal.OWN_DRAFT));
    assertThat(workspace.drafts().approve(BEN, draft.id(), draft.rev(), "", 1))
        .isEqualTo(refused(DraftRefusal.OWN_DRAFT));
    assertThat(workspace.drafts().approve(CLEO, draft.id(), draft.rev(), "", 1))
        .isInstanceOf(DraftChange.Changed.class);
  }

  @Test
  void nobodyApprovesWhatTheyDidNotSee() {
    var draft = draft();
    var seen = changed(workspace.drafts().submit(ADA, draft.id(), draft.rev(), ""));
    var back = changed(workspace.drafts().sendBack(ADA, draft.id(), seen.rev(), "one more thing"));
    var edited = changed(workspace.drafts().putFile(ADA, back.id(), back.rev(), "more.yaml", "x"));
    changed(workspace.drafts().submit(ADA, draft.id(), edited.rev(), ""));

    assertThat(workspace.drafts().approve(BEN, draft.id(), seen.rev(), "", 1))
        .isEqualTo(refused(DraftRefusal.CHANGED_MEANWHILE));
  }

  @Test
  void anApprovalFallsWhenTheDraftIsOpenedAgain() {
    var draft = draft();
    draft = changed(workspace.drafts().submit(ADA, draft.id(), draft.rev(), ""));
    draft = changed(workspace.drafts().approve(BEN, draft.id(), draft.rev(), "", 1));
    draft = changed(workspace.drafts().sendBack(ADA, draft.id(), draft.rev(), "wait"));

    assertThat(draft.state()).isEqualTo(DraftState.DRAFT);
    assertThat(draft.approvedBy()).isEmpty();
    assertThat(workspace.drafts().published(ADA, draft.id(), draft.rev(), "7"))
        .isEqualTo(refused(DraftRefusal.NOT_NOW));
    assertThat(workspace.drafts().publications(10)).isEmpty();
  }

  @Test
  void filesChangeOnlyWhileADraftIsBeingWritten() {
    var draft = draft();
    draft = changed(workspace.drafts().submit(ADA, draft.id(), draft.rev(), ""));

    assertThat(workspace.drafts().putFile(ADA, draft.id(), draft.rev(), "profile.yaml", "b: 1\n"))
        .isEqualTo(refused(DraftRefusal.NOT_NOW));
    assertThat(workspace.drafts().files(draft.id())).isEqualTo(FILES);
  }

  @Test
  void filesArePutReplacedAndRemoved() {
    var draft = draft();
    var drafts = workspace.drafts();
    var put = changed(drafts.putFile(ADA, draft.id(), draft.rev(), "policies/caps.yaml", "x"));
    var same = changed(drafts.putFile(ADA, draft.id(), put.rev(), "policies/caps.yaml", "x"));
    var gone = changed(drafts.removeFile(ADA, draft.id(), same.rev(), "profile.yaml"));

    assertThat(same.rev()).isEqualTo(put.rev());
    assertThat(drafts.files(draft.id()).files())
        .containsOnlyKeys("journeys/first-home.yaml", "policies/caps.yaml");
    assertThat(drafts.removeFile(ADA, draft.id(), gone.rev(), "profile.yaml"))
        .isEqualTo(refused(DraftRefusal.UNKNOWN_FILE));
    assertThat(drafts.putFile(ADA, draft.id(), gone.rev(), "../outside.yaml", "x"))
        .isEqualTo(refused(DraftRefusal.FILES_INVALID));
    assertThat(drafts.putFile(ADA, draft.id(), draft.rev(), "late.yaml", "x"))
        .isEqualTo(refused(DraftRefusal.CHANGED_MEANWHILE));
    changed(drafts.putFiles(ADA, draft.id(), gone.rev(), FILES));
    assertThat(drafts.files(draft.id())).isEqualTo(FILES);
  }

  @Test
  void anEmptyDraftIsNotSubmitted() {
    var draft = changed(workspace.drafts().create(ADA, "Nothing yet", FileSet.EMPTY));

    assertThat(workspace.drafts().submit(ADA, draft.id(), draft.rev(), ""))
        .isEqualTo(refused(DraftRefusal.NO_FILES));
  }

  @Test
  void aDraftThatIsNotThereIsNotChanged() {
    var nowhere = new DraftId("0".repeat(24));

    assertThat(workspace.drafts().find(nowhere)).isEmpty();
    assertThat(workspace.drafts().submit(ADA, nowhere, 1, ""))
        .isEqualTo(refused(DraftRefusal.UNKNOWN_DRAFT));
    assertThat(workspace.drafts().putFile(ADA, nowhere, 1, "a.yaml", ""))
        .isEqualTo(refused(DraftRefusal.UNKNOWN_DRAFT));
    assertThat(workspace.drafts().removeFile(ADA, nowhere, 1, "a.yaml"))
        .isEqualTo(refused(DraftRefusal.UNKNOWN_DRAFT));
    assertThat(workspace.drafts().createFrom(ADA, "Back", 1))
        .isEqualTo(refused(DraftRefusal.UNKNOWN_PUBLICATION));
  }

  @Test
  void goingBackIsANewDraftWithTheOldFiles() {
    var first = publish(draft());
    var other = changed(workspace.drafts().createFrom(ADA, "Change", 1));
    publish(
        changed(workspace.drafts().putFile(ADA, other.id(), other.rev(), "profile.yaml", "a: 9")));

    var back = changed(workspace.drafts().createFrom(ADA, "Back to the first", 1));

    assertThat(back.basedOn()).contains(1L);
    assertThat(workspace.drafts().files(back.id())).isEqualTo(FILES);
    assertThat(workspace.drafts().publications(10))
        .extracting(Publication::number)
        .containsExactly(2L, 1L);
    assertThat(workspace.drafts().newest(10)).hasSize(3);
    assertThat(first.basedOn()).isEqualTo(Optional.empty());
  }

  @Test
  void aPublishedOrDiscardedDraftStaysAsItWas() {
    var published = publish(draft());
    var discarded = draft();
    discarded = changed(workspace.drafts().discard(ADA, discarded.id(), discarded.rev(), "no"));

    for (var draft : new Draft[] {published, discarded}) {
      assertThat(workspace.drafts().sendBack(ADA, draft.id(), draft.rev(), ""))
          .isEqualTo(refused(DraftRefusal.NOT_NOW));
      assertThat(workspace.drafts().putFiles(ADA, draft.id(), draft.rev(), FileSet.EMPTY))
          .isEqualTo(refused(DraftRefusal.NOT_NOW));
    }
  }

  @Test
  void openDraftsHaveABound() {
    for (var i = 0; i < cairn.workspace.draft.Drafts.OPEN_MAX; i++) {
      changed(workspace.drafts().create(ADA, "Draft " + i, FileSet.EMPTY));
    }

    assertThat(workspace.drafts().create(ADA, "One more", FileSet.EMPTY))
        .isEqualTo(refused(DraftRefusal.TOO_MANY_DRAFTS));
    assertThatThrownBy(() -> workspace.drafts().create(ADA, " ", FileSet.EMPTY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  Draft draft() {
    return changed(workspace.drafts().create(ADA, "First home", FILES));
  }

  Draft publish(Draft draft) {
    var submitted = changed(workspace.drafts().submit(ADA, draft.id(), draft.rev(), ""));
    var approved = changed(workspace.drafts().approve(BEN, draft.id(), submitted.rev(), "", 1));
    return changed(workspace.drafts().published(ADA, draft.id(), approved.rev(), "v"));
  }

  static Draft changed(DraftChange change) {
    assertThat(change).isInstanceOf(DraftChange.Changed.class);
    return ((DraftChange.Changed) change).draft();
  }

  static DraftChange refused(DraftRefusal reason) {
    return new DraftChange.Refused(reason);
  }
}
