package cairn.server.live;

import cairn.person.PersonKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Who was heard of lately. Safe for many threads. */
public final class RecentPeople {
  /** The most people remembered. */
  public static final int PEOPLE_MAX = 500;

  private final LinkedHashSet<PersonKey> people = new LinkedHashSet<>();

  synchronized void add(PersonKey person) {
    people.remove(person);
    people.add(person);
    if (people.size() > PEOPLE_MAX) {
      people.removeFirst();
    }
  }

  /** Who was heard of, the latest first. */
  public synchronized List<PersonKey> all() {
    return new ArrayList<>(people.reversed());
  }
}
