package cairn.map.score;

import cairn.map.Idea;
import cairn.map.Value;
import java.util.List;
import java.util.Optional;

/**
 * The scores of one idea; each is there only when all its numbers are.
 *
 * @param opportunity importance + max(importance - satisfaction, 0), from 0 to 20 (Ulwick)
 * @param rice reach x impact x confidence / months, for a quarter
 * @param value half of the value for the person and half of that for the organisation, in per cent
 * @param valueForEffort value divided by effort, effort counting at least 1
 */
public record IdeaScores(
    Optional<Score> opportunity,
    Optional<Score> rice,
    Optional<Score> value,
    Optional<Score> valueForEffort) {
  /** Fewest months of work that RICE divides by: less than half a month is half a month. */
  public static final double MONTHS_MIN = 0.5;

  /** Least effort that value is divided by, so that an effortless idea is not infinitely good. */
  public static final double EFFORT_MIN = 1;

  /** The reading of an opportunity score. */
  public enum Band {
    /** Above 15. */
    MAJOR,
    /** 12 to 15. */
    SOLID,
    /** 10 to below 12. */
    NEUTRAL,
    /** Below 10: people are served already. */
    SERVED
  }

  /** The scores of an idea. */
  public static IdeaScores of(Idea idea) {
    var opportunity =
        both(idea.get(Idea.IMPORTANCE), idea.get(Idea.SATISFACTION))
            .map(pair -> opportunity(pair.first, pair.second));
    var reachAndImpact = both(idea.get(Idea.REACH), idea.get(Idea.IMPACT));
    var confidenceAndMonths = both(idea.get(Idea.CONFIDENCE), idea.get(Idea.MONTHS));
    var rice =
        reachAndImpact.isPresent() && confidenceAndMonths.isPresent()
            ? Optional.of(
                rice(
                    reachAndImpact.get().first,
                    reachAndImpact.get().second,
                    confidenceAndMonths.get().first,
                    confidenceAndMonths.get().second))
            : Optional.<Score>empty();
    var values = both(idea.get(Idea.PERSON_VALUE), idea.get(Idea.ORGANISATION_VALUE));
    var value = values.map(pair -> value(pair.first, pair.second));
    var effort = idea.get(Idea.EFFORT);
    var valueForEffort =
        values.isPresent() && effort.isPresent()
            ? Optional.of(valueForEffort(values.get().first, values.get().second, effort.get()))
            : Optional.<Score>empty();
    return new IdeaScores(opportunity, rice, value, valueForEffort);
  }

  /** Importance + max(importance - satisfaction, 0), both from 0 to 10. */
  public static Score opportunity(Value.Sourced importance, Value.Sourced satisfaction) {
    double gap = Math.max(importance.number() - satisfaction.number(), 0);
    return new Score(
        importance.number() + gap,
        List.of(
            Score.Input.of("importance", importance),
            Score.Input.of("satisfaction", satisfaction)));
  }

  /** What an opportunity score says. */
  public static Band band(double opportunity) {
    if (opportunity > 15) {
      return Band.MAJOR;
    }
    if (opportunity >= 12) {
      return Band.SOLID;
    }
    return opportunity >= 10 ? Band.NEUTRAL : Band.SERVED;
  }

  /** Reach x impact x confidence / effort, confidence in per cent and effort in months. */
  public static Score rice(
      Value.Sourced reach, Value.Sourced impact, Value.Sourced confidence, Value.Sourced months) {
    double value =
        reach.number()
            * impact.number()
            * (confidence.number() / 100)
            / Math.max(months.number(), MONTHS_MIN);
    return new Score(
        value,
        List.of(
            Score.Input.of("reach", reach),
            Score.Input.of("impact", impact),
            Score.Input.of("confidence", confidence),
            Score.Input.of("months", months)));
  }

  /** Half and half, in per cent. */
  public static Score value(Value.Sourced person, Value.Sourced organisation) {
    return new Score(
        (person.number() + organisation.number()) / 2,
        List.of(
            Score.Input.of("personValue", person),
            Score.Input.of("organisationValue", organisation)));
  }

  /** Value divided by effort from 0 to 5. */
  public static Score valueForEffort(
      Value.Sourced person, Value.Sourced organisation, Value.Sourced effort) {
    return new Score(
        (person.number() + organisation.number()) / 2 / Math.max(effort.number(), EFFORT_MIN),
        List.of(
            Score.Input.of("personValue", person),
            Score.Input.of("organisationValue", organisation),
            Score.Input.of("effort", effort)));
  }

  private record Pair(Value.Sourced first, Value.Sourced second) {}

  private static Optional<Pair> both(
      Optional<Value.Sourced> first, Optional<Value.Sourced> second) {
    return first.isPresent() && second.isPresent()
        ? Optional.of(new Pair(first.get(), second.get()))
        : Optional.empty();
  }
}
