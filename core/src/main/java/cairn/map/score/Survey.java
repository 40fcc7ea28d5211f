package cairn.map.score;

import java.util.OptionalDouble;

/** Short questions at the end of a journey or at a moment; each is empty without answers. */
public final class Survey {
  private Survey() {}

  /**
   * Net promoter score: per cent of 9 and 10 minus per cent of 0 to 6, from -100 to 100.
   *
   * @param answers from 0 to 10
   */
  public static OptionalDouble netPromoterScore(int[] answers) {
    int promoters = 0;
    int detractors = 0;
    for (int answer : answers) {
      require(answer, 0, 10);
      promoters += answer >= 9 ? 1 : 0;
      detractors += answer <= 6 ? 1 : 0;
    }
    return answers.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(100.0 * (promoters - detractors) / answers.length);
  }

  /**
   * Satisfaction: per cent of the two best of five answers.
   *
   * @param answers from 1 to 5
   */
  public static OptionalDouble satisfaction(int[] answers) {
    int satisfied = 0;
    for (int answer : answers) {
      require(answer, 1, 5);
      satisfied += answer >= 4 ? 1 : 0;
    }
    return answers.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(100.0 * satisfied / answers.length);
  }

  /**
   * Effort score: the mean of seven answers, 1 hard to 7 easy.
   *
   * @param answers from 1 to 7
   */
  public static OptionalDouble effortScore(int[] answers) {
    long sum = 0;
    for (int answer : answers) {
      require(answer, 1, 7);
      sum += answer;
    }
    return answers.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) sum / answers.length);
  }

  private static void require(int answer, int min, int max) {
    if (answer < min || answer > max) {
      throw new IllegalArgumentException("an answer lies between " + min + " and " + max);
    }
  }
}
