package cairn.server.decide;

import cairn.blueprint.Blueprint;
import cairn.decision.DecisionRecord;
import cairn.person.PersonState;
import cairn.server.http.HttpRefusal;
import cairn.server.words.Tongue;
import java.util.List;

/**
 * Puts what was decided to a person: every thing in words, with the token to answer it by. Safe for
 * many threads.
 */
record Offering(Tokens tokens, DecisionView view) {
  /** What a decision says to show, in the order of its slots. */
  List<DecisionView.ItemBody> items(
      DecisionId id,
      DecisionRecord record,
      Blueprint blueprint,
      PersonState person,
      Tongue tongue) {
    var channel = record.request().channel();
    return view.items(
        record,
        blueprint,
        person,
        (slot, action) -> tokens.sign(new Tokens.Shown(id, slot, action, channel)),
        false,
        tongue);
  }

  /**
   * What is answered by a token.
   *
   * @throws HttpRefusal where it is not one of ours
   */
  Tokens.Shown answered(String token) {
    return tokens.read(token);
  }
}
