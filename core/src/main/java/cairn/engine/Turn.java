package cairn.engine;

import cairn.person.PersonState;
import java.util.List;

final class Turn {
  private final PersonState state;

  Turn(PersonState state, Envelope envelope, Stamp stamp, World world) {
    this.state = state;
  }

  Verdict take() {
    return new Verdict.Accepted(List.of(), state);
  }
}
