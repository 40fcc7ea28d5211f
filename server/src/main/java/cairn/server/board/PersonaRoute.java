package cairn.server.board;

import cairn.blueprint.Blueprint;
import cairn.blueprint.file.BlueprintCompiler;
import cairn.blueprint.file.Compilation;
import cairn.chance.Chance;
import cairn.engine.Host;
import cairn.journey.Beginning;
import cairn.map.ElementId;
import cairn.map.Persona;
import cairn.map.Sight;
import cairn.person.PersonKey;
import cairn.rule.Condition;
import cairn.rule.Need;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** How many real people resemble a persona, by its rule: a count, never who. */
final class PersonaRoute {
  /** People looked at; a share of these stands for all. */
  static final int LOOKED_AT_MAX = 20_000;

  /** What the journey is called that a rule is read in; it never runs. */
  private static final String PROBE = "persona-on-a-map";

  /** A smaller group is not told: somebody might be recognised in it. */
  static final int GROUP_MIN = 10;

  /** Counts are told in whole tens. */
  static final int ROUNDED_TO = 10;

  /** How far a count is moved before it is rounded, at most. */
  static final int MOVED_MAX = 7;

  /*
   * Two rules that differ in one person must not tell about that person. So a count is moved by a
   * chance drawn from who is counted, not from the words of the rule: the same people always give
   * the same answer, however often and in whatever words one asks, and one person more or less
   * gives another draw. Keys are keyed hashes, so nobody outside can work it out. After
   * "sticky noise" (Francis et al., Diffix, 2017). Another draw would itself say that somebody is
   * in one group and not in the other, so nearly the same people are told what was told before.
   */

  private final BoardDoor door;
  private final LiveBoards live;
  private final MapPlan plan;
  private final Published published;
  private final Host host;
  private final InstantSource clock;
  private final ToldCounts told;

  /**
   * A count.
   *
   * @param alike about how many the rule holds for among those looked at, in whole tens; null below
   *     {@link #GROUP_MIN}
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
      ToldCounts told,
      InstantSource clock) {
    this.door = door;
    this.live = live;
    this.plan = plan;
    this.published = published;
    this.host = host;
    this.told = told;
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

  /**
   * The rule is read where a journey of its own would ask whom to begin with, so that it may speak
   * of all that is known of a person: attributes, events, segments, consents, other journeys.
   */
  private AlikeBody count(String rule) {
    var probe = plan.runningFiles().with("journeys/" + PROBE + ".yaml", Json.text(probe(rule)));
    var schema = published.current().map(Blueprint::schema).orElse(null);
    return switch (BlueprintCompiler.compilePublished(probe, schema, 1)) {
      case Compilation.Refused(var problems) ->
          new AlikeBody(
              null,
              0,
              host.people(),
              false,
              problems.getFirst().what() + " " + problems.getFirst().remedy());
      case Compilation.Compiled(var blueprint, var _, var _) -> count(when(blueprint));
    };
  }

  private static Map<String, Object> probe(String rule) {
    Map<String, Object> begin = Map.of("every", Map.of("time", "00:00"), "at", "ask", "when", rule);
    return Map.of(
        "id",
        PROBE,
        "name",
        "-",
        "purpose",
        "-",
        "stages",
        Map.of("all", Map.of("name", "-")),
        "begins",
        List.of(begin),
        "steps",
        Map.of(
            "ask",
                Map.of(
                    "stage",
                    "all",
                    "name",
                    "-",
                    "waitFor",
                    List.of(),
                    "timeout",
                    Map.of("after", "1d", "then", "no")),
            "no", Map.of("stage", "all", "name", "-", "end", "declined")));
  }

  private static Condition when(Blueprint blueprint) {
    var probe = Objects.requireNonNull(blueprint.journey(PROBE), "compiled with it");
    return probe.beginnings().getFirst() instanceof Beginning.OnSchedule asked
        ? asked.when()
        : Condition.ALWAYS;
  }

  private boolean isRemembered(Need need) {
    return published.current().map(b -> b.keep(need.subject())).orElse(0) >= need.keep();
  }

  private static long about(long[] who) {
    long all = LongStream.of(who).reduce(0, (one, other) -> one ^ other);
    int moved = who.length + new Chance(all).nextInt(2 * MOVED_MAX + 1) - MOVED_MAX;
    return Math.max(GROUP_MIN, Math.round(moved / (double) ROUNDED_TO) * ROUNDED_TO);
  }

  private AlikeBody count(Condition when) {
    // Times of events are remembered only where what runs needs them: else a count would be wrong.
    var forgotten = when.needs().stream().filter(need -> !isRemembered(need)).findFirst();
    if (forgotten.isPresent()) {
      return new AlikeBody(
          null,
          0,
          host.people(),
          false,
          "When \"%s\" happened is not remembered that far, because no rule that runs asks for it."
              .formatted(forgotten.get().subject()));
    }
    var now = clock.instant();
    var looked = new AtomicLong();
    var alike = LongStream.builder();
    int fromEach = LOOKED_AT_MAX / PersonKey.SHARDS;
    for (int shard = 0; shard < PersonKey.SHARDS; shard++) {
      var here = new AtomicLong();
      host.scan(
          shard,
          person -> {
            looked.incrementAndGet();
            if (when.holds(Situation.of(person, now))) {
              alike.add(person.key().scrambled());
            }
            return here.incrementAndGet() < fromEach;
          });
    }
    long[] who = alike.build().sorted().toArray();
    // None is not told apart from few: a rule that fits one person would else say they are here.
    var about =
        told.tell(
            who,
            now,
            () -> who.length < GROUP_MIN ? OptionalLong.empty() : OptionalLong.of(about(who)));
    return new AlikeBody(
        about.isPresent() ? about.getAsLong() : null,
        looked.get(),
        host.people(),
        about.isEmpty(),
        null);
  }
}
