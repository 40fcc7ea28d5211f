package cairn.server.publish;

import cairn.blueprint.file.Bundle;
import cairn.blueprint.file.FileText;
import cairn.blueprint.file.Problem;
import cairn.server.words.Tongue;
import cairn.workspace.Workspace;
import cairn.workspace.audit.Actor;
import cairn.workspace.draft.DiffLine;
import cairn.workspace.draft.Draft;
import cairn.workspace.draft.Drafts;
import cairn.workspace.draft.FileDiff;
import cairn.workspace.draft.FileSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Drafts as the interface tells them: always beside what runs now. */
final class DraftView {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final Publisher publisher;
  private final Workspace workspace;

  /** One draft in a list. */
  record SummaryBody(
      String id,
      String title,
      String state,
      long rev,
      String createdBy,
      @Nullable String approvedBy,
      Instant createdAt,
      Instant changedAt) {}

  /**
   * A draft with everything that whoever approves it must see.
   *
   * @param wrote whether the reader wrote in it, and so may not approve it
   * @param alone whether the house is open, so that nobody else can
   * @param running the version it is compared with
   * @param differences what it changes in meaning, at most {@link Differences#TOLD_MAX}
   * @param forms what its catalogue says, for forms
   */
  record Body(
      String id,
      String title,
      String state,
      long rev,
      String createdBy,
      @Nullable String approvedBy,
      Instant createdAt,
      Instant changedAt,
      boolean wrote,
      boolean alone,
      int running,
      Map<String, String> files,
      List<ChangeBody> changes,
      List<Differences.Difference> differences,
      List<ProblemBody> problems,
      CatalogueForms.Body forms,
      List<StepBody> steps) {}

  /** A mistake, and the names that lead to its place in the file. */
  record ProblemBody(
      String file,
      List<String> path,
      int line,
      int column,
      String what,
      String remedy,
      String sentence) {}

  record ChangeBody(
      String path, String change, long added, long removed, List<List<LineBody>> hunks) {}

  record LineBody(String kind, int before, int after, String text) {}

  record StepBody(Instant at, String by, String state, String note) {}

  DraftView(Publisher publisher, Workspace workspace) {
    this.publisher = publisher;
    this.workspace = workspace;
  }

  /** What members of staff are called, by their stored form. */
  Map<String, String> names() {
    var names = new HashMap<String, String>();
    workspace
        .accounts()
        .all()
        .forEach(account -> names.put(account.id().actor().text(), account.name().value()));
    return names;
  }

  SummaryBody summary(Draft draft, Map<String, String> names) {
    return new SummaryBody(
        draft.id().value(),
        draft.title(),
        draft.state().wireName(),
        draft.rev(),
        name(draft.createdBy(), names),
        draft.approvedBy().map(by -> name(by, names)).orElse(null),
        draft.createdAt(),
        draft.changedAt());
  }

  Body of(Draft draft, Actor reader, boolean local, Tongue tongue) {
    var names = names();
    var files = workspace.drafts().files(draft.id());
    var now = publisher.current();
    var running = now.map(one -> one.files().files()).orElse(new TreeMap<>());
    return new Body(
        draft.id().value(),
        draft.title(),
        draft.state().wireName(),
        draft.rev(),
        name(draft.createdBy(), names),
        draft.approvedBy().map(by -> name(by, names)).orElse(null),
        draft.createdAt(),
        draft.changedAt(),
        workspace.drafts().authors(draft.id()).contains(reader),
        local && workspace.accounts().isEmpty(),
        now.map(Publisher.Current::version).orElse(0),
        files.files(),
        FileDiff.between(new FileSet(new TreeMap<>(running)), files).stream()
            .map(DraftView::change)
            .toList(),
        Differences.between(new TreeMap<>(running), files.files()),
        publisher.check(Bundle.of(files.files())).stream()
            .map(problem -> problem(problem, files, tongue))
            .toList(),
        CatalogueForms.of(files.files()),
        workspace.drafts().steps(draft.id()).stream()
            .map(step ->
                new StepBody(
                    step.at(), name(step.actor(), names), step.state().wireName(), step.note()))
            .toList());
  }

  /** Who let a draft run, and when, for whoever wanted to do the same. */
  String published(Draft draft) {
    return workspace.drafts().publications(Drafts.PAGE_MAX).stream()
        .filter(one -> one.draft().equals(draft.id()))
        .findFirst()
        .map(one ->
            "%s let this run as version %s on %s UTC; nothing is left to do."
                .formatted(
                    name(one.publishedBy(), names()), one.version(), MOMENT.format(one.at())))
        .orElse("This runs already.");
  }

  /** Who let something else run after a draft was approved, and when. */
  String overtaken(Publisher.Current now) {
    return "%s let version %s run on %s UTC, after this was approved; open it again and look at it."
        .formatted(
            names().getOrDefault(now.by(), now.by()), now.version(), MOMENT.format(now.at()));
  }

  private static ProblemBody problem(Problem problem, FileSet files, Tongue tongue) {
    var told = tongue.mistake(problem);
    var text = files.files().getOrDefault(problem.file(), "");
    return new ProblemBody(
        problem.file(),
        new FileText(text).path(problem),
        problem.line(),
        problem.column(),
        told.what(),
        told.remedy(),
        told.sentence());
  }

  private static String name(Actor actor, Map<String, String> names) {
    return names.getOrDefault(actor.text(), actor.text());
  }

  private static ChangeBody change(FileDiff diff) {
    return new ChangeBody(
        diff.path(),
        diff.change().name().toLowerCase(Locale.ROOT),
        diff.added(),
        diff.removed(),
        diff.hunks().stream().map(hunk -> hunk.stream().map(DraftView::line).toList()).toList());
  }

  private static LineBody line(DiffLine line) {
    return new LineBody(
        line.kind().name().toLowerCase(Locale.ROOT), line.before(), line.after(), line.text());
  }
}
