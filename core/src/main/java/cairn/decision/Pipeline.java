package cairn.decision;

import cairn.person.Journey;
import cairn.person.Objection;
import cairn.person.PersonState;
import cairn.person.Purpose;
import cairn.person.Recall;
import cairn.rule.Need;
import cairn.rule.Situation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes one request through all stages, in order: candidates, purpose, engagement policies, the
 * person's own limits, journeys, contact policies, volume, propensity, arbitration, placements.
 *
 * <p>Survivors are ordered by purpose class first, whatever they score, then by {@code P x C x L x
 * Vorg^a x Vperson^(1-a)}. What is worth nothing to the person never survives; what earns the
 * organisation nothing counts one published unit and can still win. Slots fill in order; after
 * each, caps apply again and the draw is made inside the highest purpose class left.
 *
 * <p>An instance serves one decision.
 */
public final class Pipeline {
  /** Where what must be shown stands in a scan: before every class. */
  private static final int BEFORE_ALL = 3;

  /** The class of what serves an open purpose the person declared. */
  public static final int SERVES_PURPOSE = 2;

  /** The class of what serves any purpose. */
  public static final int NEUTRAL = 1;

  /** The class of what serves some other purpose. */
  public static final int OTHER = 0;

  /** The same action in the same channel within this time is one contact, not two. */
  public static final Duration SAME_CONTACT_WITHIN = Duration.ofMinutes(30);

  /** The consent by which a person leaves all experiments. */
  public static final String EXPERIMENTS = "experiments";

  private final Catalogue catalogue;
  private final Asked asked;
  private final DecisionRequest request;
  private final Situation situation;
  private final Arm arm;
  private final ContactCounts counts;
  private final Drops.@Nullable Builder drops;
  private final Bits alive;

  private Pipeline(
      Catalogue catalogue, DecisionRequest request, Asked asked, Arm arm, boolean whyNot) {
    this.catalogue = catalogue;
    this.asked = asked;
    this.request = request;
    this.arm = arm;
    this.situation =
        new Situation(asked.person(), asked.now(), request.channel(), request.context(), null);
    this.counts = new ContactCounts(catalogue, request, asked);
    var here = catalogue.candidates().ofChannel(request.channel());
    this.alive = here == null ? catalogue.candidates().none() : here.copy();
    this.drops = whyNot ? new Drops.Builder(catalogue.candidates().size()) : null;
  }

  /**
   * Decides. Pure: the same arguments give the same record.
   *
   * @param queued true where what is chosen waits to be sent: it counts as a contact only then
   */
  public static DecisionRecord decide(
      String id, Catalogue catalogue, DecisionRequest request, Asked asked, boolean queued) {
    return new Pipeline(catalogue, request, asked, armOf(catalogue, asked), true).run(id, queued);
  }

  /**
   * Looks by means alone for what would be put to a person, as a scan does to select people:
   * nothing is drawn, recorded or counted.
   *
   * @return the ordinal of the most promising action, or -1 for silence
   */
  public static int propose(Catalogue catalogue, DecisionRequest request, Asked asked) {
    return new Pipeline(catalogue, request, asked, Arm.FULL, false).best();
  }

  /** Runs all rules, with a reason for each drop, and weighs nothing: how many are left open. */
  public static int open(Catalogue catalogue, DecisionRequest request, Asked asked) {
    var pipeline = new Pipeline(catalogue, request, asked, armOf(catalogue, asked), true);
    pipeline.eliminate();
    return pipeline.alive.count();
  }

  /** What putting an action to a person by a channel adds to their recalls. */
  public static List<Need> remember(Catalogue catalogue, @Nullable String action, String channel) {
    var needs = new ArrayList<Need>();
    needs.add(new Need(Recall.CONTACT + channel, Recall.TIMES_MAX));
    int ordinal = action == null ? -1 : catalogue.ordinal(action);
    var kind = ordinal < 0 ? ActionKind.DEFAULT : catalogue.action(ordinal).kind();
    if (kind == ActionKind.DEFAULT || kind == ActionKind.QUESTION) {
      needs.add(new Need(Recall.PROMOTION + channel, Recall.TIMES_MAX));
    }
    if (ordinal >= 0 && needs.size() == 2) {
      for (var need : catalogue.limits().shownNeeds(ordinal)) {
        if (need.subject().startsWith("shown:")
            || need.subject().startsWith("shown-" + channel + ":")) {
          needs.add(need);
        }
      }
    }
    return needs;
  }

  /** The arm a person is in: full for those who left experiments. */
  public static Arm armOf(Catalogue catalogue, Asked asked) {
    return leftExperiments(asked.person()) ? Arm.FULL : catalogue.arms().of(asked.person().key());
  }

  /** Whether a person wants no part in experiments: no arm, and nothing drawn by chance. */
  static boolean leftExperiments(PersonState person) {
    return leftExperiments(person, Instant.MAX);
  }

  /**
   * Whether a person had left experiments by a moment, as far as what they say of it now tells: a
   * later refusal hides an earlier one.
   */
  public static boolean leftExperiments(PersonState person, Instant by) {
    for (var consent : person.consents()) {
      if (consent.subject().equals(EXPERIMENTS) && !consent.given() && !consent.at().isAfter(by)) {
        return true;
      }
    }
    return false;
  }

  /** The word under which contacts of a scope are remembered, by channel or for all. */
  static String shown(@Nullable String channel) {
    return channel == null ? "shown" : "shown-" + channel;
  }

  private void eliminate() {
    available();
    purpose();
    catalogue.engagement(arm).run(situation, alive, drops);
    if (!alive.isEmpty()) {
      persons();
      journeys();
      contacts();
      volume();
    }
  }

  private DecisionRecord run(String id, boolean queued) {
    eliminate();
    var weighing = alive.isEmpty() ? null : new Weighing(catalogue, request, asked, arm, situation);
    var survivors = weighing == null ? List.<Survivor>of() : weigh(weighing);
    var placing = new Placing(catalogue, request, asked, arm, counts, survivors);
    var slots = placing.place();
    var dropped = drops == null ? new Drops.Builder(0).build() : drops.build();
    return new DecisionRecord(
        id,
        asked.now(),
        request,
        arm,
        dropped,
        survivors,
        slots,
        weighing == null ? null : weighing.features(),
        asked.decisions(),
        slots.isEmpty() ? silence(dropped) : -1,
        queued ? List.of() : placing.remember(slots));
  }

  private int best() {
    eliminate();
    if (alive.isEmpty()) {
      return -1;
    }
    var weighing = new Weighing(catalogue, request, asked, arm, situation);
    int best = -1;
    int bestClass = -1;
    double bestScore = -1;
    for (int c = alive.next(0); c >= 0; c = alive.next(c + 1)) {
      double score = weighing.mean(c);
      if (score < 0) {
        continue;
      }
      int action = catalogue.actionIndex(c);
      int itsClass = catalogue.isMandatory(action) ? BEFORE_ALL : weighing.purposeClass(c);
      int order = Integer.compare(itsClass, bestClass);
      order = order != 0 ? order : Double.compare(score, bestScore);
      if (order > 0 || (order == 0 && best >= 0 && catalogue.rank(action) < catalogue.rank(best))) {
        best = action;
        bestClass = itsClass;
        bestScore = score;
      }
    }
    return best;
  }

  private void drop(int candidate, FixedComponent why) {
    drop(candidate, catalogue.component(why));
  }

  private void drop(int candidate, int component) {
    alive.clear(candidate);
    if (drops != null) {
      drops.add(candidate, component);
    }
  }

  private void dropAll(Bits covered, int component) {
    if (alive.meets(covered)) {
      for (int c = alive.next(0); c >= 0; c = alive.next(c + 1)) {
        if (covered.get(c)) {
          drop(c, component);
        }
      }
    }
  }

  private void available() {
    var fitting = catalogue.candidates().none();
    for (var placement : request.placements()) {
      fitting.or(catalogue.candidates().fitting(request.channel(), placement));
    }
    boolean stops = asked.channelStopped() || !asked.stoppedActions().isEmpty();
    var looked = alive.copy();
    if (!stops) {
      // Only what is not always open, or does not fit, needs a look of its own.
      var plain = fitting.copy();
      plain.andNot(catalogue.candidates().conditional());
      looked.andNot(plain);
    }
    for (int c = looked.next(0); c >= 0; c = looked.next(c + 1)) {
      var action = catalogue.actionOf(c);
      if (!action.isValidAt(asked.now())) {
        drop(c, FixedComponent.NOT_VALID_NOW);
      } else if (action.influence().isExpiredAt(asked.now())) {
        drop(c, FixedComponent.NUDGE_EXPIRED);
      } else if (!fitting.get(c)) {
        drop(c, FixedComponent.NOT_HERE);
      } else if (asked.channelStopped() || asked.stoppedActions().contains(action.id())) {
        drop(c, FixedComponent.STOPPED);
      } else if (!catalogue.candidates().rendering(c).when().holds(situation)) {
        drop(c, FixedComponent.RENDERING_RULE);
      }
    }
  }

  /** Nobody who declared no purpose is promoted anything. */
  private void purpose() {
    if (declared()) {
      return;
    }
    for (int c = alive.next(0); c >= 0; c = alive.next(c + 1)) {
      var action = catalogue.actionOf(c);
      boolean serves =
          switch (action.kind()) {
            case REQUIRED, TRANSACTIONAL, MANDATORY -> true;
            case QUESTION -> action.findsPurpose();
            case DEFAULT -> false;
          };
      if (!serves) {
        drop(c, FixedComponent.NO_PURPOSE);
      }
    }
  }

  private boolean declared() {
    for (var purpose : asked.person().purposes()) {
      if (purpose.open() && purpose.source() == Purpose.Source.DECLARED) {
        return true;
      }
    }
    return false;
  }

  private void persons() {
    var limits = new PersonsLimits(asked, request.channel());
    var all = limits.everything();
    if (all == null && limits.namesNoAction()) {
      return;
    }
    for (int c = alive.next(0); c >= 0; c = alive.next(c + 1)) {
      if (catalogue.candidates().required().get(c)) {
        continue;
      }
      var why = all == null ? limits.action(catalogue.actionOf(c)) : all;
      if (why != null) {
        drop(c, why);
      }
    }
  }

  private void journeys() {
    if (!alive.meets(catalogue.candidates().onJourney())) {
      return;
    }
    var closed = new HashMap<String, FixedComponent>();
    for (var record : asked.person().records()) {
      if (record.closedByNo()) {
        closed.put(record.definition(), FixedComponent.JOURNEY_CLOSED);
      }
    }
    for (var journey : asked.person().journeys()) {
      if (journey.standing() == Journey.Standing.HELD) {
        closed.put(journey.definition(), FixedComponent.JOURNEY_HELD);
      }
    }
    for (var objection : asked.person().objections()) {
      if (objection.scope() == Objection.Scope.JOURNEY) {
        closed.put(objection.subject(), FixedComponent.OBJECTION);
      }
    }
    if (closed.isEmpty()) {
      return;
    }
    for (int c = alive.next(0); c >= 0; c = alive.next(c + 1)) {
      var action = catalogue.actionOf(c);
      var why = action.journey() == null ? null : closed.get(action.journey());
      if (why != null && action.kind() != ActionKind.REQUIRED) {
        drop(c, why);
      }
    }
  }

  private void contacts() {
    for (int i = 0; i < catalogue.contacts().size(); i++) {
      var policy = catalogue.contacts().get(i);
      boolean reached =
          counts.isHere(policy)
              && switch (policy) {
                case ContactPolicy.Cap cap -> counts.used(i, cap) >= cap.contactsMax();
                case ContactPolicy.Suppression pause -> counts.isPaused(i, pause);
              };
      if (reached) {
        dropAll(catalogue.limits().contactBits(i), catalogue.component(policy.id()));
      }
    }
  }

  private void volume() {
    for (int i = 0; i < catalogue.volumes().size(); i++) {
      var limit = catalogue.volumes().get(i);
      // Asking may take a lease, so only whom it concerns asks.
      if (alive.meets(catalogue.limits().volumeBits(i)) && asked.balances().left(limit.id()) <= 0) {
        dropAll(catalogue.limits().volumeBits(i), catalogue.component(limit.id()));
      }
    }
  }

  private List<Survivor> weigh(Weighing weighing) {
    var all = new ArrayList<Survivor>();
    // With one slot only the highest class can be drawn from; a second slot may reach below it.
    int drawnFrom = request.placements().size() > 1 ? OTHER : highestClass(weighing);
    for (int c = alive.next(0); c >= 0; c = alive.next(c + 1)) {
      var survivor = weighing.weigh(c, weighing.purposeClass(c) >= drawnFrom);
      if (survivor == null) {
        drop(c, FixedComponent.NO_PERSON_VALUE);
      } else {
        all.add(survivor);
      }
    }
    var sorted = all.toArray(Survivor[]::new);
    weighing.sort(sorted);
    return List.of(sorted);
  }

  private int highestClass(Weighing weighing) {
    int highest = OTHER;
    for (int c = alive.next(0); c >= 0 && highest < SERVES_PURPOSE; c = alive.next(c + 1)) {
      if (weighing.isWorthShowing(c)) {
        highest = Math.max(highest, weighing.purposeClass(c));
      }
    }
    return highest;
  }

  /**
   * Why nothing was chosen: the component that dropped most of what is offered here; of several,
   * one of the last stage.
   */
  private int silence(Drops dropped) {
    if (asked.edition() < Edition.SILENCE_TELLS_MOST) {
      return last(dropped);
    }
    int why = catalogue.component(FixedComponent.NOT_HERE);
    var times = new int[catalogue.components().size()];
    int most = 0;
    for (var drop : dropped) {
      int component = drop.component();
      var stage = catalogue.component(component).stage();
      int count = stage.compareTo(Stage.CHANNEL) > 0 ? ++times[component] : 0;
      if (count > most
          || (count == most && stage.compareTo(catalogue.component(why).stage()) >= 0)) {
        why = component;
        most = count;
      }
    }
    return why;
  }

  /** The component that dropped the last one left, in order of stages. */
  private int last(Drops dropped) {
    int last = catalogue.component(FixedComponent.NOT_HERE);
    for (var drop : dropped) {
      var stage = catalogue.component(drop.component()).stage();
      if (stage.compareTo(catalogue.component(last).stage()) >= 0) {
        last = drop.component();
      }
    }
    return last;
  }
}
