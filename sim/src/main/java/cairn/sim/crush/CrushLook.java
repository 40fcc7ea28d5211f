package cairn.sim.crush;

import cairn.decision.Catalogue;
import cairn.decision.DecisionRecord;
import cairn.decision.Response;
import cairn.decision.Stage;
import cairn.engine.Host;
import cairn.log.Entry;
import cairn.log.Fact;
import cairn.person.Limits;
import cairn.person.PersonKey;
import cairn.person.Recall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads logs and counts. Contacts are counted again from what each decision filled, not taken from
 * what it noted; the same thing in the same channel, put again within half an hour to somebody who
 * had not reacted, is one contact. A unit is out from its decision on: for good where a reaction
 * came, for an hour otherwise.
 */
final class CrushLook {
  private static final Duration HELD_FOR = Duration.ofHours(1);
  private static final Duration SAME_CONTACT_WITHIN = Duration.ofMinutes(30);
  private static final int ENTRIES_MAX = 1_000_000;

  /** Sentences kept; a fault that comes a million times is told this often. */
  private static final int SENTENCES_MAX = 1_000;

  private final Scene scene;
  private final Catalogue catalogue;
  private final List<String> broken = new ArrayList<>();
  private final Map<String, Integer> stopped = new TreeMap<>();
  private final Map<Day, List<Long>> begins = new HashMap<>();
  private final Map<Day, List<Long>> ends = new HashMap<>();
  private int decisions;
  private int shown;
  private int silent;

  /** The units of one group on one day. */
  private record Day(String group, long day) {}

  CrushLook(Scene scene) {
    this.scene = scene;
    this.catalogue = scene.blueprint().catalogue();
  }

  /** Decisions read so far. */
  int decisions() {
    return decisions;
  }

  /** Reads one person's log. */
  void person(Host host, PersonKey person) {
    look(host.history(person, Long.MAX_VALUE, ENTRIES_MAX).reversed());
  }

  /** Reads a log from its first entry. */
  void look(List<Entry> log) {
    var life = new Life();
    for (var entry : log) {
      for (var fact : entry.facts()) {
        switch (fact) {
          case Fact.LimitsSet set -> life.limits = set.limits();
          case Fact.DecisionMade made -> decision(life, made.decision());
          case Fact.ResponseRecorded response -> life.reacted(response, entry.now());
          default -> {}
        }
      }
    }
    life.places.values().forEach(this::unit);
  }

  /** What one person has lived through so far. */
  private static final class Life {
    Limits limits = Limits.NONE;
    final List<Place> contacts = new ArrayList<>();
    final Map<String, Place> places = new HashMap<>();
    final Map<String, Place> latest = new HashMap<>();
    final Set<String> refused = new HashSet<>();
    @Nullable Instant talksRestUntil;

    void reacted(Fact.ResponseRecorded response, Instant at) {
      var place = places.get(response.decision());
      if (place != null) {
        place.reacted = true;
      }
      if (response.response().kind() == Response.Kind.NO) {
        refused.add(response.action());
        if (Scene.groupOf(response.action()).equals(Scene.TALKS)) {
          talksRestUntil = at.plus(Scene.REST);
        }
      }
    }
  }

  /** One filled slot. */
  private static final class Place {
    final String action;
    final String group;
    final String channel;
    final Instant at;
    boolean reacted;

    Place(String action, String channel, Instant at) {
      this.action = action;
      this.group = Scene.groupOf(action);
      this.channel = channel;
      this.at = at;
    }
  }

  private void decision(Life life, DecisionRecord record) {
    decisions++;
    shown += record.slots().size();
    silent += record.slots().isEmpty() ? 1 : 0;
    var stages = EnumSet.noneOf(Stage.class);
    record.drops().forEach(drop -> stages.add(catalogue.component(drop.component()).stage()));
    stages.forEach(stage -> stopped.merge(stage.name().toLowerCase(Locale.ROOT), 1, Integer::sum));
    int fresh = 0;
    for (int slot = 0; slot < record.slots().size(); slot++) {
      var action = record.slots().get(slot).action();
      var place = new Place(action, record.request().channel(), record.at());
      promised(life, place);
      var before = life.latest.put(action + " " + place.channel, place);
      if (before == null
          || before.reacted
          || !before.at.isAfter(place.at.minus(SAME_CONTACT_WITHIN))) {
        fresh++;
        life.contacts.add(place);
      }
      life.places.put(record.id() + "/" + slot, place);
    }
    long noted =
        record.remember().stream()
            .filter(need -> need.subject().startsWith(Recall.CONTACT))
            .count();
    if (noted < fresh) {
      tell("of " + fresh + " contacts, " + noted + " were noted");
    }
    if (fresh > 0) {
      caps(life, record.at());
    }
  }

  private void promised(Life life, Place place) {
    if (life.refused.contains(place.action)) {
      tell("shown after a no: " + place.action);
    }
    var rest = life.talksRestUntil;
    if (place.group.equals(Scene.TALKS) && rest != null && place.at.isBefore(rest)) {
      tell("a talk came while talks rest: " + place.action);
    }
  }

  private void caps(Life life, Instant at) {
    atMost(life, at, "all channels", null, null, Scene.ALL_MAX, Scene.DAY);
    atMost(life, at, "the web", "web", null, Scene.WEB_MAX, Scene.DAY);
    atMost(life, at, "gifts", null, Scene.GIFTS, 1, Scene.GIFT_WINDOW);
    for (var cap : life.limits.caps()) {
      atMost(life, at, "a person", cap.channel(), null, cap.contactsMax(), cap.window());
    }
  }

  private void atMost(
      Life life,
      Instant at,
      String whose,
      @Nullable String channel,
      @Nullable String group,
      int most,
      Duration window) {
    var since = at.minus(window);
    long count =
        life.contacts.stream()
            .filter(place -> place.at.isAfter(since))
            .filter(place -> channel == null || channel.equals(place.channel))
            .filter(place -> group == null || group.equals(place.group))
            .count();
    if (count > most) {
      tell("the cap of %s is %d, and there were %d".formatted(whose, most, count));
    }
  }

  private void unit(Place place) {
    if (scene.unitsOf(place.group) < Integer.MAX_VALUE) {
      var day = new Day(place.group, place.at.toEpochMilli() / Scene.DAY.toMillis());
      begins.computeIfAbsent(day, any -> new ArrayList<>()).add(place.at.toEpochMilli());
      if (!place.reacted) {
        ends.computeIfAbsent(day, any -> new ArrayList<>())
            .add(place.at.plus(HELD_FOR).toEpochMilli());
      }
    }
  }

  /** The most units of a day that were out at one moment. */
  private int most(Day day) {
    var out = begins.getOrDefault(day, List.of()).stream().sorted().toList();
    var back = ends.getOrDefault(day, List.of()).stream().sorted().toList();
    int most = 0;
    int given = 0;
    for (int i = 0; i < out.size(); i++) {
      while (given < back.size() && back.get(given) <= out.get(i)) {
        given++;
      }
      most = Math.max(most, i + 1 - given);
    }
    return most;
  }

  private void tell(String sentence) {
    if (broken.size() < SENTENCES_MAX) {
      broken.add(sentence);
    }
  }

  /**
   * What was found in all logs read.
   *
   * @param acknowledged how many decisions somebody was told of
   * @param faults what went wrong before anything was read
   */
  CrushReport report(int acknowledged, int people, double seconds, List<String> faults) {
    var given = new TreeMap<String, CrushReport.Units>();
    for (var day : begins.keySet()) {
      int most = most(day);
      int of = scene.unitsOf(day.group());
      if (most > of) {
        tell("of %d %s of a day %d were out at once".formatted(of, day.group(), most));
      }
      given.merge(
          day.group(),
          new CrushReport.Units(most, of),
          (one, other) -> one.given() >= other.given() ? one : other);
    }
    if (decisions != acknowledged) {
      tell("%d decisions were acknowledged, and %d are kept".formatted(acknowledged, decisions));
    }
    var all = new ArrayList<>(faults);
    all.addAll(broken);
    return new CrushReport(decisions, people, shown, silent, stopped, given, seconds, all);
  }
}
