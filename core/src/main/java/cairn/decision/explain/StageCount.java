package cairn.decision.explain;

import cairn.decision.Component;
import cairn.decision.Stage;
import java.util.List;

/**
 * How many candidates came to a stage and how many it dropped, by rule.
 *
 * @param components the rules that dropped any, most first
 */
public record StageCount(Stage stage, int entered, int dropped, List<By> components) {
  /** One rule and how many candidates it dropped. */
  public record By(Component component, int count) {}

  public StageCount {
    components = List.copyOf(components);
  }
}
