package cairn.bench.engine;

import cairn.blueprint.Blueprint;
import cairn.blueprint.Switches;
import cairn.decision.Catalogue;
import cairn.engine.Command;
import cairn.engine.Envelope;
import cairn.engine.Running;
import cairn.engine.World;
import cairn.journey.Beginning;
import cairn.journey.JourneyDefinition;
import cairn.journey.Moment;
import cairn.journey.ReEntry;
import cairn.journey.Stage;
import cairn.journey.Step;
import cairn.journey.Trigger;
import cairn.log.Entry;
import cairn.person.Ending;
import cairn.person.PersonKey;
import cairn.rule.Condition;
import cairn.rule.Schema;
import cairn.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The people of the measurement and what happens to them: everyone is on one journey, waits for a
 * bicycle with a timer running, and plain events with three properties come in, of which the rules
 * remember some.
 */
final class Commuters implements World, BareLoop.People {
  private static final String FIRST = "Looked at bicycles";
  private static final List<String> EVENTS =
      List.of("Page viewed", "Rode to work", "Parked", "Asked a question", "Paid", "Rang");

  private final Blueprint blueprint = blueprint();
  private final PersonKey[] people;

  /** As many people, the same ones for the same seed. */
  Commuters(int count, long seed) {
    var random = new Random(seed);
    people = new PersonKey[count];
    for (int i = 0; i < count; i++) {
      people[i] = new PersonKey(random.nextLong(), random.nextLong());
    }
  }

  Running running() {
    return new Running(this, 1, 0);
  }

  @Override
  public int count() {
    return people.length;
  }

  @Override
  public PersonKey person(int index) {
    return people[index];
  }

  /** The event everybody's journey begins with. */
  Envelope first(int index, Random random) {
    return envelope(people[index], FIRST, random);
  }

  /** Something that happens to somebody. */
  Envelope event(Random random) {
    return event(random.nextInt(people.length), random);
  }

  Envelope event(int index, Random random) {
    return envelope(people[index], EVENTS.get(random.nextInt(EVENTS.size())), random);
  }

  private static Envelope envelope(PersonKey person, String name, Random random) {
    return new Envelope(
        person,
        null,
        new UUID(random.nextLong(), random.nextLong()).toString(),
        Entry.Origin.LIVE,
        Instant.now(),
        new Command.TakeEvent(
            name,
            "web",
            Map.of(
                "page", Value.of("/bicycles/" + random.nextInt(1_000)),
                "seconds", Value.of(random.nextInt(600)),
                "returning", Value.of(random.nextBoolean()))));
  }

  @Override
  public @Nullable Blueprint blueprint(int number) {
    return number == 1 ? blueprint : null;
  }

  @Override
  public Switches switches() {
    return Switches.NONE;
  }

  private static Blueprint blueprint() {
    var waits =
        new Step.WaitFor(
            new Step.About("waits", "deciding", "Waits for a bicycle", ""),
            List.of(new Step.Awaited(new Trigger("Bought", Condition.ALWAYS), "bought")),
            new Step.Timeout(new Moment.After(Duration.ofDays(30)), "left"));
    var journey =
        new JourneyDefinition(
            "cycle",
            "Cycle to work",
            "I want to get to work without the car",
            "",
            List.of(new Stage("deciding", "Deciding", "")),
            List.of(
                waits,
                new Step.End(new Step.About("bought", "deciding", "Has one", ""), Ending.ACHIEVED),
                new Step.End(new Step.About("left", "deciding", "Left", ""), Ending.LEFT)),
            List.of(
                new Beginning.OnEvent(
                    "looked", "waits", new Trigger(FIRST, Condition.ALWAYS), null)),
            List.of(),
            List.of(),
            List.of(),
            new ReEntry.Once(),
            null,
            null);
    return new Blueprint(
        new Blueprint.About("bench", 1, "Bench", ZoneOffset.UTC, -1, -1),
        new Schema(List.of()),
        List.of(journey),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Catalogue.EMPTY,
        Map.of("Rode to work", 8, "Page viewed", 4));
  }
}
