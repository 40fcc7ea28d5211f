package cairn.sim;

import cairn.decision.Arm;
import cairn.decision.Catalogue;
import cairn.decision.DecisionRecord;
import cairn.decision.Slot;
import cairn.decision.Survivor;
import cairn.engine.Host;
import cairn.log.Fact;
import cairn.person.Identifier;
import cairn.person.PersonKey;
import cairn.server.decide.Truth;
import cairn.server.publish.Published;
import cairn.sim.crowd.Traveller;
import cairn.value.Value;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Knows what simulated people truly like, and tells how near their decisions came to the best.
 *
 * <p>It reads every decision from the host's feed. For each slot that was drawn, all candidates of
 * the draw are weighed by the person's true chance of wanting them in place of the model's; the
 * choice made, the best and the mean of them are summed. Nothing of it reaches the models. One
 * thread looks; any may ask what is told.
 */
final class TruthTeller {
  private static final int READ_MAX = 1_000;

  private final Host host;
  private final Published published;
  private final long[] cursors = new long[PersonKey.SHARDS];
  private final Map<PersonKey, Traveller> people = new HashMap<>();
  private final TreeMap<LocalDate, Sum> days = new TreeMap<>();
  private final Map<Arm, Sum> arms = new EnumMap<>(Arm.class);

  /** What choices brought, might have brought at best, and would by chance. */
  private static final class Sum {
    private long decisions;
    private double brought;
    private double best;
    private double mean;

    void add(double brought, double best, double mean) {
      decisions++;
      this.brought += brought;
      this.best += best;
      this.mean += mean;
    }

    double regret() {
      return best - brought;
    }

    double share() {
      return best > 0 ? brought / best : 1;
    }

    double chanceShare() {
      return best > 0 ? mean / best : 1;
    }
  }

  TruthTeller(Host host, Published published) {
    this.host = host;
    this.published = published;
  }

  /** Gets to know people. */
  synchronized void meet(List<Traveller> more) {
    for (var who : more) {
      people.put(host.key(Identifier.user(who.id())), who);
    }
  }

  /** Looks at the decisions made since it last looked. */
  synchronized void look() {
    for (int shard = 0; shard < cursors.length; shard++) {
      var items = host.feed(shard, cursors[shard], READ_MAX);
      while (!items.isEmpty()) {
        for (var item : items) {
          cursors[shard] = item.sequence();
          var who = people.get(item.person());
          for (var fact : item.entry().facts()) {
            if (who != null && fact instanceof Fact.DecisionMade made) {
              weigh(who, made.decision(), item.entry().blueprint());
            }
          }
        }
        items = host.feed(shard, cursors[shard], READ_MAX);
      }
    }
  }

  private void weigh(Traveller who, DecisionRecord record, int number) {
    var blueprint = published.blueprint(number);
    if (blueprint == null) {
      return;
    }
    for (var slot : record.slots()) {
      if (!slot.mandatory() && slot.among().size() > 1) {
        weigh(who, record, slot, blueprint.catalogue());
      }
    }
  }

  private void weigh(Traveller who, DecisionRecord record, Slot slot, Catalogue catalogue) {
    var request = record.request();
    var page = request.context().get("page") instanceof Value.Text(var text) ? text : "";
    double brought = 0;
    double best = 0;
    double sum = 0;
    for (int index : slot.among()) {
      var survivor = record.survivors().get(index);
      var action = catalogue.action(survivor.action()).id();
      double worth =
          who.likes(action, request.channel(), page) * worth(survivor, catalogue.arbitration().a());
      best = Math.max(best, worth);
      sum += worth;
      if (index == slot.survivor()) {
        brought = worth;
      }
    }
    double mean = sum / slot.among().size();
    arms.computeIfAbsent(record.arm(), any -> new Sum()).add(brought, best, mean);
    if (record.arm() == Arm.FULL) {
      days.computeIfAbsent(LocalDate.ofInstant(record.at(), ZoneOffset.UTC), any -> new Sum())
          .add(brought, best, mean);
    }
  }

  /** All of a score but the chance: {@code C x L x Vorg^a x Vperson^(1-a)}. */
  private static double worth(Survivor survivor, double a) {
    return survivor.context()
        * survivor.lever()
        * StrictMath.pow(survivor.valueOrganisation(), a)
        * StrictMath.pow(Math.max(0, survivor.valuePerson()), 1 - a);
  }

  /** What is known by now. */
  synchronized Truth told() {
    var byDay = new ArrayList<Truth.Day>();
    long decisions = 0;
    double brought = 0;
    double best = 0;
    double mean = 0;
    for (var day : days.entrySet()) {
      var sum = day.getValue();
      decisions += sum.decisions;
      brought += sum.brought;
      best += sum.best;
      mean += sum.mean;
      byDay.add(
          new Truth.Day(
              day.getKey().toString(),
              sum.decisions,
              sum.share(),
              sum.chanceShare(),
              sum.regret(),
              best - brought));
    }
    var byArm = new ArrayList<Truth.ArmTruth>();
    arms.forEach((arm, sum) -> byArm.add(Truth.arm(arm, sum.decisions, sum.share())));
    return new Truth(
        decisions,
        best > 0 ? brought / best : null,
        best > 0 ? mean / best : null,
        best - brought,
        byDay,
        byArm);
  }
}
