package cairn.map.story;

import cairn.map.CaseForAction;
import cairn.map.Field;
import cairn.map.JourneyMap;
import cairn.map.Moment;
import cairn.map.Persona;
import cairn.map.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** What a case expects: if we change X at moment Y for P, then Z moves from a to b by a date. */
public final class Hypothesis {
  /** Stands where nobody has said yet. */
  public static final String OPEN = "...";

  private Hypothesis() {}

  /** The hypothesis as one sentence, with {@link #OPEN} where it is not complete. */
  public static String sentence(CaseForAction story, JourneyMap map) {
    var moment =
        story.moment().flatMap(id -> map.state().find(Moment.class, id)).map(Moment::title);
    var persona =
        story.persona().flatMap(id -> map.state().find(Persona.class, id)).map(Persona::name);
    String because = story.get(CaseForAction.BECAUSE);
    return "If we change "
        + said(story.get(CaseForAction.CHANGE))
        + " at the moment \""
        + moment.orElse(OPEN)
        + "\" for "
        + persona.orElse(OPEN)
        + ", then "
        + said(story.get(CaseForAction.MEASURE))
        + " moves from "
        + number(story.get(CaseForAction.FROM))
        + " to "
        + number(story.get(CaseForAction.TO))
        + unit(story.get(CaseForAction.MEASURE_UNIT))
        + " by "
        + story.get(CaseForAction.BY).map(LocalDate::toString).orElse(OPEN)
        + (because.isEmpty() ? "" : ", because " + because)
        + (because.endsWith(".") ? "" : ".");
  }

  /** Whether everything the hypothesis needs has been said. */
  public static boolean isComplete(CaseForAction story) {
    return !story.get(CaseForAction.CHANGE).isEmpty()
        && !story.get(CaseForAction.MEASURE).isEmpty()
        && story.moment().isPresent()
        && story.persona().isPresent()
        && story.get(CaseForAction.FROM).isPresent()
        && story.get(CaseForAction.TO).isPresent()
        && story.get(CaseForAction.BY).isPresent();
  }

  private static String said(String words) {
    return words.isEmpty() ? OPEN : words;
  }

  private static String unit(String unit) {
    return unit.isEmpty() ? "" : " " + unit;
  }

  private static String number(Optional<Value.Sourced> sourced) {
    return sourced
        .map(value ->
            BigDecimal.valueOf(value.number()).stripTrailingZeros().toPlainString()
                + " ("
                + Field.wireName(value.source())
                + ")")
        .orElse(OPEN);
  }
}
