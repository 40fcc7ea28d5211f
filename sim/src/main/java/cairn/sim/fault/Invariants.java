package cairn.sim.fault;

import cairn.engine.FeedItem;
import cairn.engine.Host;
import cairn.engine.World;
import cairn.log.Fact;
import cairn.person.PersonKey;
import cairn.person.PersonState;
import cairn.person.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What must hold of everything a host keeps, whatever happened to it: nothing acknowledged is lost,
 * nothing is there twice, every log leads to its state, every decision comes out the same again,
 * the feed holds each entry once, and no promise to a person was broken. Look when nothing is under
 * way.
 */
final class Invariants {
  private static final int PAGE = 10_000;

  private final Host host;
  private final World world;
  private final int people;
  private final List<String> broken = new ArrayList<>();

  private Invariants(Host host, World world, int people) {
    this.host = host;
    this.world = world;
    this.people = people;
  }

  /**
   * Looks at a host.
   *
   * @param acknowledged marks of the events it said it took
   * @param clock what its clock shows: no timer is due by then
   * @return a sentence for each thing that is not as it must be
   */
  static List<String> broken(
      Host host, World world, int people, Set<String> acknowledged, Instant clock) {
    var look = new Invariants(host, world, people);
    look.logs(acknowledged, clock);
    look.feeds();
    return look.broken;
  }

  /** Whether everything a device held has arrived, and no timer is due: the host is at rest. */
  static boolean isAtRest(Host host, int people, Instant clock) {
    for (int person = 0; person < people; person++) {
      var known = host.read(host.key(Storm.known(person)));
      if (known.standing() == Standing.OPEN && isDue(known, clock)) {
        return false;
      }
      var came = absorbed(host, known.key());
      for (int device = 0; device < 2; device++) {
        var key = host.key(Storm.device(person, device));
        var state = host.read(key);
        boolean isOpen = state.key().equals(key);
        if (isOpen
            ? isDue(state, clock)
            : known.standing() == Standing.OPEN
                && !Storm.mayBeErased(person)
                && !came.contains(key)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isDue(PersonState state, Instant clock) {
    return state.nextDue().map(due -> !due.isAfter(clock)).orElse(false);
  }

  private static Set<PersonKey> absorbed(Host host, PersonKey key) {
    var from = new HashSet<PersonKey>();
    for (var entry : host.history(key, Long.MAX_VALUE, PAGE)) {
      for (var fact : entry.facts()) {
        if (fact instanceof Fact.RecordAbsorbed absorbed) {
          from.add(absorbed.from());
        }
      }
    }
    return from;
  }

  private void logs(Set<String> acknowledged, Instant clock) {
    var marks = Promises.noMarks();
    var looked = new HashSet<PersonKey>();
    long open = 0;
    for (int person = 0; person < people; person++) {
      var keys =
          List.of(
              host.key(Storm.known(person)),
              host.key(Storm.device(person, 0)),
              host.key(Storm.device(person, 1)));
      for (var key : keys) {
        var state = host.read(key);
        if (!looked.add(state.key()) || state.isUnknown()) {
          continue;
        }
        open += state.standing() == Standing.OPEN ? 1 : 0;
        int before = broken.size();
        var log = host.history(state.key(), Long.MAX_VALUE, PAGE).reversed();
        var folded = Promises.read(state.key(), log, world, marks, broken);
        if (!folded.equals(state)) {
          broken.add("the log does not lead to the state");
        }
        if (state.standing() == Standing.OPEN && isDue(state, clock)) {
          broken.add("a timer is due and does not fire");
        }
        if (state.standing() == Standing.ERASED
            && (!state.identifiers().isEmpty() || log.size() != 1)) {
          broken.add("something is left of an erased person");
        }
        for (int i = before; i < broken.size(); i++) {
          broken.set(i, "person " + person + ", " + broken.get(i));
        }
      }
    }
    marks.forEach((mark, times) -> {
      if (times > 1) {
        broken.add("event " + mark + " is there " + times + " times");
      }
    });
    for (var mark : acknowledged) {
      if (!marks.containsKey(mark) && !Storm.mayBeErased(Storm.personOf(mark))) {
        broken.add("event " + mark + " was acknowledged and is lost");
      }
    }
    if (host.people() != open) {
      broken.add(host.people() + " people are counted and " + open + " are there");
    }
  }

  private void feeds() {
    var seen = new HashMap<String, Long>();
    for (int shard = 0; shard < PersonKey.SHARDS; shard++) {
      long last = 0;
      for (var item : host.feed(shard, 0, Integer.MAX_VALUE)) {
        if (item.sequence() <= last) {
          broken.add("the feed of shard " + shard + " is out of order at " + item.sequence());
        }
        last = item.sequence();
        if (seen.put(pointer(item), last) != null) {
          broken.add("the feed of shard " + shard + " holds an entry twice at " + last);
        }
      }
      if (host.feedEnd(shard) < last) {
        broken.add("the feed of shard " + shard + " ends before its last item");
      }
    }
    broken.addAll(missing(host, people, seen.keySet()));
  }

  /**
   * Whether the feeds show every entry of the known people. An entry can be read as soon as it is
   * synced, and is in its feed a moment later.
   */
  static boolean isToldWhole(Host host, int people) {
    var seen = new HashSet<String>();
    for (int shard = 0; shard < PersonKey.SHARDS; shard++) {
      host.feed(shard, 0, Integer.MAX_VALUE).forEach(item -> seen.add(pointer(item)));
    }
    return missing(host, people, seen).isEmpty();
  }

  private static String pointer(FeedItem item) {
    return item.person().hex() + "/" + item.entry().number();
  }

  private static List<String> missing(Host host, int people, Set<String> seen) {
    var missing = new ArrayList<String>();
    for (int person = 0; person < people; person++) {
      var state = host.read(host.key(Storm.known(person)));
      for (var entry : host.history(state.key(), Long.MAX_VALUE, PAGE)) {
        if (!seen.contains(state.key().hex() + "/" + entry.number())) {
          missing.add("person " + person + ", entry " + entry.number() + " is not in the feed");
        }
      }
    }
    return missing;
  }
}
