package cairn.server.people;

import cairn.person.Journey;

/** How a journey stands, in the words of the interface. */
public final class Standings {
  private Standings() {}

  public static String of(Journey journey) {
    return switch (journey.standing()) {
      case UNDER_WAY -> "underWay";
      case HELD -> "held";
      case PAUSED -> "paused";
      case ENDED -> "ended";
    };
  }
}
