package cairn.decision;

import cairn.rule.Condition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The candidates of a catalogue, numbered in a fixed order, and the sets of them that elimination
 * works with. A candidate is an action in one rendering.
 */
final class Candidates {
  private record Candidate(int action, int rendering) {}

  /** Says of a candidate's action whether it belongs to a set. */
  interface Test {
    boolean holds(Action action);
  }

  private final List<Action> actions;
  private final Candidate[] all;
  private final Bits conditional;
  private final Bits bound;
  private final Bits required;
  private final Bits onJourney;
  private final Bits hasPurpose;
  private final Map<String, Bits> byPurpose = new HashMap<>();
  private final Map<String, Bits> byChannel = new HashMap<>();
  private final Map<String, Bits> byPlacement = new HashMap<>();

  Candidates(List<Action> actions) {
    this.actions = actions;
    this.all = number(actions);
    this.bound = where(Action::isBound);
    this.required = where(action -> action.kind() == ActionKind.REQUIRED);
    this.onJourney = where(action -> action.journey() != null);
    this.hasPurpose = where(action -> !action.purposes().isEmpty());
    this.conditional = none();
    for (int c = 0; c < all.length; c++) {
      if (isConditional(actionOf(c), rendering(c))) {
        conditional.set(c);
      }
      sort(c);
    }
  }

  private void sort(int c) {
    for (var purpose : actionOf(c).purposes()) {
      put(byPurpose, purpose, c);
    }
    var rendering = rendering(c);
    put(byChannel, rendering.channel(), c);
    for (var placement : rendering.placements()) {
      put(byPlacement, rendering.channel() + "/" + placement, c);
    }
    if (rendering.placements().isEmpty()) {
      put(byPlacement, rendering.channel() + "/", c);
    }
  }

  private void put(Map<String, Bits> sets, String name, int c) {
    sets.computeIfAbsent(name, any -> none()).set(c);
  }

  private static boolean isConditional(Action action, Rendering rendering) {
    return action.from() != null
        || action.until() != null
        || action.influence().expires() != null
        || !rendering.when().source().equals(Condition.ALWAYS.source());
  }

  int size() {
    return all.length;
  }

  Action actionOf(int candidate) {
    return actions.get(all[candidate].action());
  }

  /** The ordinal of a candidate's action. */
  int actionIndex(int candidate) {
    return all[candidate].action();
  }

  /** Which of its action's renderings a candidate is. */
  int renderingIndex(int candidate) {
    return all[candidate].rendering();
  }

  Rendering rendering(int candidate) {
    return actionOf(candidate).renderings().get(all[candidate].rendering());
  }

  /** An empty set. */
  Bits none() {
    return new Bits(all.length);
  }

  /** The candidates of all actions that pass a test. */
  Bits where(Test test) {
    var bits = none();
    for (int c = 0; c < all.length; c++) {
      if (test.holds(actionOf(c))) {
        bits.set(c);
      }
    }
    return bits;
  }

  /** Those not open at every time and in every situation. */
  Bits conditional() {
    return conditional;
  }

  /** Those that the organisation's limits bind: what promotes and what asks. */
  Bits bound() {
    return bound;
  }

  Bits required() {
    return required;
  }

  Bits onJourney() {
    return onJourney;
  }

  /** Those that serve some purpose. */
  Bits hasPurpose() {
    return hasPurpose;
  }

  /** Those that serve a purpose, or null if none does. */
  @Nullable Bits ofPurpose(String purpose) {
    return byPurpose.get(purpose);
  }

  /** Those of a channel, or null if it has none. */
  @Nullable Bits ofChannel(String channel) {
    return byChannel.get(channel);
  }

  /** Those that fit a placement of a channel. */
  Bits fitting(String channel, String placement) {
    var fitting = none();
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

  /** Whether anything has a form for this placement of a channel. */
  boolean fills(String channel, String placement) {
    return byPlacement.containsKey(channel + "/" + placement)
        || byPlacement.containsKey(channel + "/");
  }

  /** The placements of a channel that anything names. */
  List<String> placements(String channel) {
    var prefix = channel + "/";
    return byPlacement.keySet().stream()
        .filter(key -> key.startsWith(prefix) && key.length() > prefix.length())
        .map(key -> key.substring(prefix.length()))
        .sorted()
        .toList();
  }

  private static Candidate[] number(List<Action> actions) {
    var all = new ArrayList<Candidate>();
    Set<String> seen = new HashSet<>();
    for (int a = 0; a < actions.size(); a++) {
      if (!seen.add(actions.get(a).id())) {
        throw new IllegalArgumentException("two actions are named " + actions.get(a).id());
      }
      for (int r = 0; r < actions.get(a).renderings().size(); r++) {
        all.add(new Candidate(a, r));
      }
    }
    return all.toArray(Candidate[]::new);
  }
}
