package cairn.decision;

import cairn.adaptive.ChoiceRule;
import cairn.adaptive.FeatureSchema;
import cairn.adaptive.ModelId;
import cairn.adaptive.ModelSnapshot;
import cairn.rule.Need;
import cairn.rule.Schema;
import cairn.value.ValueType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be proposed and every rule on it, compiled for fast elimination. A candidate
 * is an action in one rendering; actions, candidates and components are numbered in a fixed order,
 * so that a decision record can name them by ordinal.
 */
public final class Catalogue {
  /** The most actions of one catalogue. */
  public static final int ACTIONS_MAX = 10_000;

  /** A catalogue without actions: silence is the only answer. */
  public static final Catalogue EMPTY =
      new Catalogue(
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          new Arbitration(0.5, 1, 100, new ChoiceRule.Greedy(), true, true, true, true),
          ControlArms.NONE);

  /**
   * What is said about a catalogue beside its rules.
   *
   * @param purposes what people may be trying to do
   * @param themes what issues and groups are called
   * @param models what models look at
   * @param context what requests tell, by name, as far as it is declared
   */
  public record Notes(
      List<PurposeKind> purposes,
      List<Theme> themes,
      ModelPlan models,
      Map<String, ValueType> context) {
    public static final Notes NONE = new Notes(List.of(), List.of(), ModelPlan.STANDARD, Map.of());

    public Notes {
      purposes = List.copyOf(purposes);
      themes = List.copyOf(themes);
      context = Map.copyOf(context);
    }
  }

  private final List<Action> actions;
  private final List<EngagementPolicy> policies;
  private final List<ContactPolicy> contacts;
  private final List<VolumeLimit> volumes;
  private final List<Lever> levers;
  private final List<ContextWeight> weights;
  private final Arbitration arbitration;
  private final ControlArms arms;
  private final Notes notes;
  private final Candidates candidates;
  private final Components components;
  private final Limits limits;
  private final ModelId[] models;
  private final List<List<ModelId>> finest;
  private final double[] leverFactors;
  private final int[] rank;
  private final Map<String, Integer> actionIds = new LinkedHashMap<>();
  private final Elimination engagement;
  private final Elimination eligibilityOnly;
  private volatile PersonFeatures.@Nullable Places places;
  private volatile @Nullable Slots slots;
  private volatile @Nullable Slots slotsBefore;

  public Catalogue(
      List<Action> actions,
      List<EngagementPolicy> policies,
      List<ContactPolicy> contacts,
      List<VolumeLimit> volumes,
      List<Lever> levers,
      List<ContextWeight> weights,
      Arbitration arbitration,
      ControlArms arms) {
    this(actions, policies, contacts, volumes, levers, weights, arbitration, arms, Notes.NONE);
  }

  public Catalogue(
      List<Action> actions,
      List<EngagementPolicy> policies,
      List<ContactPolicy> contacts,
      List<VolumeLimit> volumes,
      List<Lever> levers,
      List<ContextWeight> weights,
      Arbitration arbitration,
      ControlArms arms,
      Notes notes) {
    if (actions.size() > ACTIONS_MAX) {
      throw new IllegalArgumentException("a catalogue has at most " + ACTIONS_MAX + " actions");
    }
    this.actions = List.copyOf(actions);
    this.policies = ordered(policies);
    this.contacts = List.copyOf(contacts);
    this.volumes = List.copyOf(volumes);
    this.levers = List.copyOf(levers);
    this.weights = List.copyOf(weights);
    this.arbitration = arbitration;
    this.arms = arms;
    this.notes = notes;
    this.candidates = new Candidates(this.actions);
    this.components = new Components(this.policies, this.contacts, this.volumes);
    this.limits = new Limits(this.actions, candidates, this.contacts, this.volumes);
    this.models = new ModelId[actions.size()];
    this.leverFactors = new double[actions.size()];
    for (int i = 0; i < actions.size(); i++) {
      actionIds.put(actions.get(i).id(), i);
      models[i] = new ModelId(actions.get(i).id());
      leverFactors[i] = leverOf(actions.get(i));
    }
    this.finest = finest();
    this.rank = ranks(this.actions);
    this.engagement = new Elimination(this, this.policies);
    this.eligibilityOnly =
        new Elimination(
            this,
            this.policies.stream()
                .filter(p -> p.test() == EngagementPolicy.Test.ELIGIBILITY)
                .toList());
  }

  public List<Action> actions() {
    return actions;
  }

  public List<EngagementPolicy> policies() {
    return policies;
  }

  public List<ContactPolicy> contacts() {
    return contacts;
  }

  public List<VolumeLimit> volumes() {
    return volumes;
  }

  public List<Lever> levers() {
    return levers;
  }

  public List<ContextWeight> weights() {
    return weights;
  }

  public Arbitration arbitration() {
    return arbitration;
  }

  public ControlArms arms() {
    return arms;
  }

  /** What is said about it beside its rules. */
  public Notes notes() {
    return notes;
  }

  /** The names of the rules that come with Cairn; no other rule may have one of them. */
  public static Set<String> fixedRules() {
    var ids = new TreeSet<String>();
    for (var fixed : FixedComponent.values()) {
      ids.add(fixed.component().id());
    }
    return ids;
  }

  public Action action(int ordinal) {
    return actions.get(ordinal);
  }

  /** The ordinal of an action, or -1. */
  public int ordinal(String action) {
    return actionIds.getOrDefault(action, -1);
  }

  Candidates candidates() {
    return candidates;
  }

  /** The action of a candidate. */
  public Action actionOf(int candidate) {
    return candidates.actionOf(candidate);
  }

  /** The ordinal of a candidate's action. */
  public int actionIndex(int candidate) {
    return candidates.actionIndex(candidate);
  }

  /** The rendering of a survivor. */
  public Rendering renderingOf(Survivor survivor) {
    return actions.get(survivor.action()).renderings().get(survivor.rendering());
  }

  /** Whether a survivor comes without weighing. */
  boolean isMandatory(Survivor survivor) {
    return isMandatory(survivor.action());
  }

  boolean isMandatory(int action) {
    var kind = actions.get(action).kind();
    return kind == ActionKind.MANDATORY || kind == ActionKind.REQUIRED;
  }

  public Component component(int ordinal) {
    return components.get(ordinal);
  }

  /** The rule that drops what has no form for the channel and placement asked for. */
  public Component notHere() {
    return FixedComponent.NOT_HERE.component();
  }

  /** What a purpose is called; its id where the catalogue does not declare it. */
  public String purposeName(String id) {
    for (var purpose : notes.purposes()) {
      if (purpose.id().equals(id)) {
        return purpose.name();
      }
    }
    return id;
  }

  public List<Component> components() {
    return components.all();
  }

  int component(String id) {
    return components.ordinal(id);
  }

  int component(FixedComponent fixed) {
    return component(fixed.component().id());
  }

  /** The name of an action's model. */
  public ModelId model(int action) {
    return models[action];
  }

  /**
   * The models that stand for an action in a treatment by a channel, the finest first: of the
   * treatment there, of the channel, of the action. One that would stand for all that the next one
   * stands for is left out: with a single channel its treatments come right before the action.
   */
  public List<ModelId> models(int action, String channel, String treatment) {
    var all = new ArrayList<ModelId>();
    all.add(models[action]);
    var inChannel = models[action].within(channel);
    boolean otherChannels = false;
    boolean otherTreatments = false;
    for (var rendering : actions.get(action).renderings()) {
      boolean here = rendering.channel().equals(channel);
      otherChannels |= !here;
      otherTreatments |= here && !rendering.treatment().equals(treatment);
    }
    if (otherChannels) {
      all.addFirst(inChannel);
    }
    if (otherTreatments) {
      all.addFirst(inChannel.within(treatment));
    }
    return all;
  }

  double lever(int action) {
    return leverFactors[action];
  }

  Elimination engagement(Arm arm) {
    return arm == Arm.ELIGIBILITY_ONLY ? eligibilityOnly : engagement;
  }

  Limits limits() {
    return limits;
  }

  /** What is remembered when a person responds to an action in some way. */
  public List<Need> responseNeeds(String action, String channel, Response.Kind kind) {
    int ordinal = ordinal(action);
    return ordinal < 0 ? List.of() : limits.responseNeeds(ordinal, channel, kind);
  }

  /** Whether anything has a form for this placement of a channel. */
  public boolean fills(String channel, String placement) {
    return candidates.fills(channel, placement);
  }

  /** The placements of a channel that anything names. */
  public List<String> placements(String channel) {
    return candidates.placements(channel);
  }

  /** The place of an action among all, by id: how ties are broken. */
  int rank(int action) {
    return rank[action];
  }

  /** Where the predictors of a schema look; found once and kept for the schema last asked for. */
  PersonFeatures.Places places(FeatureSchema features, Schema profile) {
    var known = places;
    if (known == null || !known.isOf(features, profile)) {
      known = new PersonFeatures.Places(features, profile);
      places = known;
    }
    return known;
  }

  /** For each candidate the slot of the model that speaks for it; -1 where there is none. */
  @SuppressWarnings("ArrayRecordComponent") // read by index alone, never compared
  private record Slots(ModelSnapshot models, int[] ofCandidates) {}

  /**
   * By candidate, the slot of the finest model that has learnt enough; found once and kept for the
   * two snapshots asked for last, so that a look back at older models slows no decision down.
   */
  @SuppressWarnings("ReferenceEquality") // another snapshot, even an equal one, is looked up anew
  int[] slots(ModelSnapshot snapshot) {
    var known = slots;
    if (known != null && known.models() == snapshot) {
      return known.ofCandidates();
    }
    var other = slotsBefore;
    if (other != null && other.models() == snapshot) {
      return other.ofCandidates();
    }
    var found = new int[candidates.size()];
    Arrays.setAll(found, candidate -> snapshot.slotOfFinest(finest.get(candidate)));
    slotsBefore = known;
    slots = new Slots(snapshot, found);
    return found;
  }

  /** The same catalogue with another weight on one action, in percent. */
  public Catalogue withLever(String action, double percent) {
    var changed =
        actions.stream().map(a -> a.id().equals(action) ? a.withLever(percent) : a).toList();
    return new Catalogue(
        changed, policies, contacts, volumes, levers, weights, arbitration, arms, notes);
  }

  /** By candidate, the models that stand for it, the finest first. */
  private List<List<ModelId>> finest() {
    var all = new ArrayList<List<ModelId>>(candidates.size());
    for (int c = 0; c < candidates.size(); c++) {
      var rendering = candidates.rendering(c);
      all.add(
          List.copyOf(
              models(candidates.actionIndex(c), rendering.channel(), rendering.treatment())));
    }
    return List.copyOf(all);
  }

  private static int[] ranks(List<Action> actions) {
    var order =
        IntStream.range(0, actions.size())
            .boxed()
            .sorted((a, b) -> actions.get(a).id().compareTo(actions.get(b).id()))
            .toList();
    var rank = new int[actions.size()];
    for (int place = 0; place < rank.length; place++) {
      rank[order.get(place)] = place;
    }
    return rank;
  }

  private double leverOf(Action action) {
    double percent = action.lever();
    for (var lever : levers) {
      percent += lever.scope().covers(action) ? lever.percent() : 0;
    }
    return 1 + percent / 100;
  }

  private static List<EngagementPolicy> ordered(List<EngagementPolicy> policies) {
    var all = new ArrayList<>(policies);
    all.sort((a, b) -> a.test().compareTo(b.test()));
    return List.copyOf(all);
  }
}
