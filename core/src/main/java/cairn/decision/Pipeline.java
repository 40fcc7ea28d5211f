package cairn.decision;

import cairn.adaptive.ActiveFeatures;
import cairn.adaptive.Candidates;
import cairn.adaptive.Chooser;
import cairn.adaptive.FeatureVector;
import cairn.adaptive.Logistic;
import cairn.adaptive.ModelSnapshot;
import cairn.chance.Chance;
import cairn.person.Journey;
import cairn.person.Objection;
import cairn.person.Purpose;
import cairn.person.Recall;
import cairn.rule.Expression;
import cairn.rule.Need;
import cairn.rule.Situation;
import cairn.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final List<Drop> drops = new ArrayList<>();
  private final Bits alive;

  private Pipeline(Catalogue catalogue, DecisionRequest request, Asked asked) {
    this.catalogue = catalogue;
    this.asked = asked;
    this.request = request;
    this.situation =
        new Situation(asked.person(), asked.now(), request.channel(), request.context(), null);
    this.arm = armOf(catalogue, asked);
    var here = catalogue.ofChannel(request.channel());
    this.alive = here == null ? catalogue.bits() : here.copy();
  }

  /**
   * Decides. Pure: the same arguments give the same record.
   *
   * @param queued true where what is chosen waits to be sent: it counts as a contact only then
   */
  public static DecisionRecord decide(
      String id, Catalogue catalogue, DecisionRequest request, Asked asked, boolean queued) {
    return new Pipeline(catalogue, request, asked).run(id, queued);
  }

  /** What putting an action to a person by a channel adds to their recalls. */
  public static List<Need> remember(Catalogue catalogue, @Nullable String action, String channel) {
    var needs = new ArrayList<Need>();
    needs.add(new Need("contact:" + channel, Recall.TIMES_MAX));
    int ordinal = action == null ? -1 : catalogue.ordinal(action);
    var kind = ordinal < 0 ? ActionKind.DEFAULT : catalogue.action(ordinal).kind();
    if (kind == ActionKind.DEFAULT || kind == ActionKind.QUESTION) {
      needs.add(new Need("promotion:" + channel, Recall.TIMES_MAX));
    }
    if (ordinal >= 0 && needs.size() == 2) {
      for (var need : catalogue.shownNeeds(ordinal)) {
        if (need.subject().startsWith("shown:")
            || need.subject().startsWith("shown-" + channel + ":")) {
          needs.add(need);
        }
      }
    }
    return needs;
  }

  /** The arm a person is in: full for those who left experiments or object to profiling. */
  public static Arm armOf(Catalogue catalogue, Asked asked) {
    for (var consent : asked.person().consents()) {
      if (consent.subject().equals(EXPERIMENTS) && !consent.given()) {
        return Arm.FULL;
      }
    }
    return catalogue.arms().of(asked.person().key());
  }

  /** The word under which contacts of a scope are remembered, by channel or for all. */
  static String shown(@Nullable String channel) {
    return channel == null ? "shown" : "shown-" + channel;
  }

  private DecisionRecord run(String id, boolean queued) {
    available();
    purpose();
    catalogue.engagement(arm).run(situation, alive, drops);
    persons();
    journeys();
    contacts();
    volume();
    var features = features();
    var survivors = weigh(features);
    var slots = place(survivors);
    int silence = slots.isEmpty() ? silence() : -1;
    return new DecisionRecord(
        id,
        request,
        arm,
        drops,
        survivors,
        slots,
        features,
        asked.decisions(),
        silence,
        queued ? List.of() : remember(slots));
  }

  private void drop(int candidate, FixedComponent why) {
    drop(candidate, catalogue.component(why));
  }

  private void drop(int candidate, int component) {
    alive.clear(candidate);
    drops.add(new Drop(candidate, component));
  }

  private void available() {
    var fitting = catalogue.bits();
    for (var placement : request.placements()) {
      fitting.or(catalogue.fitting(request.channel(), placement));
    }
    for (int c = alive.next(0); c >= 0; c = alive.next(c + 1)) {
      var action = catalogue.actionOf(c);
      if (!action.isValidAt(asked.now())) {
        drop(c, FixedComponent.NOT_VALID_NOW);
      } else if (action.influence().isExpiredAt(asked.now())) {
        drop(c, FixedComponent.NUDGE_EXPIRED);
      } else if (!fitting.get(c)) {
        drop(c, FixedComponent.NOT_HERE);
      } else if (asked.channelStopped() || asked.stoppedActions().contains(action.id())) {
        drop(c, FixedComponent.STOPPED);
      } else if (!catalogue.rendering(c).when().holds(situation)) {
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
    return asked.person().purposes().stream()
        .anyMatch(p -> p.open() && p.source() == Purpose.Source.DECLARED);
  }

  private void persons() {
    var limits = new PersonsLimits(asked, request.channel());
    var all = limits.everything();
    for (int c = alive.next(0); c >= 0; c = alive.next(c + 1)) {
      var action = catalogue.actionOf(c);
      if (action.kind() == ActionKind.REQUIRED) {
        continue;
      }
      var why = all == null ? limits.action(action) : all;
      if (why != null) {
        drop(c, why);
      }
    }
  }

  private void journeys() {
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
    for (var policy : catalogue.contacts()) {
      switch (policy) {
        case ContactPolicy.Cap cap -> {
          boolean here = cap.channel() == null || cap.channel().equals(request.channel());
          if (here && used(cap) >= cap.contactsMax()) {
            dropCovered(policy);
          }
        }
        case ContactPolicy.Suppression s -> {
          if (suppressed(s)) {
            dropCovered(policy);
          }
        }
      }
    }
  }

  private int used(ContactPolicy.Cap cap) {
    if (cap.scope().level() == Scope.Level.ALL) {
      int count = 0;
      for (var recall : asked.person().recalls()) {
        boolean counted =
            cap.channel() == null
                ? recall.subject().startsWith("promotion:")
                : recall.subject().equals("promotion:" + cap.channel());
        count += counted ? recall.count(asked.now(), cap.window()) : 0;
      }
      return count;
    }
    var recall = asked.person().recall(cap.scope().subject(shown(cap.channel())));
    return recall == null ? 0 : recall.count(asked.now(), cap.window());
  }

  /** True while a pause runs: it began when the last of so many responses in a window came. */
  private boolean suppressed(ContactPolicy.Suppression s) {
    var recall = asked.person().recall(s.scope().subject(Catalogue.responseWord(s.response())));
    if (recall == null) {
      return false;
    }
    for (int i = recall.size() - 1; i >= s.times() - 1; i--) {
      var last = Instant.ofEpochMilli(recall.time(i));
      boolean running = asked.now().isBefore(last.plus(s.pause()));
      if (running && recall.count(last, s.window()) >= s.times()) {
        return true;
      }
    }
    return false;
  }

  /** The organisation's limits bind what promotes and what asks. */
  private void dropCovered(ContactPolicy policy) {
    int component = catalogue.component(policy.id());
    for (int c = alive.next(0); c >= 0; c = alive.next(c + 1)) {
      var action = catalogue.actionOf(c);
      boolean bound = action.kind() == ActionKind.DEFAULT || action.kind() == ActionKind.QUESTION;
      if (bound && policy.scope().covers(action)) {
        drop(c, component);
      }
    }
  }

  private void volume() {
    for (var limit : catalogue.volumes()) {
      if (asked.balances().left(limit.id()) > 0) {
        continue;
      }
      int component = catalogue.component(limit.id());
      for (int c = alive.next(0); c >= 0; c = alive.next(c + 1)) {
        var action = catalogue.actionOf(c);
        if (action.kind() != ActionKind.REQUIRED && limit.scope().covers(action)) {
          drop(c, component);
        }
      }
    }
  }

  private @Nullable FeatureVector features() {
    var models = asked.models();
    boolean objects =
        asked.person().objections().stream().anyMatch(o -> o.scope() == Objection.Scope.PROFILING);
    if (models == null || objects || alive.isEmpty()) {
      return null;
    }
    return models.encode(new PersonFeatures(models.schema(), asked, request));
  }

  private List<Survivor> weigh(@Nullable FeatureVector features) {
    var models = asked.models();
    var active = features == null || models == null ? null : models.resolve(features);
    var all = new ArrayList<Survivor>();
    for (int c = alive.next(0); c >= 0; c = alive.next(c + 1)) {
      var survivor = weigh(c, models, active);
      if (survivor == null) {
        drop(c, FixedComponent.NO_PERSON_VALUE);
      } else {
        all.add(survivor);
      }
    }
    all.sort(
        Comparator.comparingInt((Survivor s) -> mandatory(s) ? 0 : 1)
            .thenComparing(Comparator.comparingInt(Survivor::purposeClass).reversed())
            .thenComparing(Comparator.comparingDouble(Survivor::score).reversed())
            .thenComparing(s -> catalogue.action(s.action()).id())
            .thenComparingInt(Survivor::rendering));
    return all;
  }

  private @Nullable Survivor weigh(
      int c, @Nullable ModelSnapshot models, @Nullable ActiveFeatures active) {
    int ordinal = catalogue.candidate(c).action();
    var action = catalogue.action(ordinal);
    double forPerson = value(action.valuePerson());
    if (forPerson <= 0 && action.kind() != ActionKind.REQUIRED) {
      return null;
    }
    var how = catalogue.arbitration();
    double forOrganisation = Math.max(how.unit(), value(action.valueOrganisation()));
    double logit = 0;
    double variance = 0;
    double p = 0.5;
    if (models != null && active != null) {
      int slot = models.slot(catalogue.model(ordinal));
      var prediction = slot < 0 ? models.prior(active) : models.model(slot).predict(active);
      logit = prediction.logit();
      variance = prediction.variance();
      p = prediction.propensity();
    }
    if (arm == Arm.RANDOM_MODEL) {
      p = new Chance(Chance.seed(asked.seed(), ordinal)).nextDouble();
      logit = Logistic.logit(Math.max(1e-9, Math.min(1 - 1e-9, p)));
      variance = 0;
    }
    double context = how.useContext() && arm != Arm.PROPENSITY_ONLY ? contextOf(action) : 1;
    boolean levers = how.useLevers() && arm != Arm.NO_LEVERS && arm != Arm.PROPENSITY_ONLY;
    double lever = levers ? catalogue.lever(ordinal) : 1;
    boolean values = how.useValue() && arm != Arm.PROPENSITY_ONLY;
    double worth =
        values
            ? StrictMath.pow(forOrganisation, how.a())
                * StrictMath.pow(Math.max(0, forPerson), 1 - how.a())
            : 1;
    double score = (how.usePropensity() ? p : 1) * context * lever * worth;
    return new Survivor(
        ordinal,
        catalogue.candidate(c).rendering(),
        purposeClass(action),
        logit,
        variance,
        p,
        context,
        lever,
        forOrganisation,
        forPerson,
        score);
  }

  private double contextOf(Action action) {
    double percent = 0;
    for (var weight : catalogue.weights()) {
      if (weight.scope().covers(action) && weight.when().holds(situation)) {
        percent += weight.percent();
      }
    }
    return Math.max(0, 1 + percent / 100);
  }

  /** The value of an expression; one unit where none is given, nothing where it is not known. */
  private double value(@Nullable Expression expression) {
    if (expression == null) {
      return 1;
    }
    return switch (expression.value(situation)) {
      case Value.Whole w -> w.value();
      case Value.Decimal d -> d.value();
      case null, default -> 0;
    };
  }

  private int purposeClass(Action action) {
    if (action.purposes().isEmpty()) {
      return NEUTRAL;
    }
    for (var purpose : asked.person().purposes()) {
      if (purpose.open()
          && purpose.source() == Purpose.Source.DECLARED
          && action.purposes().contains(purpose.kind())) {
        return SERVES_PURPOSE;
      }
    }
    return OTHER;
  }

  private boolean mandatory(Survivor survivor) {
    var kind = catalogue.action(survivor.action()).kind();
    return kind == ActionKind.MANDATORY || kind == ActionKind.REQUIRED;
  }

  /** Fills slots in order; an action fills one slot at most. */
  private List<Slot> place(List<Survivor> survivors) {
    var slots = new ArrayList<Slot>();
    var taken = new boolean[survivors.size()];
    var spent = new HashMap<String, Integer>();
    int room = new PersonsLimits(asked, request.channel()).room();
    for (int i = 0; i < request.placements().size() && slots.size() < request.limit(); i++) {
      var placement = request.placements().get(i);
      var open = new ArrayList<Integer>();
      for (int s = 0; s < survivors.size(); s++) {
        var survivor = survivors.get(s);
        boolean fits = rendering(survivor).fits(request.channel(), placement);
        if (!taken[s] && fits && hasRoom(survivor, room, spent)) {
          open.add(s);
        }
      }
      if (open.isEmpty()) {
        continue;
      }
      var slot = fill(placement, survivors, open, slots.size());
      slots.add(slot);
      var chosen = survivors.get(slot.survivor());
      for (int s = 0; s < taken.length; s++) {
        taken[s] |= survivors.get(s).action() == chosen.action();
      }
      if (counts(slot.action())) {
        room--;
      }
      spend(chosen, spent);
    }
    return slots;
  }

  private Slot fill(String placement, List<Survivor> survivors, List<Integer> open, int place) {
    int first = open.getFirst();
    if (mandatory(survivors.get(first))) {
      return slot(placement, survivors, first, List.of(first), List.of(1.0), -1, true);
    }
    int top = survivors.get(first).purposeClass();
    var among = open.stream().filter(s -> survivors.get(s).purposeClass() == top).toList();
    if (arm == Arm.RANDOM_ELIGIBLE) {
      double draw = new Chance(Chance.seed(asked.seed(), place)).nextDouble();
      int drawn = among.get((int) (draw * among.size()));
      var even = among.stream().map(any -> 1.0 / among.size()).toList();
      return slot(placement, survivors, drawn, among, even, draw, false);
    }
    var choice =
        new Chooser(catalogue.arbitration().choice())
            .choose(
                candidates(survivors, among), asked.decisions(), Chance.seed(asked.seed(), place));
    var probabilities = new ArrayList<Double>();
    for (double p : choice.probabilities()) {
      probabilities.add(p);
    }
    return slot(
        placement,
        survivors,
        among.get(choice.chosen()),
        among,
        probabilities,
        choice.draw(),
        false);
  }

  private Slot slot(
      String placement,
      List<Survivor> survivors,
      int chosen,
      List<Integer> among,
      List<Double> probabilities,
      double draw,
      boolean mandatory) {
    var survivor = survivors.get(chosen);
    return new Slot(
        placement,
        catalogue.action(survivor.action()).id(),
        rendering(survivor).treatment(),
        chosen,
        among,
        probabilities,
        draw,
        chosen != among.getFirst(),
        mandatory);
  }

  private Candidates candidates(List<Survivor> survivors, List<Integer> among) {
    int size = among.size();
    var logits = new double[size];
    var variances = new double[size];
    var propensities = new double[size];
    var weights = new double[size];
    var newcomers = new boolean[size];
    var models = asked.models();
    for (int i = 0; i < size; i++) {
      var s = survivors.get(among.get(i));
      logits[i] = s.logit();
      variances[i] = s.variance();
      propensities[i] = s.propensity();
      weights[i] = s.score() / s.propensity() / catalogue.arbitration().classMax();
      int slot = models == null ? -1 : models.slot(catalogue.model(s.action()));
      newcomers[i] = models != null && slot >= 0 && models.model(slot).newcomer();
    }
    return new Candidates(logits, variances, propensities, weights, newcomers);
  }

  /** Whether caps, counting what earlier slots took, leave room for one more. */
  private boolean hasRoom(Survivor survivor, int room, Map<String, Integer> spent) {
    var action = catalogue.action(survivor.action());
    if (action.kind() == ActionKind.REQUIRED) {
      return true;
    }
    if (room <= 0) {
      return false;
    }
    for (var limit : catalogue.volumes()) {
      if (limit.scope().covers(action)
          && asked.balances().left(limit.id()) <= spent.getOrDefault(limit.id(), 0)) {
        return false;
      }
    }
    if (action.kind() != ActionKind.DEFAULT && action.kind() != ActionKind.QUESTION) {
      return true;
    }
    for (var policy : catalogue.contacts()) {
      if (policy instanceof ContactPolicy.Cap cap
          && cap.scope().covers(action)
          && (cap.channel() == null || cap.channel().equals(request.channel()))
          && used(cap) + spent.getOrDefault(cap.id(), 0) >= cap.contactsMax()) {
        return false;
      }
    }
    return true;
  }

  private void spend(Survivor survivor, Map<String, Integer> spent) {
    var action = catalogue.action(survivor.action());
    for (var limit : catalogue.volumes()) {
      if (limit.scope().covers(action)) {
        spent.merge(limit.id(), 1, Integer::sum);
      }
    }
    for (var policy : catalogue.contacts()) {
      if (policy.scope().covers(action)) {
        spent.merge(policy.id(), 1, Integer::sum);
      }
    }
  }

  /** Why nothing was chosen: the component that dropped the last one left, in order of stages. */
  private int silence() {
    int last = catalogue.component(FixedComponent.NOT_HERE);
    for (var drop : drops) {
      if (catalogue.component(drop.component()).stage().compareTo(catalogue.component(last).stage())
          >= 0) {
        last = drop.component();
      }
    }
    return last;
  }

  /** Whether putting this action to the person is a contact of its own. */
  private boolean counts(String action) {
    if (catalogue.action(catalogue.ordinal(action)).kind() == ActionKind.REQUIRED) {
      return false;
    }
    for (var interaction : asked.person().interactions()) {
      if (interaction.subject().equals(action)
          && interaction.channel().equals(request.channel())
          && interaction.response() == null
          && asked.now().isBefore(interaction.at().plus(SAME_CONTACT_WITHIN))) {
        return false;
      }
    }
    return true;
  }

  private Rendering rendering(Survivor survivor) {
    return catalogue.action(survivor.action()).renderings().get(survivor.rendering());
  }

  /** The contacts this decision adds, each subject once for each time. */
  private List<Need> remember(List<Slot> slots) {
    var needs = new ArrayList<Need>();
    for (var slot : slots) {
      if (counts(slot.action())) {
        needs.addAll(remember(catalogue, slot.action(), request.channel()));
      }
    }
    return needs;
  }
}
