package cairn.decision.explain;

import cairn.decision.Catalogue;
import cairn.decision.DecisionRecord;
import cairn.decision.Stage;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** What came out under one catalogue, all people together; for one thread. */
public final class Side {
  private final Catalogue catalogue;
  private final Map<String, Integer> winners = new TreeMap<>();
  private final long[] drops;
  private final long[] held;
  private final int[] lastHeldFor;
  private final Map<Stage, AtStage> stages = new EnumMap<>(Stage.class);
  private final AtStage[] stageOf;
  private long candidates;
  private int people;
  private int silent;
  private double personValue;
  private double organisationValue;

  /** What a stage dropped of all people, and of the person who is being added. */
  private static final class AtStage {
    long dropped;
    long peopleLeft;
    int ofOne;
  }

  Side(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.drops = new long[catalogue.components().size()];
    this.held = new long[drops.length];
    this.lastHeldFor = new int[drops.length];
    for (var stage : Stage.values()) {
      stages.put(stage, new AtStage());
    }
    this.stageOf =
        catalogue.components().stream().map(one -> at(one.stage())).toArray(AtStage[]::new);
  }

  private AtStage at(Stage stage) {
    return stages.computeIfAbsent(stage, any -> new AtStage());
  }

  /** Adds one person's decision; what it is worth to them. */
  double add(DecisionRecord record) {
    people++;
    double value = 0;
    for (var slot : record.slots()) {
      var survivor = record.survivors().get(slot.survivor());
      value += survivor.valuePerson();
      organisationValue += survivor.valueOrganisation();
      winners.merge(slot.action(), 1, Integer::sum);
    }
    silent += record.slots().isEmpty() ? 1 : 0;
    personValue += value;
    addDrops(record);
    return value;
  }

  private void addDrops(DecisionRecord record) {
    for (var drop : record.drops()) {
      int component = drop.component();
      drops[component]++;
      if (lastHeldFor[component] != people) {
        lastHeldFor[component] = people;
        held[component]++;
      }
      stageOf[component].ofOne++;
    }
    int remaining = record.drops().size() + record.survivors().size();
    candidates += remaining;
    for (var stage : stages.values()) {
      stage.dropped += stage.ofOne;
      remaining -= stage.ofOne;
      stage.peopleLeft += remaining > 0 ? 1 : 0;
      stage.ofOne = 0;
    }
  }

  void merge(Side other) {
    people += other.people;
    silent += other.silent;
    candidates += other.candidates;
    personValue += other.personValue;
    organisationValue += other.organisationValue;
    other.winners.forEach((action, count) -> winners.merge(action, count, Integer::sum));
    addAll(drops, other.drops);
    addAll(held, other.held);
    other.stages.forEach((stage, more) -> {
      at(stage).dropped += more.dropped;
      at(stage).peopleLeft += more.peopleLeft;
    });
  }

  private static void addAll(long[] sums, long[] more) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += more[i];
    }
  }

  public Catalogue catalogue() {
    return catalogue;
  }

  /** People for whom nothing was chosen. */
  public int silent() {
    return silent;
  }

  /** What was chosen is worth so much to people, all together. */
  public double personValue() {
    return personValue;
  }

  public double organisationValue() {
    return organisationValue;
  }

  /** Everything that was considered, all people together. */
  public long candidates() {
    return candidates;
  }

  /** How often each action was chosen, by its id. */
  public Map<String, Integer> winners() {
    return Map.copyOf(winners);
  }

  /** Candidates that a stage dropped. */
  public long dropped(Stage stage) {
    return at(stage).dropped;
  }

  /** People who have anything left after a stage. */
  public long peopleLeft(Stage stage) {
    return at(stage).peopleLeft;
  }

  /** Candidates that a component dropped; 0 where this catalogue lacks it. */
  long drops(String component) {
    int ordinal = ordinal(component);
    return ordinal < 0 ? 0 : drops[ordinal];
  }

  /** People from whom a component took anything. */
  long held(String component) {
    int ordinal = ordinal(component);
    return ordinal < 0 ? 0 : held[ordinal];
  }

  private int ordinal(String component) {
    for (int i = 0; i < drops.length; i++) {
      if (catalogue.component(i).id().equals(component)) {
        return i;
      }
    }
    return -1;
  }
}
