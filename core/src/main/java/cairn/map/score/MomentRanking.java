package cairn.map.score;

import cairn.map.ElementId;
import cairn.map.FeelingPoint;
import cairn.map.JourneyMap;
import cairn.map.Moment;
import cairn.map.NumberSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Moments ranked by what the room voted and, where the map is live, by what journeys show. The two
 * stand side by side and are never merged, so that a disagreement shows.
 */
public final class MomentRanking {
  /**
   * What real journeys show at one step.
   *
   * @param journeys all journeys that are over
   * @param reached how many of them came to the step
   * @param reachedWell how many of those ended well
   * @param well how many of all ended well
   * @param feeling the mean self-reported feeling there, -2 to 2; empty when nobody was asked
   */
  public record Seen(
      long journeys, long reached, long reachedWell, long well, OptionalDouble feeling) {
    public Seen {
      if (reachedWell < 0 || reachedWell > reached || well > journeys || reached > journeys) {
        throw new IllegalArgumentException("counts that do not fit each other");
      }
      if (well < reachedWell || journeys - well < reached - reachedWell) {
        throw new IllegalArgumentException("counts that do not fit each other");
      }
    }
  }

  /**
   * One moment with its two places.
   *
   * @param placeByVotes 1 for the first; equal votes share a place
   * @param placeByData 1 for the first; empty where no data reach the step
   */
  public record Ranked(
      Moment moment,
      int votes,
      int placeByVotes,
      Optional<Score> data,
      Optional<Integer> placeByData) {
    /** How far the room and the journeys differ, in places; 0 when there are no data. */
    public int disagreement() {
      return placeByData.map(place -> Math.abs(place - placeByVotes)).orElse(0);
    }
  }

  private MomentRanking() {}

  /**
   * The moments of a map, most votes first.
   *
   * @param seen what journeys show, by the id of a step or stage; empty for a map that is not live
   */
  public static List<Ranked> of(JourneyMap map, Map<ElementId, Seen> seen) {
    record Row(Moment moment, int votes, Optional<Score> data) {}
    var rows = new ArrayList<Row>();
    for (Moment moment : map.state().all(Moment.class)) {
      rows.add(new Row(moment, map.votes(moment.id()), data(map, moment, seen)));
    }
    rows.sort(
        Comparator.comparingInt((Row row) -> -row.votes()).thenComparing(row -> row.moment().id()));
    var ranked = new ArrayList<Ranked>();
    for (Row row : rows) {
      int better = (int) rows.stream().filter(other -> other.votes() > row.votes()).count();
      var place =
          row.data()
              .map(mine ->
                  1
                      + (int)
                          rows.stream()
                              .flatMap(other -> other.data().stream())
                              .filter(other -> other.value() > mine.value())
                              .count());
      ranked.add(new Ranked(row.moment(), row.votes(), 1 + better, row.data(), place));
    }
    return List.copyOf(ranked);
  }

  /**
   * Share of journeys that reach the step x information that reaching it gives about the outcome,
   * in bits, x distance of the feeling from neutral.
   */
  public static Score score(Seen seen, double feeling, NumberSource feelingSource) {
    double share = seen.journeys() == 0 ? 0 : (double) seen.reached() / seen.journeys();
    double gain = informationGainBits(seen);
    return new Score(
        share * gain * Math.abs(feeling),
        List.of(
            new Score.Input("shareReaching", share, NumberSource.MEASURED),
            new Score.Input("informationGain", gain, NumberSource.MEASURED),
            new Score.Input("feeling", feeling, feelingSource)));
  }

  /** How many bits about a good ending one learns from whether a journey came to the step. */
  public static double informationGainBits(Seen seen) {
    if (seen.journeys() == 0) {
      return 0;
    }
    double all = seen.journeys();
    double before = EdgeWeight.entropyBits(seen.well() / all);
    long missed = seen.journeys() - seen.reached();
    double with =
        seen.reached() == 0
            ? 0
            : seen.reached()
                / all
                * EdgeWeight.entropyBits((double) seen.reachedWell() / seen.reached());
    double without =
        missed == 0
            ? 0
            : missed
                / all
                * EdgeWeight.entropyBits((double) (seen.well() - seen.reachedWell()) / missed);
    return Math.max(0, before - with - without);
  }

  private static Optional<Score> data(
      JourneyMap map, Moment moment, Map<ElementId, Seen> seenByColumn) {
    var seen = moment.column().flatMap(column -> Optional.ofNullable(seenByColumn.get(column)));
    if (seen.isEmpty()) {
      return Optional.empty();
    }
    if (seen.get().feeling().isPresent()) {
      return Optional.of(
          score(seen.get(), seen.get().feeling().getAsDouble(), NumberSource.MEASURED));
    }
    // Nobody was asked: the curve the room drew stands in, and the score says that it is assumed.
    return drawn(map, moment).map(point -> score(seen.get(), point.value(), NumberSource.ASSUMED));
  }

  private static Optional<FeelingPoint> drawn(JourneyMap map, Moment moment) {
    var subjects = new ArrayList<ElementId>();
    moment.persona().ifPresent(subjects::add);
    map.personas().forEach(persona -> subjects.add(persona.id()));
    return subjects.stream()
        .flatMap(subject ->
            map
                .point(
                    subject,
                    moment.column().orElseThrow(),
                    FeelingPoint.Curve.AS_IS,
                    FeelingPoint.Measure.FEELING)
                .stream())
        .findFirst();
  }
}
