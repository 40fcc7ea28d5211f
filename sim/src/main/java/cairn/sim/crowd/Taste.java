package cairn.sim.crowd;

import cairn.chance.Chance;
import cairn.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What simulated people truly like: hidden from everybody but the world that made them up.
 *
 * <p>How likely somebody is to want an action is logistic over tokens of who they are and where
 * they are asked: {@code sigma(b_a + sum_t w(a, t) + sum_tu v(a, t, u))}. Most weights are 0; the
 * others are drawn by a hash of the seed, the action and the token, so that nothing is stored and
 * the same seed likes the same. What people are trying to do and where they are asked changes what
 * the rest of them counts for, so no additive model learns everything.
 */
public final class Taste {
  /** What an action nobody cares about in particular comes to: 12 of a hundred. */
  private static final double BASE = -2;

  private static final double BASE_SPREAD = 0.7;
  private static final double WEIGHT_SHARE = 0.45;
  private static final double WEIGHT_SPREAD = 0.75;
  private static final double PAIR_SHARE = 0.05;
  private static final double PAIR_SPREAD = 0.6;

  /** How things feel in the middle of all: a little good. */
  private static final double EASE = 0.2;

  private static final double EASE_SPREAD = 0.8;
  private static final double TEMPER_SPREAD = 0.5;

  private final long seed;

  public Taste(long seed) {
    this.seed = seed;
  }

  /**
   * The tokens of a person: every word of their profile, every number by its order of size, and
   * what they are trying to do, first. Names and addresses say nothing.
   */
  static List<String> tokens(Map<String, Value> profile, String purpose) {
    var tokens = new ArrayList<String>();
    profile.forEach((name, value) -> {
      switch (value) {
        case Value.Flag v -> tokens.add(name + "=" + v.value());
        case Value.Whole v -> tokens.add(name + "~" + size((double) v.value()));
        case Value.Decimal v -> tokens.add(name + "~" + size(v.value()));
        case Value.Text v -> {
          if (!name.equals("firstName") && !name.equals("email")) {
            tokens.add(name + "=" + v.value());
          }
        }
        case Value.Time v -> {}
        case Value.Texts v -> {}
      }
    });
    tokens.sort(null);
    tokens.addFirst("purpose=" + purpose);
    return List.copyOf(tokens);
  }

  private static int size(double number) {
    return (int) Math.rint(1.5 * StrictMath.log(1 + Math.abs(number)));
  }

  /**
   * The true chance that somebody wants an action.
   *
   * @param person their tokens, the purpose first
   * @param place tokens of where they are asked
   */
  public double chance(List<String> person, List<String> place, String action) {
    long of = Chance.seed(seed, action.hashCode());
    double logit = BASE + BASE_SPREAD * normal(of);
    for (var one : person) {
      logit += weight(Chance.seed(of, one.hashCode()), WEIGHT_SHARE, WEIGHT_SPREAD);
    }
    for (var here : place) {
      long first = Chance.seed(of, here.hashCode());
      logit += weight(first, WEIGHT_SHARE, WEIGHT_SPREAD) + pairs(first, person);
    }
    logit += pairs(Chance.seed(of, purpose(person)), person);
    return 1 / (1 + StrictMath.exp(-logit));
  }

  private static int purpose(List<String> person) {
    return person.isEmpty() ? 0 : person.getFirst().hashCode();
  }

  private static double pairs(long first, List<String> person) {
    double sum = 0;
    for (var other : person) {
      sum += weight(Chance.seed(first, other.hashCode()), PAIR_SHARE, PAIR_SPREAD);
    }
    return sum;
  }

  /**
   * How something that people are asked about truly feels to somebody, before what chance adds:
   * about -2 to 2. It is the same for everybody but for how they take things.
   */
  double feels(String person, String question) {
    double itself = EASE + EASE_SPREAD * normal(Chance.seed(seed, question.hashCode()));
    return itself + TEMPER_SPREAD * normal(Chance.seed(~seed, person.hashCode()));
  }

  private static double weight(long key, double share, double spread) {
    return new Chance(~key).nextDouble() < share ? spread * normal(key) : 0;
  }

  /** Nearly normal, with deviation 1: twice the sum of three even numbers around 0. */
  private static double normal(long key) {
    var chance = new Chance(key);
    return 2 * (chance.nextDouble() + chance.nextDouble() + chance.nextDouble() - 1.5);
  }
}
