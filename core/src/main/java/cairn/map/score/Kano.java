package cairn.map.score;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a feature is to people, from two questions each: how they would feel with it, and without it
 * (Kano, Seraku, Takahashi and Tsuji 1984; the coefficients after Berger and others 1993).
 *
 * @param counts how many answers fall into each category
 */
public record Kano(Map<Category, Integer> counts) {
  /** One of the five answers to either question. */
  public enum Answer {
    LIKE,
    MUST,
    NEUTRAL,
    LIVE,
    DISLIKE
  }

  /** What the feature is to one person. */
  public enum Category {
    /** Nobody misses it, everybody enjoys it. */
    ATTRACTIVE,
    /** The more the better, the less the worse. */
    ONE_DIMENSIONAL,
    /** Taken for granted; its absence angers. */
    MUST_BE,
    INDIFFERENT,
    /** Better without. */
    REVERSE,
    /** The two answers contradict each other. */
    QUESTIONABLE
  }

  /** What one person answered. */
  public record Answers(Answer with, Answer without) {}

  public Kano {
    counts = Map.copyOf(counts);
  }

  /** Counts answers. */
  public static Kano of(List<Answers> answers) {
    var counts = new EnumMap<Category, Integer>(Category.class);
    for (Answers each : answers) {
      counts.merge(category(each.with(), each.without()), 1, Integer::sum);
    }
    return new Kano(counts);
  }

  /** The category of a pair of answers: the row is the answer with the feature. */
  public static Category category(Answer with, Answer without) {
    return switch (with) {
      case LIKE ->
          switch (without) {
            case LIKE -> Category.QUESTIONABLE;
            case MUST, NEUTRAL, LIVE -> Category.ATTRACTIVE;
            case DISLIKE -> Category.ONE_DIMENSIONAL;
          };
      case MUST, NEUTRAL, LIVE ->
          switch (without) {
            case LIKE -> Category.REVERSE;
            case MUST, NEUTRAL, LIVE -> Category.INDIFFERENT;
            case DISLIKE -> Category.MUST_BE;
          };
      case DISLIKE ->
          switch (without) {
            case LIKE, MUST, NEUTRAL, LIVE -> Category.REVERSE;
            case DISLIKE -> Category.QUESTIONABLE;
          };
    };
  }

  /** How many answers fall into a category. */
  public int count(Category category) {
    return counts.getOrDefault(category, 0);
  }

  /** (A + O) / (A + O + M + I): how much having it pleases, 0 to 1; empty without such answers. */
  public OptionalDouble better() {
    return share(count(Category.ATTRACTIVE) + count(Category.ONE_DIMENSIONAL));
  }

  /** -(O + M) / (A + O + M + I): how much lacking it angers, -1 to 0; empty without answers. */
  public OptionalDouble worse() {
    var share = share(count(Category.ONE_DIMENSIONAL) + count(Category.MUST_BE));
    return share.isPresent() ? OptionalDouble.of(0.0 - share.getAsDouble()) : share;
  }

  private OptionalDouble share(int part) {
    int all =
        count(Category.ATTRACTIVE)
            + count(Category.ONE_DIMENSIONAL)
            + count(Category.MUST_BE)
            + count(Category.INDIFFERENT);
    return all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / all);
  }
}
