package cairn.decision;

import cairn.adaptive.ActiveFeatures;
import cairn.adaptive.FeatureVector;
import cairn.adaptive.Logistic;
import cairn.adaptive.ModelSnapshot;
import cairn.chance.Chance;
import cairn.person.Objection;
import cairn.person.Purpose;
import cairn.rule.Expression;
import cairn.rule.Situation;
import cairn.value.Value;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Weighs what is left of a decision: {@code P x C x L x Vorg^a x Vperson^(1-a)}, purpose first.
 *
 * <p>P comes from the models, or from an earlier record of the same decision where its models are
 * gone. Belongs to one decision.
 */
final class Weighing {
  private static final double UNKNOWN_PROPENSITY = 0.5;
  private static final double PROPENSITY_MIN = 1e-9;
  private static final int[] NO_SLOTS = {};

  private final Catalogue catalogue;
  private final Asked asked;
  private final Arm arm;
  private final Situation situation;
  private final Arbitration how;
  private final @Nullable FeatureVector features;
  private final @Nullable ActiveFeatures active;
  private final byte[] weightHolds;
  private final int[] slots;
  private final Bits serving;

  Weighing(
      Catalogue catalogue, DecisionRequest request, Asked asked, Arm arm, Situation situation) {
    this.catalogue = catalogue;
    this.asked = asked;
    this.arm = arm;
    this.situation = situation;
    this.how = catalogue.arbitration();
    this.serving = serving(catalogue, asked);
    this.weightHolds = new byte[catalogue.weights().size()];
    this.features = features(request);
    var models = asked.models();
    this.active =
        features == null || models == null || asked.recorded() != null
            ? null
            : models.resolve(features);
    this.slots = active == null || models == null ? NO_SLOTS : catalogue.slots(models);
  }

  /** The person and context as the models see them; null without models. */
  @Nullable FeatureVector features() {
    return features;
  }

  private @Nullable FeatureVector features(DecisionRequest request) {
    var recorded = asked.recorded();
    if (recorded != null) {
      return recorded.features();
    }
    var models = asked.models();
    if (models == null || objectsToProfiling()) {
      return null;
    }
    return models.encode(
        new PersonFeatures(catalogue.places(models.schema(), asked.schema()), asked, request));
  }

  private boolean objectsToProfiling() {
    for (var objection : asked.person().objections()) {
      if (objection.scope() == Objection.Scope.PROFILING) {
        return true;
      }
    }
    return false;
  }

  /** What the models say of an action. */
  private record Said(double logit, double variance, double propensity, boolean newcomer) {
    static final Said NOTHING = new Said(0, 0, UNKNOWN_PROPENSITY, false);
  }

  private Said said(int candidate, boolean unsure) {
    int action = catalogue.actionIndex(candidate);
    if (arm == Arm.RANDOM_MODEL) {
      double p = new Chance(Chance.seed(asked.seed(), action)).nextDouble();
      double inside = Math.max(PROPENSITY_MIN, Math.min(1 - PROPENSITY_MIN, p));
      return new Said(Logistic.logit(inside), 0, p, false);
    }
    var recorded = asked.recorded();
    if (recorded != null) {
      for (var survivor : recorded.survivors()) {
        if (survivor.action() == action
            && survivor.rendering() == catalogue.candidates().renderingIndex(candidate)) {
          return new Said(
              survivor.logit(), survivor.variance(), survivor.propensity(), survivor.newcomer());
        }
      }
    }
    ModelSnapshot models = asked.models();
    if (models == null || active == null) {
      return Said.NOTHING;
    }
    int slot = slots[candidate];
    if (slot < 0) {
      var prior = models.prior(active);
      return new Said(prior.logit(), prior.variance(), prior.propensity(), false);
    }
    var model = models.model(slot);
    if (!unsure) {
      double logit = model.belief().logit(active);
      return new Said(logit, 0, model.propensity(logit, 0), model.newcomer());
    }
    var prediction = model.predict(active);
    return new Said(
        prediction.logit(), prediction.variance(), prediction.propensity(), model.newcomer());
  }

  /**
   * Weighs one candidate; null where it brings the person nothing.
   *
   * @param unsure whether to ask the model how unsure it is, which costs most of a decision; for
   *     what cannot be drawn the mean will do
   */
  @Nullable Survivor weigh(int candidate, boolean unsure) {
    int ordinal = catalogue.actionIndex(candidate);
    var action = catalogue.action(ordinal);
    double forPerson = value(action.valuePerson());
    if (!(forPerson > 0) && action.kind() != ActionKind.REQUIRED) {
      return null;
    }
    double forOrganisation = Math.max(how.unit(), value(action.valueOrganisation()));
    var said = said(candidate, unsure);
    boolean inFull = arm != Arm.PROPENSITY_ONLY;
    double context = how.useContext() && inFull ? context(action) : 1;
    double lever = how.useLevers() && inFull && arm != Arm.NO_LEVERS ? catalogue.lever(ordinal) : 1;
    double worth = how.useValue() && inFull ? worth(forOrganisation, Math.max(0, forPerson)) : 1;
    double score = (how.usePropensity() ? said.propensity() : 1) * context * lever * worth;
    return new Survivor(
        ordinal,
        catalogue.candidates().renderingIndex(candidate),
        purposeClass(candidate),
        said.logit(),
        said.variance(),
        said.propensity(),
        said.newcomer(),
        context,
        lever,
        forOrganisation,
        forPerson,
        score);
  }

  /** Whether a candidate brings the person something, or must be shown in any case. */
  boolean isWorthShowing(int candidate) {
    var action = catalogue.actionOf(candidate);
    return action.kind() == ActionKind.REQUIRED || value(action.valuePerson()) > 0;
  }

  /** What a candidate scores by means alone, or a negative number where it may not be shown. */
  double mean(int candidate) {
    int ordinal = catalogue.actionIndex(candidate);
    var action = catalogue.action(ordinal);
    double forPerson = value(action.valuePerson());
    if (!(forPerson > 0)) {
      return action.kind() == ActionKind.REQUIRED ? 0 : -1;
    }
    double p = UNKNOWN_PROPENSITY;
    var models = asked.models();
    if (models != null && active != null) {
      p = mean(models, slots[candidate], active);
    }
    double worth =
        how.useValue()
            ? worth(Math.max(how.unit(), value(action.valueOrganisation())), forPerson)
            : 1;
    return (how.usePropensity() ? p : 1)
        * (how.useContext() ? context(action) : 1)
        * (how.useLevers() ? catalogue.lever(ordinal) : 1)
        * worth;
  }

  /**
   * The chance by the mean alone, as {@link #weigh} takes it for what has a model and cannot be
   * drawn. For what has none, it is the chance that anything new begins with: {@link #weigh} also
   * counts how unsure that is, and so comes nearer to one half.
   */
  private static double mean(ModelSnapshot models, int slot, ActiveFeatures x) {
    if (slot < 0) {
      return Logistic.sigmoid(models.settings().priorLogit());
    }
    var model = models.model(slot);
    return model.propensity(model.belief().logit(x), 0);
  }

  /** Vorg^a x Vperson^(1-a); the even weighing by a root, which is exact on every machine. */
  private double worth(double forOrganisation, double forPerson) {
    double a = how.a();
    if (a == 0.5) {
      return Math.sqrt(forOrganisation) * Math.sqrt(forPerson);
    }
    return StrictMath.pow(forOrganisation, a) * StrictMath.pow(forPerson, 1 - a);
  }

  private double context(Action action) {
    double percent = 0;
    for (int i = 0; i < weightHolds.length; i++) {
      var weight = catalogue.weights().get(i);
      if (weight.scope().covers(action) && holds(i, weight)) {
        percent += weight.percent();
      }
    }
    return Math.max(0, 1 + percent / 100);
  }

  private boolean holds(int i, ContextWeight weight) {
    if (weightHolds[i] == 0) {
      weightHolds[i] = (byte) (weight.when().holds(situation) ? 1 : 2);
    }
    return weightHolds[i] == 1;
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

  int purposeClass(int candidate) {
    if (!catalogue.candidates().hasPurpose().get(candidate)) {
      return Pipeline.NEUTRAL;
    }
    return serving.get(candidate) ? Pipeline.SERVES_PURPOSE : Pipeline.OTHER;
  }

  /** What serves a purpose that the person declared and has not closed. */
  private static Bits serving(Catalogue catalogue, Asked asked) {
    var serving = catalogue.candidates().none();
    for (var purpose : asked.person().purposes()) {
      var candidates = catalogue.candidates().ofPurpose(purpose.kind());
      if (purpose.open() && purpose.source() == Purpose.Source.DECLARED && candidates != null) {
        serving.or(candidates);
      }
    }
    return serving;
  }

  /** Mandatory first, then purpose, then score; ties by the action's id, then by rendering. */
  void sort(Survivor[] survivors) {
    Arrays.sort(survivors, new Order());
  }

  private final class Order implements Comparator<Survivor> {
    @Override
    public int compare(Survivor one, Survivor other) {
      int mandatory = Boolean.compare(catalogue.isMandatory(other), catalogue.isMandatory(one));
      if (mandatory != 0) {
        return mandatory;
      }
      if (one.purposeClass() != other.purposeClass()) {
        return Integer.compare(other.purposeClass(), one.purposeClass());
      }
      int score = Double.compare(other.score(), one.score());
      if (score != 0) {
        return score;
      }
      int rank = Integer.compare(catalogue.rank(one.action()), catalogue.rank(other.action()));
      return rank != 0 ? rank : Integer.compare(one.rendering(), other.rendering());
    }
  }
}
