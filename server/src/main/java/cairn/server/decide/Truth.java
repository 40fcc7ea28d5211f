package cairn.server.decide;

import cairn.decision.Arm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How good decisions were by what simulated people truly prefer. Only a world that made its people
 * up can know it.
 *
 * @param decisions slots looked at, mandatory ones left out
 * @param share what the choices brought, as a part of what the best choice would have brought each
 *     time; null before the first
 * @param chanceShare the same for a choice by chance among the same
 * @param regret what was missed in all, in accepted proposals weighed by their worth
 * @param days by the day of the decision, oldest first
 * @param arms by control arm, over all days
 */
public record Truth(
    long decisions,
    @Nullable Double share,
    @Nullable Double chanceShare,
    double regret,
    List<Day> days,
    List<ArmTruth> arms) {
  public Truth {
    days = List.copyOf(days);
    arms = List.copyOf(arms);
  }

  /**
   * One day of people whose decisions are made in full.
   *
   * @param day as 2026-03-02
   * @param regret what was missed that day
   * @param regretSum what was missed from the first day to this
   */
  public record Day(
      String day,
      long decisions,
      double share,
      double chanceShare,
      double regret,
      double regretSum) {}

  /** An arm, named as everywhere. */
  public static ArmTruth arm(Arm arm, long decisions, double share) {
    return new ArmTruth(Words.camel(arm), decisions, share);
  }

  /** One arm. */
  public record ArmTruth(String arm, long decisions, double share) {}
}
