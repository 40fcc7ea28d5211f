package cairn.engine;

import cairn.log.Fact;
import cairn.person.Pending;
import cairn.person.PersonState;
import cairn.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Queues what is to leave for a person. Without room for one more, the oldest question that was
 * sent and not answered gives way; where there is none, the effect is recorded and not sent.
 */
final class Outgoing {
  private final Turn turn;

  Outgoing(Turn turn) {
    this.turn = turn;
  }

  void queue(Pending effect, Map<String, Value> content) {
    if (effect.kind() == Pending.Kind.QUESTION) {
      giveWay(effect);
    }
    turn.add(new Fact.EffectQueued(effect, content, turn.muted() || !hasRoom()));
  }

  /** Whether an effect puts a question: by its own words, or as an action that is one. */
  static boolean asks(Pending effect, String question) {
    return effect.kind() == Pending.Kind.QUESTION && question.equals(question(effect));
  }

  private static String question(Pending effect) {
    return effect.action() == null ? effect.subject() : effect.action();
  }

  /** A question put again replaces the one nobody answered. */
  private void giveWay(Pending again) {
    for (var effect : List.copyOf(turn.state.pending())) {
      if (asks(effect, question(again)) && Objects.equals(effect.instance(), again.instance())) {
        turn.add(new Fact.EffectWithheld(effect.id(), Fact.Withheld.UNANSWERED, question(again)));
      }
    }
  }

  private boolean hasRoom() {
    if (turn.state.pending().size() < PersonState.PENDING_MAX) {
      return true;
    }
    for (var effect : turn.state.pending()) {
      if (effect.kind() == Pending.Kind.QUESTION && effect.released()) {
        turn.add(new Fact.EffectWithheld(effect.id(), Fact.Withheld.UNANSWERED, question(effect)));
        return true;
      }
    }
    return false;
  }
}
