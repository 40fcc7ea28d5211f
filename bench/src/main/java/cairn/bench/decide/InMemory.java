package cairn.bench.decide;

import cairn.blueprint.rule.Checked;
import cairn.blueprint.rule.RuleLanguage;
import cairn.blueprint.rule.Scope;
import cairn.blueprint.rule.Vocabulary;
import cairn.decision.Pipeline;
import cairn.person.PersonState;
import cairn.rule.Condition;
import cairn.rule.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The pipeline alone, everything in memory: whole decisions, elimination, single rules. */
final class InMemory {
  private static final int PEOPLE = 1_024;
  private static final long SEED = 7;

  private final double seconds;
  private final Timing timing = new Timing();

  InMemory(double seconds) {
    this.seconds = seconds;
  }

  /** Microseconds of a whole decision among the scenario's actions, with its record. */
  double decision(Scenario scenario, List<PersonState> people) {
    var asked = people.stream().map(p -> scenario.asked(p, p.key().low())).toList();
    var catalogue = scenario.catalogue();
    return timing.nanos(
            64,
            seconds,
            i -> {
              var record =
                  Pipeline.decide(
                      "d", catalogue, Scenario.REQUEST, asked.get(i % asked.size()), false);
              return (long) record.slots().size() + record.drops().size();
            })
        / 1_000;
  }

  /** Microseconds of all rules on all actions for one person, with a reason for each drop. */
  double elimination(Scenario scenario, List<PersonState> people) {
    var asked = people.stream().map(p -> scenario.asked(p, p.key().low())).toList();
    var catalogue = scenario.catalogue();
    return timing.nanos(
            64,
            seconds,
            i -> Pipeline.open(catalogue, Scenario.REQUEST, asked.get(i % asked.size())))
        / 1_000;
  }

  /** People of whom the number of actions left after all rules is as the scenario says. */
  static List<PersonState> people(Scenario scenario, int openMin, int openMax) {
    return scenario.people(PEOPLE, openMin, openMax, SEED);
  }

  /**
   * One rule of five conditions as compiled.
   *
   * @param compiledNanos and byHandNanos: of one rule for one person
   */
  record Rule(double compiledNanos, double byHandNanos) {
    double ratio() {
      return compiledNanos / byHandNanos;
    }
  }

  /** Rules as compiled beside the same by hand, eight of each in turn. */
  Rule rule(Scenario scenario, List<PersonState> people) {
    var language = new RuleLanguage(Vocabulary.of(scenario.blueprint().schema()));
    var compiled = new ArrayList<Condition>();
    var byHand = new ArrayList<Predicate<PersonState>>();
    for (var pair : new HandRules(scenario.blueprint().schema()).all()) {
      compiled.add(compiled(language, pair.text()));
      byHand.add(pair.byHand());
    }
    var situations = people.stream().map(p -> Situation.of(p, Scenario.NOW)).toList();
    same(compiled, byHand, situations);
    var conditions = compiled.toArray(Condition[]::new);
    var hands = List.copyOf(byHand);
    double ours =
        timing.nanos(
            4_096,
            seconds,
            i -> conditions[i & 7].holds(situations.get((i >>> 3) % situations.size())) ? 1 : 0);
    double hand =
        timing.nanos(
            4_096,
            seconds,
            i ->
                hands.get(i & 7).test(situations.get((i >>> 3) % situations.size()).person())
                    ? 1
                    : 0);
    return new Rule(ours, hand);
  }

  private static Condition compiled(RuleLanguage language, String text) {
    return switch (language.condition(text, Scope.REQUEST)) {
      case Checked.Right<Condition>(var condition) -> condition;
      case Checked.Wrong<Condition>(var problems) ->
          throw new IllegalStateException(problems.getFirst().toString());
    };
  }

  /** Both forms must answer alike, or the comparison is worth nothing. */
  private static void same(
      List<Condition> compiled, List<Predicate<PersonState>> byHand, List<Situation> situations) {
    for (int r = 0; r < compiled.size(); r++) {
      for (var situation : situations) {
        if (compiled.get(r).holds(situation) != byHand.get(r).test(situation.person())) {
          throw new IllegalStateException("by hand otherwise than " + compiled.get(r).source());
        }
      }
    }
  }

  long sink() {
    return timing.sink();
  }
}
