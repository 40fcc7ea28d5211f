package cairn.engine;

import cairn.log.Fact;
import cairn.person.PersonState;
import java.util.List;

/**
 * What came of a command. Either way the timers that were due have fired first, so both carry facts
 * and the state they lead to.
 */
public sealed interface Verdict {
  /** Facts to be written, possibly none. */
  List<Fact> facts();

  /** The state after those facts. */
  PersonState next();

  /** The command stands. */
  record Accepted(List<Fact> facts, PersonState next) implements Verdict {
    public Accepted {
      facts = List.copyOf(facts);
    }
  }

  /** The command is refused; only due timers changed anything. */
  record Rejected(Reason reason, List<Fact> facts, PersonState next) implements Verdict {
    public Rejected {
      facts = List.copyOf(facts);
    }
  }
}
