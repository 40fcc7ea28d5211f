package cairn.insight.log;

/** Carries a {@link Problem} from where it is met to {@link LogImport}, which returns it. */
final class LogReadException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  LogReadException(Problem problem) {
    super(problem.code().name());
    this.problem = problem;
  }

  LogReadException(Problem.Code code, String message, String remedy) {
    this(new Problem(code, message, remedy, null));
  }

  Problem problem() {
    return problem;
  }
}
