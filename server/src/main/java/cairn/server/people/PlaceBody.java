package cairn.server.people;

import cairn.person.PersonState;
import java.util.List;

/** Where a person stands on a journey. */
public record PlaceBody(String instance, String journey, String stage, String step, String state) {

  /** The journeys they are on now, in order of beginning. */
  public static List<PlaceBody> open(PersonState person) {
    return person.journeys().stream()
        .filter(journey -> !journey.isOver())
        .map(journey ->
            new PlaceBody(
                journey.instance(),
                journey.definition(),
                journey.stage(),
                journey.step(),
                Standings.of(journey)))
        .toList();
  }
}
