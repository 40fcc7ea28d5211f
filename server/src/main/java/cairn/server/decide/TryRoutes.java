package cairn.server.decide;

import cairn.blueprint.Blueprint;
import cairn.blueprint.file.BlueprintCompiler;
import cairn.blueprint.file.Bundle;
import cairn.blueprint.file.Compilation;
import cairn.chance.Chance;
import cairn.decision.DecisionRecord;
import cairn.decision.DecisionRequest;
import cairn.decision.Pipeline;
import cairn.decision.explain.Comparison;
import cairn.engine.Decisions;
import cairn.engine.Host;
import cairn.engine.Stamp;
import cairn.person.PersonKey;
import cairn.person.PersonState;
import cairn.server.http.Access;
import cairn.server.http.HttpRefusal;
import cairn.server.http.Json;
import cairn.server.http.Reply;
import cairn.server.http.Request;
import cairn.server.http.Route;
import cairn.server.http.Shape;
import cairn.server.publish.Published;
import cairn.server.publish.Publisher;
import cairn.workspace.account.Role;
import cairn.workspace.key.Scope;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Decides for a sample of people under a draft beside what runs, and keeps nothing. */
final class TryRoutes {
  private static final Access TRIERS =
      new Access.Only(
          Scope.BLUEPRINTS, Set.of(Role.DESIGNER, Role.APPROVER, Role.ANALYST, Role.OPERATOR));

  /** People of one trial, at most. */
  static final int PEOPLE_MAX = 200_000;

  /** People of one trial where none is said. */
  static final int PEOPLE = 2_000;

  private static final int BODY_BYTES_MAX = 16 * 1024 * 1024;

  private final Host host;
  private final Published published;
  private final Optional<Publisher> publisher;
  private final InstantSource clock;

  record TryBody(
      @Nullable Map<String, String> files,
      String channel,
      List<String> placements,
      @Nullable Integer people) {}

  record ResultBody(
      int people,
      int changed,
      int gain,
      int lose,
      int silentNow,
      int silentThen,
      double personValueNow,
      double personValueThen,
      double organisationValueNow,
      double organisationValueThen,
      List<WinnerBody> winners,
      List<DropsBody> drops,
      double seconds) {}

  record WinnerBody(String action, String name, int now, int then) {}

  record DropsBody(String component, String sentence, String owner, long now, long then) {}

  TryRoutes(Host host, Published published, Optional<Publisher> publisher, InstantSource clock) {
    this.host = host;
    this.published = published;
    this.publisher = publisher;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.post(
            "/v1/drafts/try",
            TRIERS,
            "decisions",
            "Decides for a sample under changed files beside what runs: who gains, who loses.",
            Shape.of(TryBody.class),
            Shape.of(ResultBody.class),
            this::attempt));
  }

  private Reply attempt(Request request) {
    var body = Json.read(request, BODY_BYTES_MAX, TryBody.class);
    var now = Asking.running(published);
    var then = draft(body.files() == null ? Map.of() : body.files(), now);
    var channel = Asking.channel(body.channel(), now);
    if (body.placements() == null || body.placements().isEmpty()) {
      throw HttpRefusal.invalid("placements", "Send a list of placements.");
    }
    int people = body.people() == null ? PEOPLE : body.people();
    if (people < 1 || people > PEOPLE_MAX) {
      throw HttpRefusal.invalid("people", "Send a number from 1 to " + PEOPLE_MAX + ".");
    }
    var asks = new DecisionRequest(channel, body.placements(), Map.of(), body.placements().size());
    long began = System.nanoTime();
    var comparison = new Comparison(now.catalogue(), then.catalogue());
    int each = (people + PersonKey.SHARDS - 1) / PersonKey.SHARDS;
    for (int shard = 0; shard < PersonKey.SHARDS && comparison.people() < people; shard++) {
      var left = new int[] {Math.min(each, people - comparison.people())};
      host.scan(
          shard,
          person -> {
            comparison.add(decide(now, asks, person), decide(then, asks, person));
            return --left[0] > 0;
          });
    }
    return Reply.json(result(comparison, (System.nanoTime() - began) / 1e9));
  }

  private DecisionRecord decide(Blueprint blueprint, DecisionRequest asks, PersonState person) {
    var stamp =
        new Stamp(
            clock.instant(),
            Chance.seed(person.key().low(), person.position()),
            blueprint.number(),
            published.running().models());
    var asked = Decisions.asked(published, blueprint, person, asks.channel(), stamp);
    return Pipeline.decide("try", blueprint.catalogue(), asks, asked, false);
  }

  /** What runs with some files changed, added, or taken out (an empty text). */
  private Blueprint draft(Map<String, String> changes, Blueprint running) {
    var files = new TreeMap<String, String>();
    publisher.flatMap(Publisher::current).ifPresent(now -> files.putAll(now.files().files()));
    changes.forEach((path, text) -> {
      if (text.isEmpty()) {
        files.remove(path);
      } else {
        files.put(path, text);
      }
    });
    return switch (BlueprintCompiler.compile(
        Bundle.of(files), running.schema(), running.number() + 1)) {
      case Compilation.Compiled compiled -> compiled.blueprint();
      case Compilation.Refused refused ->
          throw HttpRefusal.invalid("files", refused.problems().getFirst().sentence());
    };
  }

  private static ResultBody result(Comparison found, double seconds) {
    var winners =
        found.winners().stream()
            .map(one -> new WinnerBody(one.action(), one.name(), one.before(), one.after()))
            .toList();
    var drops =
        found.drops().stream()
            .map(one ->
                new DropsBody(
                    one.component().id(),
                    one.component().sentence(),
                    one.component().owner(),
                    one.before(),
                    one.after()))
            .toList();
    return new ResultBody(
        found.people(),
        found.changed(),
        found.gain(),
        found.lose(),
        found.before().silent(),
        found.after().silent(),
        found.before().personValue(),
        found.after().personValue(),
        found.before().organisationValue(),
        found.after().organisationValue(),
        winners,
        drops,
        seconds);
  }
}
