package cairn.server.board;

import cairn.blueprint.Blueprint;
import cairn.blueprint.file.BlueprintCompiler;
import cairn.blueprint.file.Compilation;
import cairn.engine.Host;
import cairn.map.ElementId;
import cairn.map.Persona;
import cairn.map.Sight;
import cairn.person.PersonKey;
import cairn.rule.Condition;
import cairn.rule.Situation;
import cairn.server.http.Access;
import cairn.server.http.HttpRefusal;
import cairn.server.http.Json;
import cairn.server.http.Reply;
import cairn.server.http.Request;
import cairn.server.http.Route;
import cairn.server.http.Shape;
import cairn.server.publish.Published;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** How many real people resemble a persona, by its rule: a count, never who. */
final class PersonaRoute {
  /** People looked at; a share of these stands for all. */
  static final int LOOKED_AT_MAX = 20_000;

  /** A smaller group is not told: somebody might be recognised in it. */
  static final int GROUP_MIN = 5;

  private final BoardDoor door;
  private final LiveBoards live;
  private final MapPlan plan;
  private final Published published;
  private final Host host;
  private final InstantSource clock;

  /**
   * A count.
   *
   * @param alike people the rule holds for among those looked at; null below {@link #GROUP_MIN}
   * @param problem why the rule cannot be asked, in a sentence
   */
  record AlikeBody(
      @Nullable Long alike, long looked, long people, boolean few, @Nullable String problem) {}

  PersonaRoute(
      BoardDoor door,
      LiveBoards live,
      MapPlan plan,
      Published published,
      Host host,
      InstantSource clock) {
    this.door = door;
    this.live = live;
    this.plan = plan;
    this.published = published;
    this.host = host;
    this.clock = clock;
  }

  Route route() {
    return Route.get(
        "/v1/boards/{id}/personas/{persona}/alike",
        new Access.Inside("Members of the board"),
        "maps",
        "Counts the people whom a persona's rule holds for; small groups are not told.",
        Shape.of(AlikeBody.class),
        this::alike);
  }

  private Reply alike(Request request) {
    var board = door.board(request.param("id"));
    var visitor = door.colleague(request, board.id());
    var id = request.param("persona");
    var persona =
        (ElementId.isValid(id)
                ? Sight.of(visitor.id())
                    .state(live.state(board.id()))
                    .find(Persona.class, new ElementId(id))
                : Optional.<Persona>empty())
            .orElseThrow(() -> HttpRefusal.notFound("There is no such persona on the map."));
    var rule = persona.get(Persona.SEGMENT);
    if (rule.isEmpty()) {
      throw HttpRefusal.notFound("Nobody has written a rule for this persona.");
    }
    return Reply.json(count(rule));
  }

  private AlikeBody count(String rule) {
    var probe =
        plan.runningFiles()
            .with(
                "segments/persona-on-a-map.yaml",
                Json.text(
                    Map.of(
                        "segments",
                        Map.of("persona-on-a-map", Map.of("name", "-", "when", rule)))));
    var schema = published.current().map(Blueprint::schema).orElse(null);
    return switch (BlueprintCompiler.compile(probe, schema, 1)) {
      case Compilation.Refused(var problems) ->
          new AlikeBody(
              null,
              0,
              host.people(),
              false,
              problems.getFirst().what() + " " + problems.getFirst().remedy());
      case Compilation.Compiled(var blueprint, var _, var _) ->
          count(
              blueprint.segments().stream()
                  .filter(segment -> segment.id().equals("persona-on-a-map"))
                  .findFirst()
                  .orElseThrow()
                  .when());
    };
  }

  private AlikeBody count(Condition when) {
    if (!when.needs().isEmpty()) {
      // Times of events are remembered only where what runs needs them: a count would be wrong.
      return new AlikeBody(
          null,
          0,
          host.people(),
          false,
          "The rule may ask what is known of a person, not what they did and when.");
    }
    var now = clock.instant();
    var looked = new AtomicLong();
    var alike = new AtomicLong();
    int fromEach = LOOKED_AT_MAX / PersonKey.SHARDS;
    for (int shard = 0; shard < PersonKey.SHARDS; shard++) {
      var here = new AtomicLong();
      host.scan(
          shard,
          person -> {
            looked.incrementAndGet();
            if (when.holds(Situation.of(person, now))) {
              alike.incrementAndGet();
            }
            return here.incrementAndGet() < fromEach;
          });
    }
    // None is not told apart from few: a rule that fits one person would else say they are here.
    boolean few = alike.get() < GROUP_MIN;
    return new AlikeBody(few ? null : alike.get(), looked.get(), host.people(), few, null);
  }
}
