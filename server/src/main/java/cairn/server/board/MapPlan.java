package cairn.server.board;

import cairn.blueprint.Blueprint;
import cairn.blueprint.draft.Draft;
import cairn.blueprint.draft.Said;
import cairn.blueprint.file.BlueprintCompiler;
import cairn.blueprint.file.Bundle;
import cairn.blueprint.file.Compilation;
import cairn.blueprint.file.Problem;
import cairn.journey.JourneyDefinition;
import cairn.map.JourneyMap;
import cairn.map.live.JourneyProposal;
import cairn.map.live.LiveDiff;
import cairn.map.live.Proposer;
import cairn.map.live.Shadow;
import cairn.server.live.CountsBody;
import cairn.server.live.JourneyCounts;
import cairn.server.publish.Published;
import cairn.server.publish.Publisher;
import cairn.server.words.Tongue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From a map to what publishing it would do to what runs. It changes nothing. */
final class MapPlan {
  private final Published published;
  private final Optional<Publisher> publisher;
  private final JourneyCounts counts;

  /**
   * What publishing a map would do.
   *
   * @param proposal under the id it would run by
   * @param rival the running journey that has the name's id and was not made from this map
   * @param problems why its files cannot run; empty while it has open questions
   * @param files what would be published; empty where it cannot run
   * @param next the journey as it would run; empty where it cannot
   * @param diff what changes for whom; empty where no such journey runs yet
   */
  record Plan(
      JourneyProposal proposal,
      Optional<JourneyDefinition> rival,
      List<Problem> problems,
      Optional<Bundle> files,
      Optional<JourneyDefinition> next,
      Optional<LiveDiff> diff) {}

  MapPlan(Published published, Optional<Publisher> publisher, JourneyCounts counts) {
    this.published = published;
    this.publisher = publisher;
    this.counts = counts;
  }

  /** Whether anything runs at all. */
  boolean hasRunning() {
    return published.current().isPresent();
  }

  /** The running journey of that id. */
  Optional<JourneyDefinition> running(String journey) {
    return published
        .current()
        .flatMap(blueprint -> Optional.ofNullable(blueprint.journey(journey)));
  }

  /**
   * The plan of a map.
   *
   * @param as the id to run under; empty for the one it runs by, or a free one after its name
   * @param inShadow whether it only watches
   */
  Plan of(JourneyMap map, String as, boolean inShadow) {
    var named = Proposer.propose(map);
    boolean isOurs = named.id().equals(map.info().journey());
    var rival = isOurs ? Optional.<JourneyDefinition>empty() : running(named.id());
    var real = named.under(as.isEmpty() ? (rival.isEmpty() ? named.id() : free(named.id())) : as);
    var proposal = inShadow ? Shadow.of(real, tongue(map).say("draft.shadow", real.name())) : real;
    if (!proposal.canRun()) {
      return new Plan(
          proposal, rival, List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }
    var files = files(real.id(), proposal, said(map), inShadow);
    return switch (compile(files)) {
      case Compilation.Refused(var problems) ->
          new Plan(proposal, rival, problems, Optional.empty(), Optional.empty(), Optional.empty());
      case Compilation.Compiled(var blueprint, var _, var _) -> {
        var next = Optional.ofNullable(blueprint.journey(proposal.id()));
        var diff =
            running(proposal.id())
                .flatMap(now -> next.map(then -> LiveDiff.between(now, then, people(now.id()))));
        yield new Plan(proposal, rival, List.of(), Optional.of(files), next, diff);
      }
    };
  }

  /** The real journey takes its shadow's place; a shadow leaves the real one as it is. */
  private Bundle files(String real, JourneyProposal proposal, Said said, boolean inShadow) {
    var now = runningFiles();
    return Draft.into(inShadow ? now : Draft.without(now, Shadow.idOf(real)), proposal, said);
  }

  /** A map speaks to people in its own language, whoever publishes it. */
  static Said said(JourneyMap map) {
    var tongue = tongue(map);
    return new Said(
        tongue.say("draft.yes"),
        tongue.say("draft.notNow"),
        tongue.say("draft.no"),
        tongue.say("draft.felt"),
        tongue.say("draft.helper"));
  }

  private static Tongue tongue(JourneyMap map) {
    return Tongue.named(map.info().language());
  }

  Bundle runningFiles() {
    return publisher
        .flatMap(Publisher::current)
        .map(Publisher.Current::files)
        .orElseGet(() -> Bundle.of(Map.of()));
  }

  private Compilation compile(Bundle files) {
    return BlueprintCompiler.compile(
        files,
        published.current().map(Blueprint::schema).orElse(null),
        published.current().map(Blueprint::number).orElse(0) + 1);
  }

  private String free(String id) {
    String stem = id.length() > Proposer.ID_MAX - 7 ? id.substring(0, Proposer.ID_MAX - 7) : id;
    String other = stem + "-map";
    for (int again = 2; running(other).isPresent(); again++) {
      other = stem + "-map-" + again;
    }
    return other;
  }

  /** How many people stand on each step. */
  Map<String, Long> people(String journey) {
    var people = new HashMap<String, Long>();
    CountsBody now = counts.of(journey);
    now.steps().forEach((step, count) -> people.put(step, count.now()));
    return people;
  }
}
