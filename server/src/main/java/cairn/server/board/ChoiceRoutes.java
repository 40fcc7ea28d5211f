package cairn.server.board;

import cairn.map.ElementId;
import cairn.map.Field;
import cairn.map.Idea;
import cairn.map.JourneyMap;
import cairn.map.Sight;
import cairn.map.score.IdeaScores;
import cairn.map.score.MomentRanking;
import cairn.map.score.Score;
import cairn.server.http.Access;
import cairn.server.http.Reply;
import cairn.server.http.Request;
import cairn.server.http.Route;
import cairn.server.http.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a map gives to choose from: moments by votes and, beside it, by data; ideas by the scores
 * that their numbers allow. Each number says whether it was measured, voted or assumed.
 */
final class ChoiceRoutes {
  private final BoardDoor door;
  private final LiveBoards live;
  private final MapRuns runs;

  record ChoicesBody(boolean runs, long sample, List<MomentBody> moments, List<IdeaBody> ideas) {}

  record MomentBody(
      String id,
      String title,
      int votes,
      int placeByVotes,
      @Nullable Integer placeByData,
      int disagreement,
      @Nullable ScoreBody data) {}

  record IdeaBody(
      String id,
      String title,
      int votes,
      @Nullable ScoreBody opportunity,
      @Nullable String band,
      @Nullable ScoreBody rice,
      @Nullable ScoreBody value,
      @Nullable ScoreBody valueForEffort) {}

  record ScoreBody(double value, String source, List<InputBody> inputs) {
    static @Nullable ScoreBody of(Optional<Score> score) {
      return score.map(ScoreBody::of).orElse(null);
    }

    static ScoreBody of(Score score) {
      return new ScoreBody(
          score.value(),
          Field.wireName(score.source()),
          score.inputs().stream()
              .map(input ->
                  new InputBody(input.name(), input.number(), Field.wireName(input.source())))
              .toList());
    }
  }

  record InputBody(String name, double number, String source) {}

  ChoiceRoutes(BoardDoor door, LiveBoards live, MapRuns runs) {
    this.door = door;
    this.live = live;
    this.runs = runs;
  }

  Route route() {
    return Route.get(
        "/v1/boards/{id}/choices",
        new Access.Inside("Members of the board and guests with its link"),
        "maps",
        "Ranks moments by votes and beside it by data, and ideas by the scores they allow.",
        Shape.of(ChoicesBody.class),
        this::choices);
  }

  private Reply choices(Request request) {
    var board = door.board(request.param("id"));
    var visitor = door.visitor(request, board.id());
    var map = JourneyMap.of(Sight.of(visitor.id()).state(live.state(board.id())));
    var running = runs.running(map);
    Map<ElementId, MomentRanking.Seen> seen = new HashMap<>();
    long sample = 0;
    if (running.isPresent()) {
      var steps = runs.seen(running.get());
      sample = steps.trails();
      for (var step : running.get().proposal().steps()) {
        steps.moment(step.id()).ifPresent(found -> seen.putIfAbsent(step.source(), found));
      }
    }
    return Reply.json(
        new ChoicesBody(
            running.isPresent(),
            sample,
            MomentRanking.of(map, seen).stream().map(ChoiceRoutes::moment).toList(),
            map.state().all(Idea.class).stream().map(idea -> idea(map, idea)).toList()));
  }

  private static MomentBody moment(MomentRanking.Ranked ranked) {
    return new MomentBody(
        ranked.moment().id().text(),
        ranked.moment().words(),
        ranked.votes(),
        ranked.placeByVotes(),
        ranked.placeByData().orElse(null),
        ranked.disagreement(),
        ScoreBody.of(ranked.data()));
  }

  private static IdeaBody idea(JourneyMap map, Idea idea) {
    var scores = IdeaScores.of(idea);
    return new IdeaBody(
        idea.id().text(),
        idea.words(),
        map.votes(idea.id()),
        ScoreBody.of(scores.opportunity()),
        scores
            .opportunity()
            .map(score -> Field.wireName(IdeaScores.band(score.value())))
            .orElse(null),
        ScoreBody.of(scores.rice()),
        ScoreBody.of(scores.value()),
        ScoreBody.of(scores.valueForEffort()));
  }
}
