package cairn.decision;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.adaptive.ChoiceRule;
import cairn.chance.Chance;
import cairn.person.PersonKey;
import cairn.person.PersonState;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What serves a purpose the person declared comes before everything else, whatever anything is
 * worth: random actions with values from 1 to a million, the lower classes once more multiplied by
 * up to a million, under every choice rule and in every control arm.
 */
final class PurposeFirstTest {
  private static final int ROUNDS = 60;
  private static final int ACTIONS = 20;
  private static final String[] SLOTS = {"a", "b", "c", "d", "e", "f"};
  private static final List<ChoiceRule> RULES =
      List.of(
          new ChoiceRule.Greedy(),
          new ChoiceRule.InverseGap(100, 1, 0),
          new ChoiceRule.InverseGap(30, 0, 0.02),
          new ChoiceRule.Thompson(1));

  @ParameterizedTest
  @EnumSource(Arm.class)
  void noValueLiftsAnActionOverOneThatServesThePurpose(Arm arm) {
    for (int round = 0; round < ROUNDS; round++) {
      for (var rule : RULES) {
        for (double scale = 1; scale <= 1e6; scale *= 1_000) {
          var shelf = shelf(new Chance(Chance.seed(arm.name().hashCode(), round)), scale, rule);
          put(shelf, arm);
          var words = "%s, %s, round %d, scale %s".formatted(arm, rule, round, scale);

          var record = shelf.decide(round, SLOTS);

          assertThat(record.arm()).isEqualTo(arm);
          assertThat(record.slots().stream().map(s -> classOf(shelf, s.action())).toList())
              .as(words)
              .isSortedAccordingTo((a, b) -> b - a);
          assertThat(record.survivors().stream().map(Survivor::purposeClass).toList())
              .as(words)
              .isSortedAccordingTo((a, b) -> b - a);
          var catalogue = shelf.catalogue();
          int proposed = Pipeline.propose(catalogue, Shelf.request("a"), shelf.asked(round));
          assertThat(classOf(shelf, catalogue.action(proposed).id()))
              .as(words)
              .isEqualTo(record.survivors().getFirst().purposeClass());
        }
      }
    }
  }

  /** A catalogue whose lower classes are worth as many times more as the scale says. */
  private static Shelf shelf(Chance chance, double scale, ChoiceRule rule) {
    var shelf = new Shelf();
    shelf.arbitration = new Arbitration(0.5, 1, 1_000, rule, true, true, true, true);
    for (int i = 0; i < ACTIONS; i++) {
      var purposes = new String[][] {{"home"}, {}, {"car"}}[chance.nextInt(3)];
      double times = purposes.length == 1 && purposes[0].equals("home") ? 1 : scale;
      double worth = StrictMath.pow(10, 6 * chance.nextDouble()) * times;
      double forPerson = StrictMath.pow(10, 6 * chance.nextDouble()) * times;
      var kind = chance.nextInt(4) == 0 ? ActionKind.QUESTION : ActionKind.DEFAULT;
      shelf.action("a" + i, kind, worth, forPerson, 100 * chance.nextDouble(), purposes);
    }
    return shelf;
  }

  /** Gives the shelf a person whom the hash deals to an arm. */
  static void put(Shelf shelf, Arm arm) {
    shelf.arms = new ControlArms(80, "spring");
    long low = 0;
    while (shelf.arms.of(new PersonKey(7, low)) != arm) {
      low++;
    }
    shelf.person = Shelf.declared(PersonState.unknown(new PersonKey(7, low)), "home");
  }

  private static int classOf(Shelf shelf, String action) {
    Set<String> purposes =
        shelf.actions.stream()
            .filter(one -> one.id().equals(action))
            .findFirst()
            .orElseThrow()
            .purposes();
    return purposes.contains("home") ? 2 : purposes.isEmpty() ? 1 : 0;
  }
}
