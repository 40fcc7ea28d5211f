package cairn.server.decide;

import cairn.blueprint.Blueprint;
import cairn.blueprint.Channel;
import cairn.decision.Action;
import cairn.decision.Response;
import cairn.engine.Host;
import cairn.log.Entry;
import cairn.log.Fact;
import cairn.person.Interaction;
import cairn.person.Journey;
import cairn.person.JourneyRecord;
import cairn.person.Objection;
import cairn.person.PersonState;
import cairn.server.http.Reply;
import cairn.server.http.Request;
import cairn.server.http.Route;
import cairn.server.http.Shape;
import cairn.server.people.People;
import cairn.server.publish.Published;
import cairn.server.words.Tongue;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was placed for a person where they come by themselves, by a step of a journey or an outbound
 * run: it lies there, with a token to answer it by, until they answer or want it no more, or it is
 * over.
 */
final class PlacedRoutes {
  /** Entries looked through for the decisions that placed something. */
  private static final int LOOKED_AT_MAX = 500;

  /** What a person who answered a question did, as their interactions tell it. */
  private static final String ANSWERED = "answered";

  private final Host host;
  private final Published published;
  private final People people;
  private final InstantSource clock;
  private final Offering offering;

  record PlacedBody(List<PlacedItemBody> items) {}

  /**
   * Something that lies there.
   *
   * @param seen whether somebody told that it was shown
   * @param journey the journey whose step placed it, or null
   */
  record PlacedItemBody(
      String decision,
      Instant at,
      String channel,
      boolean seen,
      @Nullable String journey,
      DecisionView.ItemBody item) {}

  PlacedRoutes(
      Host host, Published published, People people, InstantSource clock, Offering offering) {
    this.host = host;
    this.published = published;
    this.people = people;
    this.clock = clock;
    this.offering = offering;
  }

  List<Route> routes() {
    return List.of(
        Route.get(
                "/v1/people/{id}/items",
                DecisionRoutes.DECIDERS,
                "decisions",
                "Lists what was placed for a person and waits for their answer, newest first.",
                Shape.of(PlacedBody.class),
                this::list)
            .asking("channel"));
  }

  private Reply list(Request request) {
    var person = people.known(request.param("id"));
    var channel = request.query("channel");
    var waiting = new LinkedHashMap<String, Interaction>();
    for (var met : person.interactions()) {
      if (met.id().indexOf('/') > 0 && (channel == null || channel.equals(met.channel()))) {
        waiting.put(met.id(), met);
      }
    }
    var items = new ArrayList<PlacedItemBody>();
    if (!waiting.isEmpty()) {
      LookingBack.until(
          host,
          person.key(),
          LOOKED_AT_MAX,
          entry -> {
            placed(entry, person, waiting, Tongue.of(request), items);
            return waiting.isEmpty();
          });
    }
    return Reply.json(new PlacedBody(items));
  }

  private void placed(
      Entry entry,
      PersonState person,
      Map<String, Interaction> waiting,
      Tongue tongue,
      List<PlacedItemBody> items) {
    var blueprint = published.blueprint(entry.blueprint());
    for (var fact : entry.facts()) {
      if (fact instanceof Fact.DecisionMade(var record, boolean queued)) {
        var id = new DecisionId(person.key(), entry.number(), record.id());
        List<DecisionView.ItemBody> all = List.of();
        for (int slot = 0; slot < record.slots().size(); slot++) {
          var met = waiting.remove(record.id() + "/" + slot);
          if (met == null || !queued || blueprint == null || !isOpen(met, person)) {
            continue;
          }
          if (all.isEmpty()) {
            all = offering.items(id, record, blueprint, person, tongue);
          }
          var instance = PlacedBy.journey(entry, met.id());
          if (!isUnwanted(instance, person)) {
            items.add(
                new PlacedItemBody(
                    id.text(),
                    met.at(),
                    record.request().channel(),
                    Response.Kind.SHOWN.name().equals(met.response()),
                    instance == null ? null : Journey.definitionOf(instance),
                    all.get(slot)));
          }
        }
      }
    }
  }

  /** Whether it lies where people come, runs still, and neither it nor all was answered with no. */
  private boolean isOpen(Interaction met, PersonState person) {
    var running = published.current().orElse(null);
    return running != null
        && isWhereTheyCome(running, met.channel(), person)
        && running.catalogue().ordinal(met.subject()) >= 0
        && !published.switches().actions().contains(met.subject())
        && !published.switches().stopsChannel(met.channel())
        && !isAnswered(met.response())
        && !isOver(running.catalogue().action(running.catalogue().ordinal(met.subject())))
        && !isUnwanted(met, running, person);
  }

  /** Whether its time went by, or that of its nudge. */
  private boolean isOver(Action action) {
    var now = clock.instant();
    return !action.isValidAt(now) || action.influence().isExpiredAt(now);
  }

  /** Whether they come there by themselves, and agree to meet something there. */
  private static boolean isWhereTheyCome(Blueprint running, String channel, PersonState person) {
    var known = running.channel(channel);
    return known != null
        && known.kind() == Channel.Kind.INBOUND
        && (known.consent() == null || person.allows(known.consent()));
  }

  private static boolean isAnswered(@Nullable String response) {
    if (ANSWERED.equals(response)) {
      return true;
    }
    for (var kind : Response.Kind.values()) {
      if (kind != Response.Kind.SHOWN && kind.name().equals(response)) {
        return true;
      }
    }
    return false;
  }

  private boolean isUnwanted(Interaction met, Blueprint running, PersonState person) {
    var action = running.catalogue().action(running.catalogue().ordinal(met.subject()));
    for (var objection : person.objections()) {
      boolean covers =
          switch (objection.scope()) {
            case EVERYTHING -> true;
            case CHANNEL -> objection.subject().equals(met.channel());
            case ACTION ->
                objection.subject().equals(action.id())
                    || objection.subject().equals(action.group());
            case JOURNEY, PROFILING -> false;
          };
      if (covers) {
        return true;
      }
    }
    var silent = person.limits().silentUntil();
    return silent != null && clock.instant().isBefore(silent);
  }

  /** What a journey placed goes with a no to it, and rests while the person holds it back. */
  private static boolean isUnwanted(@Nullable String instance, PersonState person) {
    if (instance == null) {
      return false;
    }
    var definition = Journey.definitionOf(instance);
    return person.record(definition).map(JourneyRecord::closedByNo).orElse(false)
        || person
            .journey(instance)
            .filter(journey -> journey.standing() == Journey.Standing.HELD)
            .isPresent()
        || person.objections().stream()
            .anyMatch(objection ->
                objection.scope() == Objection.Scope.JOURNEY
                    && objection.subject().equals(definition));
  }
}
