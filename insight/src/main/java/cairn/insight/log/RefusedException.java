package cairn.insight.log;

import java.util.List;

/** Carries every {@link Problem} of a file to {@link LogImport}, which returns them. */
final class RefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  RefusedException(List<Problem> problems) {
    super("refused");
    this.problems = List.copyOf(problems);
  }

  List<Problem> problems() {
    return problems;
  }
}
