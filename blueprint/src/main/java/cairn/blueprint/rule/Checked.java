package cairn.blueprint.rule;

import java.util.List;

/** What came of compiling a rule: the compiled form, or everything that is wrong with it. */
public sealed interface Checked<T> {
  /** It is right. */
  record Right<T>(T compiled) implements Checked<T> {}

  /** It is wrong; at least one problem, in order of place. */
  record Wrong<T>(List<RuleProblem> problems) implements Checked<T> {
    public Wrong {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("what is wrong has a problem");
      }
    }
  }
}
