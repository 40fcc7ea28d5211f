package cairn.blueprint.file;

import cairn.blueprint.Question;
import cairn.blueprint.rule.Nearest;
import cairn.blueprint.rule.Scope;
import cairn.journey.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a step that asks something, and where each answer leads. */
record AskReading(FileReading reading, Known known, Rules rules, Ways ways) {

  /** The step, or null with a problem. */
  @Nullable Step ask(Step.About about, Tree.Mapping fields, Step.@Nullable Timeout timeout) {
    var ask = FileReading.mapping(fields, "ask");
    var channel = known.channel(reading, ask);
    var name = FileReading.scalar(ask, "question");
    var otherwise = ways.target(fields, "otherwise", false);
    if (name == null
        || !Known.check(reading, name, "question", known.questions().keySet())
        || channel == null
        || otherwise == null) {
      return null;
    }
    var question = known.questions().get(name.text());
    if (question == null) {
      return null;
    }
    int slot = -1;
    var keep = FileReading.scalar(ask, "keep");
    if (keep != null) {
      slot = known.slot(reading, keep);
      Keeping.check(reading, known.schema(), keep, question.kind());
    }
    return new Step.Ask(
        about, channel, question.id(), slot, answers(fields, question), otherwise, timeout);
  }

  private List<Step.Branch> answers(Tree.Mapping fields, Question question) {
    var scope = Scope.JOURNEY.answered(Keeping.answer(question.kind()));
    if (!(fields.get("answers") instanceof Tree.Mapping named)) {
      return ways.branches(fields, "answers", scope);
    }
    var choices =
        switch (question.kind()) {
          case CHOICE -> question.choices();
          case YES_NO -> List.of("yes", "no");
          case TEXT, NUMBER, FEELING, EFFORT -> List.<String>of();
        };
    var branches = new ArrayList<Step.Branch>();
    named
        .fields()
        .forEach((answer, field) -> {
          if (!choices.contains(answer)) {
            reading.problem(
                field.key(),
                answer + " is no answer to " + question.id() + ".",
                choices.isEmpty()
                    ? "Write the answers as rules: - {when: answer > 3, then: ...}."
                    : Nearest.remedy(answer, choices));
            return;
          }
          var then = ways.target(named, answer, false);
          if (then != null) {
            branches.add(new Step.Branch(answer, rules.own(rule(question, answer), scope), then));
          }
        });
    return branches;
  }

  private static String rule(Question question, String answer) {
    if (question.kind() == Question.Kind.YES_NO) {
      return answer.equals("yes") ? "answer" : "!answer";
    }
    return "answer == '" + answer.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
