package cairn.decision;

import cairn.adaptive.ChoiceRule;
import cairn.adaptive.FeatureSchema;
import cairn.adaptive.ModelId;
import cairn.adaptive.ModelSnapshot;
import cairn.person.Recall;
import cairn.rule.Condition;
import cairn.rule.Need;
import cairn.rule.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
   */
  public record Notes(List<PurposeKind> purposes, List<Theme> themes, ModelPlan models) {
    public static final Notes NONE = new Notes(List.of(), List.of(), ModelPlan.STANDARD);

    public Notes {
      purposes = List.copyOf(purposes);
      themes = List.copyOf(themes);
    }
  }

  /** An action in one rendering. */
  record Candidate(int action, int rendering) {}

  private final List<Action> actions;
  private final List<EngagementPolicy> policies;
  private final List<ContactPolicy> contacts;
  private final List<VolumeLimit> volumes;
  private final List<Lever> levers;
  private final List<ContextWeight> weights;
  private final Arbitration arbitration;
  private final ControlArms arms;
  private final Notes notes;
  private final Candidate[] candidates;
  private final ModelId[] models;
  private final double[] leverFactors;
  private final Map<String, Bits> byChannel = new HashMap<>();
  private final Map<String, Bits> byPlacement = new HashMap<>();

  /** Candidates that are not open at every time and in every situation. */
  private final Bits conditional;

  /** Candidates that the organisation's limits bind: what promotes and what asks. */
  private final Bits bound;

  private final Bits required;
  private final Bits onJourney;

  /** Candidates that serve some purpose, and those that serve each. */
  private final Bits hasPurpose;

  private final Map<String, Bits> byPurpose = new HashMap<>();

  /** What each contact policy and each volume limit covers, in their order. */
  private final Bits[] contactBits;

  private final Bits[] volumeBits;
  private final String[] contactWords;
  private final int[] contactComponents;
  private final int[][] contactsOf;
  private final int[][] volumesOf;
  private final int[] rank;
  private volatile PersonFeatures.@Nullable Places places;
  private volatile @Nullable Slots slots;
  private final Elimination engagement;
  private final Elimination eligibilityOnly;
  private final List<Component> components = new ArrayList<>();
  private final Map<String, Integer> componentIds = new HashMap<>();
  private final List<List<Need>> shownNeeds = new ArrayList<>();
  private final Map<String, Integer> actionIds = new LinkedHashMap<>();

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
    this.candidates = number(this.actions, actionIds);
    this.models = new ModelId[actions.size()];
    this.leverFactors = new double[actions.size()];
    for (int i = 0; i < actions.size(); i++) {
      models[i] = new ModelId(actions.get(i).id());
      leverFactors[i] = leverOf(actions.get(i));
      shownNeeds.add(needsOf(actions.get(i)));
    }
    for (var fixed : FixedComponent.values()) {
      register(fixed.component());
    }
    for (var policy : this.policies) {
      register(
          new Component(
              policy.id(), Stage.valueOf(policy.test().name()), policy.sentence(), policy.owner()));
    }
    for (var contact : this.contacts) {
      register(new Component(contact.id(), Stage.CONTACT, contact.sentence(), contact.owner()));
    }
    for (var volume : this.volumes) {
      register(new Component(volume.id(), Stage.VOLUME, volume.sentence(), volume.owner()));
    }
    this.conditional = where((c, action) -> isConditional(action, rendering(c)));
    this.bound = where((c, action) -> action.isBound());
    this.required = where((c, action) -> action.kind() == ActionKind.REQUIRED);
    this.onJourney = where((c, action) -> action.journey() != null);
    this.hasPurpose = where((c, action) -> !action.purposes().isEmpty());
    this.contactBits = new Bits[contacts.size()];
    this.contactWords = new String[contacts.size()];
    this.contactComponents = new int[contacts.size()];
    for (int i = 0; i < contactBits.length; i++) {
      var policy = this.contacts.get(i);
      contactBits[i] = where((c, action) -> action.isBound() && policy.scope().covers(action));
      contactComponents[i] = component(policy.id());
      contactWords[i] =
          switch (policy) {
            case ContactPolicy.Cap cap when cap.scope().level() == Scope.Level.ALL ->
                cap.channel() == null ? "promotion:" : "promotion:" + cap.channel();
            case ContactPolicy.Cap cap -> cap.scope().subject(Pipeline.shown(cap.channel()));
            case ContactPolicy.Suppression pause ->
                pause.scope().subject(responseWord(pause.response()));
          };
    }
    this.volumeBits = new Bits[volumes.size()];
    for (int i = 0; i < volumeBits.length; i++) {
      var limit = this.volumes.get(i);
      volumeBits[i] =
          where(
              (c, action) -> action.kind() != ActionKind.REQUIRED && limit.scope().covers(action));
    }
    this.contactsOf = new int[actions.size()][];
    this.volumesOf = new int[actions.size()][];
    for (int i = 0; i < actions.size(); i++) {
      var action = this.actions.get(i);
      contactsOf[i] =
          IntStream.range(0, this.contacts.size())
              .filter(k -> this.contacts.get(k).scope().covers(action))
              .toArray();
      volumesOf[i] =
          IntStream.range(0, this.volumes.size())
              .filter(k -> this.volumes.get(k).scope().covers(action))
              .toArray();
    }
    this.rank = ranks(this.actions);
    this.engagement = new Elimination(this, this.policies);
    this.eligibilityOnly =
        new Elimination(
            this,
            this.policies.stream()
                .filter(p -> p.test() == EngagementPolicy.Test.ELIGIBILITY)
                .toList());
    for (int c = 0; c < candidates.length; c++) {
      for (var purpose : actionOf(c).purposes()) {
        byPurpose.computeIfAbsent(purpose, any -> bits()).set(c);
      }
      var rendering = rendering(c);
      byChannel.computeIfAbsent(rendering.channel(), any -> bits()).set(c);
      for (var placement : rendering.placements()) {
        byPlacement.computeIfAbsent(rendering.channel() + "/" + placement, any -> bits()).set(c);
      }
      if (rendering.placements().isEmpty()) {
        byPlacement.computeIfAbsent(rendering.channel() + "/", any -> bits()).set(c);
      }
    }
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

  /** How many candidates there are: actions times their renderings. */
  public int candidates() {
    return candidates.length;
  }

  public Action actionOf(int candidate) {
    return actions.get(candidates[candidate].action());
  }

  public Rendering rendering(int candidate) {
    var c = candidates[candidate];
    return actions.get(c.action()).renderings().get(c.rendering());
  }

  /** The ordinal of a candidate's action. */
  public int actionIndex(int candidate) {
    return candidates[candidate].action();
  }

  /** Which of its action's renderings a candidate is. */
  int renderingIndex(int candidate) {
    return candidates[candidate].rendering();
  }

  /** The rendering of a survivor. */
  public Rendering renderingOf(Survivor survivor) {
    return actions.get(survivor.action()).renderings().get(survivor.rendering());
  }

  /** Whether a survivor comes without weighing. */
  boolean isMandatory(Survivor survivor) {
    var kind = actions.get(survivor.action()).kind();
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
    return Collections.unmodifiableList(components);
  }

  int component(String id) {
    return componentIds.getOrDefault(id, 0);
  }

  int component(FixedComponent fixed) {
    return component(fixed.component().id());
  }

  /** The name of an action's model. */
  public ModelId model(int action) {
    return models[action];
  }

  double lever(int action) {
    return leverFactors[action];
  }

  Elimination engagement(Arm arm) {
    return arm == Arm.ELIGIBILITY_ONLY ? eligibilityOnly : engagement;
  }

  /** What is remembered when an action is put to a person. */
  List<Need> shownNeeds(int action) {
    return shownNeeds.get(action);
  }

  /** What is remembered when a person responds to an action in some way. */
  public List<Need> responseNeeds(String action, Response.Kind kind) {
    int ordinal = ordinal(action);
    if (ordinal < 0) {
      return List.of();
    }
    var needs = new TreeMap<String, Integer>();
    for (var contact : contacts) {
      if (contact instanceof ContactPolicy.Suppression s
          && s.response() == kind
          && s.scope().covers(actions.get(ordinal))) {
        needs.merge(s.scope().subject(responseWord(kind)), s.times(), Math::max);
      }
    }
    return asNeeds(needs);
  }

  static String responseWord(Response.Kind kind) {
    return "response-" + kind.name();
  }

  Bits bits() {
    return new Bits(candidates.length);
  }

  /** Whether anything has a form for this placement of a channel. */
  public boolean fills(String channel, String placement) {
    return byPlacement.containsKey(channel + "/" + placement)
        || byPlacement.containsKey(channel + "/");
  }

  /** The placements of a channel that anything names. */
  public List<String> placements(String channel) {
    var prefix = channel + "/";
    return byPlacement.keySet().stream()
        .filter(key -> key.startsWith(prefix) && key.length() > prefix.length())
        .map(key -> key.substring(prefix.length()))
        .sorted()
        .toList();
  }

  /** The candidates of a channel, or null if it has none. */
  @Nullable Bits ofChannel(String channel) {
    return byChannel.get(channel);
  }

  /** The candidates that fit a placement of a channel. */
  Bits fitting(String channel, String placement) {
    var fitting = bits();
    var named = byPlacement.get(channel + "/" + placement);
    var any = byPlacement.get(channel + "/");
    if (named != null) {
      fitting.or(named);
    }
    if (any != null) {
      fitting.or(any);
    }
    return fitting;
  }

  Bits conditional() {
    return conditional;
  }

  Bits bound() {
    return bound;
  }

  Bits required() {
    return required;
  }

  Bits hasPurpose() {
    return hasPurpose;
  }

  /** The candidates that serve a purpose, or null if none does. */
  @Nullable Bits ofPurpose(String purpose) {
    return byPurpose.get(purpose);
  }

  Bits onJourney() {
    return onJourney;
  }

  /** What the organisation's limits bind of what a contact policy covers, by its place. */
  Bits contactBits(int contact) {
    return contactBits[contact];
  }

  Bits volumeBits(int volume) {
    return volumeBits[volume];
  }

  /** The word under which what a contact policy counts is remembered. */
  String contactWord(int contact) {
    return contactWords[contact];
  }

  int contactComponent(int contact) {
    return contactComponents[contact];
  }

  /** The places of the contact policies that cover an action. */
  int[] contactsOf(int action) {
    return contactsOf[action];
  }

  int[] volumesOf(int action) {
    return volumesOf[action];
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

  /** The slots of the models of all actions, in order; -1 where there is none. */
  @SuppressWarnings("ArrayRecordComponent") // read by index alone, never compared
  private record Slots(ModelSnapshot models, int[] ofActions) {}

  /** The slots of a snapshot's models; found once and kept for the snapshot last asked for. */
  @SuppressWarnings("ReferenceEquality") // another snapshot, even an equal one, is looked up anew
  int[] slots(ModelSnapshot snapshot) {
    var known = slots;
    if (known == null || known.models() != snapshot) {
      var found = new int[models.length];
      Arrays.setAll(found, action -> snapshot.slot(models[action]));
      known = new Slots(snapshot, found);
      slots = known;
    }
    return known.ofActions();
  }

  /** The same catalogue with another weight on one action, in percent. */
  public Catalogue withLever(String action, double percent) {
    var changed =
        actions.stream().map(a -> a.id().equals(action) ? a.withLever(percent) : a).toList();
    return new Catalogue(
        changed, policies, contacts, volumes, levers, weights, arbitration, arms, notes);
  }

  private static boolean isConditional(Action action, Rendering rendering) {
    return action.from() != null
        || action.until() != null
        || action.influence().expires() != null
        || !rendering.when().source().equals(Condition.ALWAYS.source());
  }

  private interface Test {
    boolean holds(int candidate, Action action);
  }

  private Bits where(Test test) {
    var bits = bits();
    for (int c = 0; c < candidates.length; c++) {
      if (test.holds(c, actionOf(c))) {
        bits.set(c);
      }
    }
    return bits;
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

  private List<Need> needsOf(Action action) {
    var needs = new TreeMap<String, Integer>();
    for (var contact : contacts) {
      if (contact instanceof ContactPolicy.Cap cap
          && cap.scope().level() != Scope.Level.ALL
          && cap.scope().covers(action)) {
        needs.merge(
            cap.scope().subject(Pipeline.shown(cap.channel())), cap.contactsMax(), Math::max);
      }
    }
    return asNeeds(needs);
  }

  private static List<Need> asNeeds(Map<String, Integer> needs) {
    var all = new ArrayList<Need>();
    needs.forEach((s, keep) -> all.add(new Need(s, Math.min(keep, Recall.TIMES_MAX))));
    return List.copyOf(all);
  }

  private void register(Component component) {
    if (componentIds.put(component.id(), components.size()) != null) {
      throw new IllegalArgumentException("two rules are named " + component.id());
    }
    components.add(component);
  }

  private static List<EngagementPolicy> ordered(List<EngagementPolicy> policies) {
    var all = new ArrayList<>(policies);
    all.sort((a, b) -> a.test().compareTo(b.test()));
    return List.copyOf(all);
  }

  private static Candidate[] number(List<Action> actions, Map<String, Integer> ids) {
    var all = new ArrayList<Candidate>();
    Set<String> seen = new HashSet<>();
    for (int a = 0; a < actions.size(); a++) {
      if (!seen.add(actions.get(a).id())) {
        throw new IllegalArgumentException("two actions are named " + actions.get(a).id());
      }
      ids.put(actions.get(a).id(), a);
      for (int r = 0; r < actions.get(a).renderings().size(); r++) {
        all.add(new Candidate(a, r));
      }
    }
    return all.toArray(Candidate[]::new);
  }
}
