package cairn.sim;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.blueprint.Blueprint;
import cairn.decision.Action;
import cairn.decision.ActionKind;
import cairn.decision.Arm;
import cairn.decision.Response;
import cairn.decision.Slot;
import cairn.log.Entry;
import cairn.log.Fact;
import cairn.log.Fold;
import cairn.person.PersonState;
import cairn.sim.world.Worlds;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sixty days in the worlds that ship, read as a newcomer reads them: everything that is put to
 * somebody has to fit where they stand. What does not shows as a sentence. Control arms leave parts
 * of the rules out, so they are not looked at.
 */
final class BelievableStoriesTest {
  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  private static final int PEOPLE = 240;
  private static final int ENTRIES_MAX = 100_000;
  private static final Duration SOON = Duration.ofDays(14);

  /** What only those are told who have found a home. */
  private static final Set<String> AT_A_HOME =
      Set.of(
          "home-insurance",
          "income-cover",
          "if-one-dies",
          "on-paper",
          "papers-ready",
          "fixed-or-not",
          "choose-notary",
          "have-it-valued");

  private static final Set<String> FOUND =
      Set.of("Bid won", "A_SUBMITTED", "Key received", "A_ACTIVATED");

  private final Blueprint blueprint = Worlds.blueprint();
  private final List<String> silly = new ArrayList<>();
  private final Map<String, Integer> put = new HashMap<>();
  private int served;

  @Test
  void whatIsPutToPeopleFitsWhereTheyStand(@TempDir Path folder) {
    try (var world = new LivedWorld(folder, START, PEOPLE, 7)) {
      world.live(Duration.ofDays(60));

      for (var person : world.people()) {
        read(
            world.host().history(person.key(), Long.MAX_VALUE, ENTRIES_MAX).reversed(),
            PersonState.unknown(person.key()));
      }
    }

    assertThat(silly).isEmpty();
    assertThat(served).as("people who were offered or asked something").isGreaterThan(PEOPLE / 2);
    int all = put.values().stream().mapToInt(Integer::intValue).sum();
    assertThat(put)
        .as("nothing is put to nearly everybody")
        .allSatisfy((action, times) -> assertThat(times).as(action).isLessThan(all / 6));
  }

  /** One person's log from its first entry. */
  private void read(List<Entry> log, PersonState unknown) {
    var state = unknown;
    var happened = new HashSet<String>();
    var accepted = new HashMap<String, Instant>();
    var issues = new HashSet<String>();
    for (var entry : log) {
      state = Fold.open(state, entry.number(), entry.now());
      for (var fact : entry.facts()) {
        switch (fact) {
          case Fact.EventOccurred event -> happened.add(event.name());
          case Fact.ResponseRecorded said -> {
            if (said.response().kind() == Response.Kind.ACCEPTED) {
              accepted.put(said.action(), entry.now());
            }
          }
          case Fact.DecisionMade made when made.decision().arm() == Arm.FULL -> {
            for (var slot : made.decision().slots()) {
              var action = chosen(made, slot);
              put.merge(action.id(), 1, Integer::sum);
              issues.add(world(action));
              look(action, state, happened, accepted.get(action.id()), entry.now());
            }
          }
          default -> {}
        }
        state = Fold.apply(state, entry.now(), fact);
      }
    }
    if (issues.size() > 1) {
      silly.add("somebody heard of more than one world: " + issues);
    }
    served += issues.isEmpty() ? 0 : 1;
  }

  private Action chosen(Fact.DecisionMade made, Slot slot) {
    var survivor = made.decision().survivors().get(slot.survivor());
    return blueprint.catalogue().action(survivor.action());
  }

  private static String world(Action action) {
    return switch (action.issue()) {
      case "asking-students", "studying" -> "students";
      case "asking-riders", "trying" -> "riders";
      default -> "homes";
    };
  }

  private void look(
      Action action,
      PersonState before,
      Set<String> happened,
      @Nullable Instant accepted,
      Instant now) {
    var question = blueprint.question(action.id());
    if (action.kind() == ActionKind.QUESTION && question != null && question.keep() != null) {
      if (known(before, question.keep())) {
        silly.add("asked again what they had told: " + action.id());
      }
    }
    if (AT_A_HOME.contains(action.id()) && FOUND.stream().noneMatch(happened::contains)) {
      silly.add("put to somebody who has found no home: " + action.id());
    }
    boolean soon = accepted != null && now.isBefore(accepted.plus(SOON));
    if (soon && action.kind() == ActionKind.DEFAULT) {
      silly.add("put again to somebody who had just said yes: " + action.id());
    }
  }

  private boolean known(PersonState person, String attribute) {
    var declared = blueprint.schema().attribute(attribute);
    return declared != null && person.attributes().get(declared.slot()) != null;
  }
}
