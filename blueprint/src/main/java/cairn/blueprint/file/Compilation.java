package cairn.blueprint.file;

import cairn.blueprint.Blueprint;
import java.util.List;

/** What came of compiling a bundle: a blueprint, or everything that is wrong. */
public sealed interface Compilation {
  /** It stands. */
  record Compiled(Blueprint blueprint, List<Migration> migrations, Bundle files)
      implements Compilation {
    public Compiled {
      migrations = List.copyOf(migrations);
    }
  }

  /** It does not; problems in order of file and place, at least one. */
  record Refused(List<Problem> problems) implements Compilation {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
