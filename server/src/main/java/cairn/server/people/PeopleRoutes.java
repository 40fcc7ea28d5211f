package cairn.server.people;

import cairn.engine.Host;
import cairn.person.PersonKey;
import cairn.person.PersonState;
import cairn.person.Standing;
import cairn.server.http.Access;
import cairn.server.http.Reply;
import cairn.server.http.Request;
import cairn.server.http.Route;
import cairn.server.http.Shape;
import cairn.server.live.Tailer;
import cairn.server.publish.Published;
import cairn.server.words.Tongue;
import cairn.workspace.account.Role;
import cairn.workspace.key.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finding people, and reading one with their story. */
public final class PeopleRoutes {
  /** People of one page, at most. */
  static final int PEOPLE_MAX = 200;

  /** People looked at to find those on a step, before a page is given as it is. */
  static final int LOOKED_AT_MAX = 200_000;

  /** Entries of one page of a story, at most. */
  static final int ENTRIES_MAX = 200;

  static final Access READERS =
      new Access.Only(
          Scope.PEOPLE_READ,
          Set.of(Role.HELPER, Role.COACH, Role.DATA_PROTECTION_OFFICER, Role.OPERATOR));

  private final Host host;
  private final People people;
  private final Tailer live;
  private final PersonView view;
  private final Sentences sentences;

  record PageBody(List<SummaryBody> people, boolean more) {}

  record SummaryBody(
      String id,
      @Nullable String name,
      List<PersonBody.IdentifierBody> identifiers,
      List<PlaceBody> journeys,
      Instant lastSeen) {}

  record PlaceBody(String journey, String step, String stage, String state) {}

  record TimelineBody(List<EntryBody> entries, @Nullable Long next) {}

  public PeopleRoutes(Host host, People people, Published published, Tailer live) {
    this.host = host;
    this.people = people;
    this.live = live;
    this.view = new PersonView(published, people);
    this.sentences = new Sentences(published);
  }

  public List<Route> routes() {
    return List.of(
        Route.get(
                "/v1/people",
                READERS,
                "people",
                "Finds people by words, or by where they are; without either, who was heard of.",
                Shape.of(PageBody.class),
                this::search)
            .asking("query", "journey", "step", "limit"),
        Route.get(
            "/v1/people/{id}",
            READERS,
            "people",
            "Reads one person: 32 hexadecimal digits, user:VALUE or anon:VALUE.",
            Shape.of(PersonBody.class),
            request -> Reply.json(view.of(people.known(request.param("id")), request))),
        Route.get(
                "/v1/people/{id}/timeline",
                READERS,
                "people",
                "Reads a person's story, newest first.",
                Shape.of(TimelineBody.class),
                this::timeline)
            .asking("before", "limit"));
  }

  private Reply search(Request request) {
    int limit = (int) request.number("limit", 50, 1, PEOPLE_MAX);
    var query = request.query("query");
    var journey = request.query("journey");
    var step = request.query("step");
    var found = new LinkedHashMap<PersonKey, PersonState>();
    if (query != null) {
      for (var key : live.search().find(query, limit + 1)) {
        add(found, host.read(key), journey, step);
      }
    } else if (journey != null) {
      onJourney(found, journey, step, limit + 1);
    } else {
      for (var key : live.recent().all()) {
        if (found.size() > limit) {
          break;
        }
        add(found, host.read(key), null, null);
      }
      if (found.size() <= limit) {
        scan(found, null, null, limit + 1);
      }
    }
    var page = found.values().stream().limit(limit).map(this::summary).toList();
    return Reply.json(new PageBody(page, found.size() > limit));
  }

  /** Those who arrived lately come first; the shards are only looked through for the rest. */
  private void onJourney(
      Map<PersonKey, PersonState> found, String journey, @Nullable String step, int wanted) {
    var counts = live.counts().of(journey);
    long there = counts.people();
    if (step != null) {
      var count = counts.steps().get(step);
      there = count == null ? 0 : count.now();
      for (var key : live.counts().recent(journey, step)) {
        if (found.size() < wanted) {
          add(found, host.read(key), journey, step);
        }
      }
    }
    if (found.size() < Math.min(wanted, there)) {
      scan(found, journey, step, wanted);
    }
  }

  private void scan(
      Map<PersonKey, PersonState> found,
      @Nullable String journey,
      @Nullable String step,
      int wanted) {
    var seen = new int[1];
    for (int shard = 0; shard < PersonKey.SHARDS; shard++) {
      if (found.size() >= wanted || seen[0] >= LOOKED_AT_MAX) {
        return;
      }
      host.scan(
          shard,
          state -> {
            seen[0]++;
            add(found, state, journey, step);
            return found.size() < wanted && seen[0] < LOOKED_AT_MAX;
          });
    }
  }

  private static void add(
      Map<PersonKey, PersonState> found,
      PersonState state,
      @Nullable String journey,
      @Nullable String step) {
    if (state.isUnknown() || state.standing() != Standing.OPEN) {
      return;
    }
    boolean there =
        journey == null
            || state.journeys().stream()
                .anyMatch(j ->
                    !j.isOver()
                        && j.definition().equals(journey)
                        && (step == null || j.step().equals(step)));
    if (there) {
      found.putIfAbsent(state.key(), state);
    }
  }

  private SummaryBody summary(PersonState state) {
    return new SummaryBody(
        state.key().hex(),
        people.name(state),
        state.identifiers().stream().map(PersonBody.IdentifierBody::of).toList(),
        state.journeys().stream()
            .map(j -> new PlaceBody(j.definition(), j.step(), j.stage(), Standings.of(j)))
            .toList(),
        state.now());
  }

  private Reply timeline(Request request) {
    var person = people.known(request.param("id")).key();
    int limit = (int) request.number("limit", 50, 1, ENTRIES_MAX);
    long before = request.number("before", Long.MAX_VALUE, 1, Long.MAX_VALUE);
    var lines = new ArrayList<EntryBody>();
    var entries = host.history(person, before, limit);
    var tongue = Tongue.of(request);
    for (var entry : entries) {
      lines.addAll(sentences.of(entry, tongue));
    }
    lines.removeIf(line -> line.journey() != null && !PersonView.isShown(line.journey(), request));
    boolean more = entries.size() == limit && entries.getLast().number() > 1;
    return Reply.json(new TimelineBody(lines, more ? entries.getLast().number() : null));
  }
}
