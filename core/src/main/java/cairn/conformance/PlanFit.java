package cairn.conformance;

import java.util.List;
import java.util.Map;

/**
 * How well the journeys of a log keep to a plan that is one sequence.
 *
 * @param cases the number of journeys
 * @param asPlanned how many went exactly as planned
 * @param costSum Σ cost, over all journeys
 * @param lengthSum Σ (|σ| + |m|), over all journeys
 * @param meanFitness the mean of the journeys' fitness, in [0, 1]; 1 for an empty log
 */
public record PlanFit(
    long cases, long asPlanned, long costSum, long lengthSum, double meanFitness) {

  /** Refuses counts that cannot be. */
  public PlanFit {
    boolean possible = asPlanned >= 0 && asPlanned <= cases && costSum >= 0 && costSum <= lengthSum;
    if (!possible || !(meanFitness >= 0 && meanFitness <= 1)) {
      throw new IllegalArgumentException("these counts cannot come from a log");
    }
  }

  /** Sets every journey of a log beside the plan; each variant is aligned once. */
  public static PlanFit of(List<String> plan, Variants log) {
    long cases = 0;
    long asPlanned = 0;
    long costSum = 0;
    long lengthSum = 0;
    double fitnessSum = 0;
    for (Map.Entry<List<String>, Long> variant : log.counts().entrySet()) {
      long times = variant.getValue();
      long lengths = (long) plan.size() + variant.getKey().size();
      long cost = Alignment.cost(plan, variant.getKey());
      cases += times;
      asPlanned += cost == 0 ? times : 0;
      costSum += cost * times;
      lengthSum += lengths * times;
      fitnessSum += Alignment.fitness(cost, lengths) * times;
    }
    double mean = cases == 0 ? 1 : Math.min(1, fitnessSum / cases);
    return new PlanFit(cases, asPlanned, costSum, lengthSum, mean);
  }

  /** 1 − Σ cost / Σ (|σ| + |m|): long journeys weigh more than in the mean. */
  public double logFitness() {
    return Alignment.fitness(costSum, lengthSum);
  }
}
