package cairn.insight.log;

import java.util.List;

/** What came of reading a mapping. */
public sealed interface MappingResult {

  /** It says this. */
  record Understood(LogMapping mapping) implements MappingResult {}

  /** It has these mistakes, all of them. */
  record NotUnderstood(List<Problem> problems) implements MappingResult {
    /** Keeps an unchangeable copy. */
    public NotUnderstood {
      problems = List.copyOf(problems);
    }
  }
}
