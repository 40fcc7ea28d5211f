package cairn.server.decide;

import cairn.blueprint.Blueprint;
import cairn.blueprint.file.BlueprintCompiler;
import cairn.blueprint.file.Bundle;
import cairn.blueprint.rule.Checked;
import cairn.blueprint.rule.RuleLanguage;
import cairn.blueprint.rule.RuleProblem;
import cairn.rule.Condition;
import cairn.rule.Expression;
import cairn.rule.Situation;
import cairn.rule.Truth;
import cairn.server.http.Access;
import cairn.server.http.Code;
import cairn.server.http.HttpRefusal;
import cairn.server.http.Json;
import cairn.server.http.Reply;
import cairn.server.http.Request;
import cairn.server.http.Route;
import cairn.server.http.Shape;
import cairn.server.people.People;
import cairn.server.publish.Published;
import cairn.server.words.Tongue;
import cairn.workspace.account.Role;
import cairn.workspace.draft.DraftId;
import cairn.workspace.draft.DraftRefusal;
import cairn.workspace.draft.Drafts;
import cairn.workspace.draft.FileSet;
import cairn.workspace.key.Scope;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks one rule of a draft while it is written, and says what it gives for a person. */
public final class RuleRoutes {
  private static final Access WRITERS =
      new Access.Only(Scope.BLUEPRINTS, Set.of(Role.DESIGNER, Role.APPROVER, Role.OPERATOR));

  /** What a rule gives tells of a person, so only those learn it who may read people. */
  private static final Access PEOPLE_READERS =
      new Access.Only(
          Scope.PEOPLE_READ,
          Set.of(Role.HELPER, Role.COACH, Role.DATA_PROTECTION_OFFICER, Role.OPERATOR));

  private static final int BODY_BYTES_MAX = 64 * 1024;
  private static final cairn.blueprint.rule.Scope REQUEST =
      new cairn.blueprint.rule.Scope(null, true, false, null, true);

  private final Drafts drafts;
  private final Published published;
  private final People people;
  private final InstantSource clock;

  /**
   * One rule.
   *
   * @param gives {@code answer} for yes or no, {@code number} for a value
   * @param person whom to ask it of, or nobody
   */
  record RuleBody(String text, String gives, @Nullable String person) {}

  /**
   * What came of it.
   *
   * @param value what it gives for the person: true, false, a number; nothing where it is not known
   */
  record CheckedBody(boolean good, List<MistakeBody> mistakes, @Nullable Object value) {}

  /**
   * One mistake.
   *
   * @param offset where in the text, in characters from 0
   */
  record MistakeBody(int offset, String what, String remedy) {}

  public RuleRoutes(Drafts drafts, Published published, People people, InstantSource clock) {
    this.drafts = drafts;
    this.published = published;
    this.people = people;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(
        Route.post(
            "/v1/drafts/{draft}/rule",
            WRITERS,
            "blueprint",
            "Checks one rule beside a draft's files, and says what it gives for a person.",
            Shape.of(RuleBody.class),
            Shape.of(CheckedBody.class),
            this::check));
  }

  private Reply check(Request request) {
    var body = Json.read(request, BODY_BYTES_MAX, RuleBody.class);
    if (body.text() == null) {
      throw HttpRefusal.invalid("text", "Send the rule.");
    }
    var asked = body.person();
    if (asked != null && !PEOPLE_READERS.allows(request.caller())) {
      throw new HttpRefusal(Code.FORBIDDEN, "You may not read people.");
    }
    var language =
        BlueprintCompiler.language(
            Bundle.of(files(request).files()),
            published.current().map(Blueprint::schema).orElse(null));
    var situation = asked == null ? null : Situation.of(people.known(asked), clock.instant());
    var tongue = Tongue.of(request);
    return Reply.json(
        switch (body.gives()) {
          case "answer" -> answer(language, body.text(), situation, tongue);
          case "number" -> number(language, body.text(), situation, tongue);
          case null, default -> throw HttpRefusal.invalid("gives", "Send answer or number.");
        });
  }

  private FileSet files(Request request) {
    try {
      var id = new DraftId(request.param("draft"));
      if (drafts.find(id).isPresent()) {
        return drafts.files(id);
      }
    } catch (IllegalArgumentException e) {
      // Told below.
    }
    throw HttpRefusal.notFound(DraftRefusal.UNKNOWN_DRAFT.message());
  }

  private static CheckedBody answer(
      RuleLanguage language, String text, @Nullable Situation situation, Tongue tongue) {
    return switch (language.condition(text, REQUEST)) {
      case Checked.Wrong<Condition>(var problems) -> wrong(problems, tongue);
      case Checked.Right<Condition>(var rule) -> {
        var truth = situation == null ? Truth.UNKNOWN : rule.test(situation);
        yield new CheckedBody(
            true, List.of(), truth == Truth.UNKNOWN ? null : (Object) truth.isTrue());
      }
    };
  }

  private static CheckedBody number(
      RuleLanguage language, String text, @Nullable Situation situation, Tongue tongue) {
    return switch (language.expression(text, REQUEST)) {
      case Checked.Wrong<Expression>(var problems) -> wrong(problems, tongue);
      case Checked.Right<Expression>(var rule) -> {
        var value = situation == null ? null : rule.value(situation);
        yield new CheckedBody(true, List.of(), value == null ? null : Words.plain(value));
      }
    };
  }

  private static CheckedBody wrong(List<RuleProblem> problems, Tongue tongue) {
    return new CheckedBody(
        false,
        problems.stream()
            .map(one ->
                new MistakeBody(
                    one.offset(), tongue.mistake(one.what()), tongue.mistake(one.remedy())))
            .toList(),
        null);
  }
}
