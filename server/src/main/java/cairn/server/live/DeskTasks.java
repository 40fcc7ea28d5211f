package cairn.server.live;

import cairn.engine.FeedItem;
import cairn.engine.Host;
import cairn.log.Fact;
import cairn.person.Pending;
import cairn.person.PersonKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What lies on the desks: everything queued for a colleague and not settled. A projection; what
 * colleagues do on it are commands.
 */
public final class DeskTasks {
  private final Host host;
  private final ProjectionFile file;
  private final Predicate<Pending> isForColleagues;
  private final List<Change> changes = new ArrayList<>();

  /** One task: whose it is, and the effect it is about. */
  public record Task(PersonKey person, String effect) {}

  /** One change to the rows. */
  sealed interface Change {
    record Put(PersonKey person, String effect, String subject, Instant queued) implements Change {}

    record Drop(PersonKey person, String effect) implements Change {}

    record Forget(PersonKey person) implements Change {}
  }

  DeskTasks(Host host, ProjectionFile file, Predicate<Pending> isForColleagues) {
    this.host = host;
    this.file = file;
    this.isForColleagues = isForColleagues;
  }

  /** Notes what changed. Belongs to the tailer's thread. */
  void take(FeedItem item) {
    for (var fact : item.entry().facts()) {
      if (fact instanceof Fact.EffectQueued f && !f.muted()) {
        put(item.person(), f.effect());
      } else if (fact instanceof Fact.EffectWithheld f) {
        changes.add(new Change.Drop(item.person(), f.id()));
      } else if (fact instanceof Fact.EffectSettled f) {
        changes.add(new Change.Drop(item.person(), f.id()));
      } else if (fact instanceof Fact.RecordSealed || fact instanceof Fact.Erased) {
        changes.add(new Change.Forget(item.person()));
      } else if (fact instanceof Fact.RecordAbsorbed || fact instanceof Fact.Baseline) {
        host.read(item.person()).pending().forEach(effect -> put(item.person(), effect));
      }
    }
  }

  private void put(PersonKey person, Pending effect) {
    if (isForColleagues.test(effect)) {
      changes.add(new Change.Put(person, effect.id(), effect.subject(), effect.queuedAt()));
    }
  }

  /** The rows to be written. Belongs to the tailer's thread. */
  List<Change> changes() {
    return changes;
  }

  /** Those rows are written. */
  void written() {
    changes.clear();
  }

  /** Open tasks, the oldest first; of one queue, or of all where it is empty. */
  public List<Task> open(String queue, int max) {
    return file.tasks(queue, max);
  }
}
