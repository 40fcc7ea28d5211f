package cairn.insight.log;

import java.util.List;

/** How an import ended. */
public sealed interface ImportOutcome {

  /** Every row was delivered, or rejected with a reason. */
  record Done(ImportReport report) implements ImportOutcome {}

  /**
   * The import stopped on its way; what was delivered until then stands, and may be gone on from.
   */
  record Stopped(Problem problem, ImportReport report) implements ImportOutcome {}

  /** Nothing was delivered. */
  record Refused(List<Problem> problems) implements ImportOutcome {
    /** Refuses to refuse without a reason. */
    public Refused {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("a refusal has a reason");
      }
    }
  }
}
