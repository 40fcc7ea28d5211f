package cairn.blueprint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.rule.Condition;
import cairn.rule.Situation;
import cairn.rule.Truth;
import dev.cel.runtime.CelRuntimeFactory;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Random rules are asked of random people by our closures and by CEL's two interpreters, the tree
 * walker and the planner. All must give the same yes, no, or error. The two differ from each other
 * at times: the walker does not let {@code dyn || true} hold where the left is no yes or no, and
 * the planner compares errors as if they were values; there we must agree with one of them. Errors
 * and unknown values are common among the people, so that {@code &&}, {@code ||} and {@code ? :}
 * meet them on either side.
 */
class DifferentialTest {
  private static final Scope SCOPE = Scope.PERSON.on("*");
  private static final int RULES = 2_000;
  private static final int PEOPLE_EACH = 12;
  private static final long SEED = 20_260_601;

  private final RuleLanguage language = new RuleLanguage(People.VOCABULARY);

  @Test
  void ourClosuresAnswerAsCelsInterpreterDoes() throws Exception {
    var walker = new Oracle(CelRuntimeFactory.legacyCelRuntimeBuilder());
    var planner = new Oracle(CelRuntimeFactory.plannerRuntimeBuilder());
    int asked = 0;
    int differing = 0;
    var answers = new EnumMap<Truth, Integer>(Truth.class);
    int refused = 0;
    for (int number = 0; number < RULES; number++) {
      var random = new Random(SEED + number);
      var rule = new RandomRules(random).rule(1 + random.nextInt(4));
      var condition = compiled(rule);
      if (condition == null) {
        refused++;
        continue;
      }
      for (int person = 0; person < PEOPLE_EACH; person++) {
        var situation = People.random(random);
        var ours = condition.test(situation);
        var theirs = walker.test(rule, SCOPE, situation);
        var planned = planner.test(rule, SCOPE, situation);
        assertThat(ours)
            .as("seed %d, person %d: %s of %s", SEED + number, person, rule, situation)
            .isIn(theirs, planned);
        asked++;
        differing += theirs == planned ? 0 : 1;
        answers.merge(ours, 1, Integer::sum);
      }
    }

    assertThat(differing).isLessThan(asked / 100);
    assertThat(refused).isLessThan(RULES / 3);
    assertThat(answers.values()).allMatch(count -> count > RULES / 2);
  }

  /**
   * Until the next change that a rule announces, time alone must not change its answer: a moment
   * just before it, and random moments on the way, are asked again.
   */
  @Test
  void noAnswerChangesBeforeTheChangeThatWasAnnounced() {
    for (int number = 0; number < RULES; number++) {
      var random = new Random(SEED * 31 + number);
      var rule = new RandomRules(random).rule(1 + random.nextInt(4));
      var condition = compiled(rule);
      if (condition == null) {
        continue;
      }
      for (int person = 0; person < PEOPLE_EACH; person++) {
        var situation = People.random(random);
        var next = condition.nextChange(situation);
        assertThat(next == null || next.isAfter(situation.now())).as(rule).isTrue();
        long from = situation.now().toEpochMilli();
        long until = next == null ? from + 86_400_000L * 400 : next.toEpochMilli();
        for (int moment = 0; moment < 8; moment++) {
          long at = moment == 0 ? until - 1 : from + random.nextLong(until - from);
          assertThat(condition.test(later(situation, at)))
              .as(
                  "seed %d: %s at %d of %s until %d",
                  SEED * 31 + number, rule, at, situation, until)
              .isEqualTo(condition.test(situation));
        }
      }
    }
  }

  private static Situation later(Situation situation, long at) {
    return new Situation(
        situation.person(),
        Instant.ofEpochMilli(at),
        situation.happening(),
        situation.properties(),
        situation.journey());
  }

  private @Nullable Condition compiled(String rule) {
    return switch (language.condition(rule, SCOPE)) {
      case Checked.Right<Condition>(var condition) -> condition;
      case Checked.Wrong<Condition> wrong -> {
        assertThat(wrong.problems())
            .as(rule)
            .allMatch(problem ->
                problem.what().contains("moves with the clock")
                    || problem.what().contains("is not in the rule language")
                    || problem.what().contains("Counts are remembered"));
        yield null;
      }
    };
  }
}
