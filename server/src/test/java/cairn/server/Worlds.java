package cairn.server;

import cairn.blueprint.Blueprint;
import cairn.blueprint.Channel;
import cairn.blueprint.Treatment;
import cairn.decision.Catalogue;
import cairn.journey.Beginning;
import cairn.journey.JourneyDefinition;
import cairn.journey.Moment;
import cairn.journey.ReEntry;
import cairn.journey.Stage;
import cairn.journey.Step;
import cairn.journey.Trigger;
import cairn.person.Ending;
import cairn.person.Limits;
import cairn.person.Pending;
import cairn.rule.Condition;
import cairn.rule.Schema;
import cairn.server.publish.Published;
import cairn.value.ValueType;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Small blueprints to test with. */
public final class Worlds {
  private static final Limits.QuietHours NIGHT =
      new Limits.QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));

  private Worlds() {}

  /** Looking at a home, visiting it, buying it or saying no. */
  public static Blueprint firstHome(int number) {
    var steps =
        List.<Step>of(
            new Step.WaitFor(
                about("looking", "look", "Looking around"),
                List.of(new Step.Awaited(event("visit_booked"), "thanks")),
                new Step.Timeout(new Moment.After(Duration.ofDays(30)), "left")),
            new Step.Talk(
                about("thanks", "look", "A word of thanks"),
                "mail",
                "thanks",
                Pending.Purpose.TRANSACTIONAL,
                Map.of(),
                "visiting"),
            new Step.WaitFor(
                about("visiting", "visit", "Visiting"),
                List.of(
                    new Step.Awaited(event("bought"), "bought"),
                    new Step.Awaited(event("advice_wanted"), "advice"),
                    new Step.Awaited(event("valued"), "valuer")),
                null),
            new Step.Note(
                about("valuer", "visit", "The valuer is told"), List.of(), "valuer", "visiting"),
            new Step.HandOver(
                about("advice", "visit", "Advice"),
                "Home team",
                "advice",
                Duration.ofHours(4),
                Map.of("helped", "visiting"),
                "visiting",
                null),
            new Step.End(about("bought", "visit", "A home of their own"), Ending.ACHIEVED),
            new Step.End(about("no", "look", "Not for me"), Ending.DECLINED),
            new Step.End(about("left", "look", "Gone quiet"), Ending.LEFT));
    var journey =
        new JourneyDefinition(
            "first-home",
            "First home",
            "I want a home of my own",
            "From looking around to a key.",
            List.of(new Stage("look", "Look", ""), new Stage("visit", "Visit", "")),
            steps,
            List.of(new Beginning.OnEvent("start", "looking", event("looked"), null)),
            List.of(),
            List.of(),
            List.of(),
            new ReEntry.AfterEnd(Duration.ZERO),
            null,
            null);
    return new Blueprint(
        new Blueprint.About("homes", number, "Homes", ZoneOffset.UTC, -1, 0),
        schema("name", "email", "city"),
        List.of(journey),
        List.of(),
        List.of(
            new Channel(
                "mail", "Mail", Channel.Kind.EMAIL, 1, null, NIGHT, false, List.of(), Map.of())),
        List.of(
            new Treatment(
                "thanks",
                "mail",
                Map.of(
                    "subject", "Thank you, {{ name }}",
                    "body", "We look forward to seeing you, {{ name }}."))),
        List.of(),
        Catalogue.EMPTY,
        Map.of());
  }

  public static Published published() {
    var published = new Published();
    published.add(firstHome(1));
    return published;
  }

  private static Schema schema(String... names) {
    var attributes = new ArrayList<Schema.Attribute>();
    for (var name : names) {
      attributes.add(
          new Schema.Attribute(attributes.size(), name, ValueType.TEXT, "", true, false, true));
    }
    return new Schema(attributes);
  }

  private static Step.About about(String id, String stage, String name) {
    return new Step.About(id, stage, name, "");
  }

  private static Trigger event(String name) {
    return new Trigger(name, Condition.ALWAYS);
  }
}
