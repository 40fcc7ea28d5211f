package cairn.decision;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.chance.Chance;
import cairn.person.Attributes;
import cairn.rule.All;
import cairn.rule.Clause;
import cairn.rule.Condition;
import cairn.rule.Situation;
import cairn.rule.Truth;
import cairn.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * However candidates are sorted out, the same are left, and each that goes names the first policy
 * it failed. Random rules on random scopes are held against asking every policy of every action in
 * turn.
 */
class EliminationTest {
  private static final int ACTIONS = 200;
  private static final int ATTRIBUTES = 12;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theFirstPolicyThatFailsIsTheReason(long seed) {
    var shelf = shelf(new Chance(seed));
    var catalogue = shelf.catalogue();

    for (int round = 0; round < 20; round++) {
      shelf.person = person(shelf, new Chance(Chance.seed(seed, round)));
      var record = Pipeline.decide("d", catalogue, Shelf.request("home"), shelf.asked(1), false);

      var reasons = new TreeMap<String, String>();
      record
          .drops()
          .forEach(drop ->
              reasons.put(
                  catalogue.actionOf(drop.candidate()).id(),
                  catalogue.component(drop.component()).id()));
      assertThat(reasons).as("seed %d, round %d", seed, round).isEqualTo(expected(shelf));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whoAsksWhyIsLeftWithTheSame(long seed) {
    var shelf = shelf(new Chance(seed));
    var catalogue = shelf.catalogue();
    var elimination = catalogue.engagement(Arm.FULL);

    for (int round = 0; round < 20; round++) {
      shelf.person = person(shelf, new Chance(Chance.seed(seed, round)));
      var situation = Situation.of(shelf.person, Shelf.NOON);
      for (int some : new int[] {1, 7, ACTIONS}) {
        var unexplained = first(catalogue, some);
        var explained = first(catalogue, some);

        elimination.run(situation, unexplained, null);
        elimination.run(situation, explained, new Drops.Builder(ACTIONS));

        assertThat(members(unexplained))
            .as("seed %d, round %d, of %d", seed, round, some)
            .isEqualTo(members(explained));
      }
    }
  }

  private static Bits first(Catalogue catalogue, int count) {
    var bits = catalogue.candidates().none();
    for (int c = 0; c < count; c++) {
      bits.set(c);
    }
    return bits;
  }

  private static List<Integer> members(Bits bits) {
    var members = new ArrayList<Integer>();
    for (int c = bits.next(0); c >= 0; c = bits.next(c + 1)) {
      members.add(c);
    }
    return members;
  }

  private static Map<String, String> expected(Shelf shelf) {
    var situation = Situation.of(shelf.person, Shelf.NOON);
    var policies = new ArrayList<>(shelf.policies);
    policies.sort((a, b) -> a.test().compareTo(b.test()));
    var expected = new TreeMap<String, String>();
    for (var action : shelf.actions) {
      for (var policy : policies) {
        if (policy.scope().covers(action) && !policy.when().test(situation).isTrue()) {
          expected.putIfAbsent(action.id(), policy.id());
        }
      }
    }
    return expected;
  }

  private static cairn.person.PersonState person(Shelf shelf, Chance chance) {
    var values = new @Nullable Value[ATTRIBUTES];
    for (int slot = 0; slot < ATTRIBUTES; slot++) {
      values[slot] =
          switch (chance.nextInt(5)) {
            case 0 -> null;
            case 1 -> Value.of("word" + chance.nextInt(3));
            case 2 -> Value.of(chance.nextInt(10) / 2.0);
            default -> Value.of((long) chance.nextInt(10));
          };
    }
    var draft = shelf.person.draft();
    draft.attributes = Attributes.of(values);
    return draft.done();
  }

  private static Shelf shelf(Chance chance) {
    var shelf = new Shelf();
    for (int i = 0; i < ACTIONS; i++) {
      shelf.action("a%03d".formatted(i), 1, 1, "home");
    }
    for (int p = 0; p < 300; p++) {
      var scope =
          p < 2
              ? Scope.ALL
              : new Scope(Scope.Level.ACTION, "a%03d".formatted(chance.nextInt(ACTIONS)));
      shelf.policies.add(
          new EngagementPolicy(
              "p%03d".formatted(p),
              List.of(EngagementPolicy.Test.values()).get(chance.nextInt(3)),
              scope,
              p < 2 ? new All(List.of(gentle(), gentle()), "gentle") : rule(chance),
              "",
              ""));
    }
    return shelf;
  }

  private static Condition gentle() {
    return new Slow(0, 20);
  }

  private static Condition rule(Chance chance) {
    var parts = new ArrayList<Condition>();
    for (int i = 0; i <= chance.nextInt(3); i++) {
      parts.add(atom(chance));
    }
    return parts.size() == 1
        ? parts.getFirst()
        : new All(parts, String.join(" && ", parts.stream().map(Condition::source).toList()));
  }

  private static Condition atom(Chance chance) {
    int slot = chance.nextInt(ATTRIBUTES);
    var test = List.of(Clause.Test.values()).get(chance.nextInt(6));
    int constant = chance.nextInt(10);
    return switch (chance.nextInt(4)) {
      case 0 -> new Slow(slot, constant);
      case 1 -> Clause.text("t" + slot + constant % 3, slot, "word" + constant % 3, true);
      case 2 -> Clause.decimal("d" + slot + test + constant, slot, test, constant);
      default -> Clause.whole("w" + slot + test + constant, slot, test, constant);
    };
  }

  /** A condition that is no clause. */
  private record Slow(int slot, int below) implements Condition {
    @Override
    public Truth test(Situation situation) {
      return situation.person().attributes().get(slot) instanceof Value.Whole(long is)
          ? Truth.of(is < below)
          : below > 10 ? Truth.TRUE : Truth.UNKNOWN;
    }

    @Override
    public String source() {
      return "slow" + slot + "below" + below;
    }
  }
}
