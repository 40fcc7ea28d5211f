package cairn.decision;

import cairn.rule.Expression;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What might be offered next.
 *
 * @param issue the goal area it belongs to, and group the theme within it
 * @param owner the team that answers for it
 * @param from when it becomes valid, or null for always; until is exclusive
 * @param purposes the purposes it serves; none for one that serves any
 * @param findsPurpose true for a question that helps a person say what they are trying to do
 * @param valueOrganisation its worth to the organisation in published units, or null for one unit
 * @param valuePerson its worth to the person in the same units, or null for one unit
 * @param lever the action's own weight in percent
 * @param journey the journey it belongs to: closed by a no, it is closed too; or null
 * @param parts the actions it bundles; a bundle is one candidate
 */
public record Action(
    String id,
    String name,
    String issue,
    String group,
    ActionKind kind,
    String owner,
    @Nullable Instant from,
    @Nullable Instant until,
    Set<String> purposes,
    boolean findsPurpose,
    @Nullable Expression valueOrganisation,
    @Nullable Expression valuePerson,
    double lever,
    Influence influence,
    @Nullable String journey,
    List<String> parts,
    List<Rendering> renderings) {
  public Action {
    purposes = Set.copyOf(purposes);
    parts = List.copyOf(parts);
    renderings = List.copyOf(renderings);
    if (!(lever > -100)) {
      throw new IllegalArgumentException("a lever is above -100 percent");
    }
  }

  public boolean isValidAt(Instant now) {
    return (from == null || !now.isBefore(from)) && (until == null || now.isBefore(until));
  }

  /** Whether the organisation's own limits bind it: it promotes, or it asks. */
  public boolean isBound() {
    return kind == ActionKind.DEFAULT || kind == ActionKind.QUESTION;
  }

  /** The same with another weight, in percent. */
  public Action withLever(double percent) {
    return new Action(
        id,
        name,
        issue,
        group,
        kind,
        owner,
        from,
        until,
        purposes,
        findsPurpose,
        valueOrganisation,
        valuePerson,
        percent,
        influence,
        journey,
        parts,
        renderings);
  }
}
