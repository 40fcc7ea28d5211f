package cairn.conformance;

import java.util.ArrayList;
import java.util.List;

/**
 * The cheapest pairing of one actual journey with a plan that is a single sequence. A paired step
 * costs nothing; a planned step without its event, and an event without its planned step, cost 1
 * each.
 *
 * @param planLength the number of planned steps, |m|
 * @param actualLength the number of actual events, |σ|
 * @param moves the pairing, from beginning to end
 */
public record Alignment(int planLength, int actualLength, List<Move> moves) {

  /*
   * With a plan m that is one sequence, the cheapest alignment of a journey σ pairs a longest common
   * subsequence: cost = |σ| + |m| − 2·LCS(σ, m). common[i][j] is the LCS of the suffixes m[i..] and
   * σ[j..], kept in one flat array.
   *
   * Cheapest pairings are not unique. Ours is the leftmost in plan order: walking the plan from its
   * beginning, a step is paired whenever some cheapest pairing pairs it, and with the earliest event
   * that allows one. For plan ⟨a,b,c⟩ and journey ⟨a,c,b⟩ it pairs a and b.
   */

  /** Plan steps times events of one alignment; beyond it only {@link #cost} is offered. */
  public static final long CELLS_MAX = 16_000_000;

  /** One move of an alignment. */
  public sealed interface Move {
    /** The planned step happened: position in the plan, position in the journey, from 0. */
    record Both(int planned, int actual) implements Move {}

    /** An event happened that the plan does not have here. */
    record ActualOnly(int actual) implements Move {}

    /** A planned step did not happen here. */
    record PlannedOnly(int planned) implements Move {}
  }

  /** Keeps an unchangeable copy. */
  public Alignment {
    moves = List.copyOf(moves);
  }

  /**
   * The cheapest pairing, leftmost in plan order.
   *
   * @throws IllegalArgumentException when plan length times journey length passes {@link
   *     #CELLS_MAX}
   */
  public static Alignment of(List<String> plan, List<String> actual) {
    int planLength = plan.size();
    int actualLength = actual.size();
    if ((long) (planLength + 1) * (actualLength + 1) > CELLS_MAX) {
      throw new IllegalArgumentException(
          "a plan of %d steps and a journey of %d events are too long to align"
              .formatted(planLength, actualLength));
    }
    int width = actualLength + 1;
    int[] common = commonLengths(plan, actual, width);
    var moves = new ArrayList<Move>(planLength + actualLength);
    int event = 0;
    for (int step = 0; step < planLength; step++) {
      int found = indexFrom(actual, plan.get(step), event);
      boolean paired =
          found >= 0 && 1 + common[(step + 1) * width + found + 1] == common[step * width + event];
      if (!paired) {
        moves.add(new Move.PlannedOnly(step));
        continue;
      }
      while (event < found) {
        moves.add(new Move.ActualOnly(event++));
      }
      moves.add(new Move.Both(step, event++));
    }
    while (event < actualLength) {
      moves.add(new Move.ActualOnly(event++));
    }
    return new Alignment(planLength, actualLength, moves);
  }

  /** The cost of the cheapest pairing, in memory that grows with the plan alone. */
  public static int cost(List<String> plan, List<String> actual) {
    return plan.size() + actual.size() - 2 * commonLength(plan, actual);
  }

  /** The number of unpaired steps and events. */
  public int cost() {
    int both = 0;
    for (Move move : moves) {
      if (move instanceof Move.Both) {
        both++;
      }
    }
    return planLength + actualLength - 2 * both;
  }

  /** 1 − cost / (|σ| + |m|): 1 when the journey is the plan, and when both are empty. */
  public double fitness() {
    return fitness(cost(), planLength + actualLength);
  }

  static double fitness(long cost, long lengths) {
    return lengths == 0 ? 1 : 1 - (double) cost / lengths;
  }

  private static int[] commonLengths(List<String> plan, List<String> actual, int width) {
    var common = new int[(plan.size() + 1) * width];
    for (int step = plan.size() - 1; step >= 0; step--) {
      String label = plan.get(step);
      for (int event = actual.size() - 1; event >= 0; event--) {
        int here = step * width + event;
        common[here] =
            label.equals(actual.get(event))
                ? 1 + common[here + width + 1]
                : Math.max(common[here + width], common[here + 1]);
      }
    }
    return common;
  }

  private static int commonLength(List<String> plan, List<String> actual) {
    var best = new int[plan.size() + 1];
    for (String event : actual) {
      int diagonal = 0;
      for (int step = 1; step < best.length; step++) {
        int above = best[step];
        best[step] =
            event.equals(plan.get(step - 1)) ? diagonal + 1 : Math.max(above, best[step - 1]);
        diagonal = above;
      }
    }
    return best[plan.size()];
  }

  private static int indexFrom(List<String> labels, String label, int from) {
    for (int index = from; index < labels.size(); index++) {
      if (labels.get(index).equals(label)) {
        return index;
      }
    }
    return -1;
  }
}
