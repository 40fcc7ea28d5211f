package cairn.server.decide;

import cairn.blueprint.Blueprint;
import cairn.decision.DecisionRecord;
import cairn.engine.Engine;
import cairn.engine.Host;
import cairn.engine.World;
import cairn.log.Entry;
import cairn.log.Fact;
import cairn.log.Fold;
import cairn.person.PersonState;
import cairn.server.http.Code;
import cairn.server.http.HttpRefusal;
import java.util.ArrayList;
import java.util.Collections;

/**
 * A decision found again in a person's log.
 *
 * @param queued whether what was chosen waited to be sent
 */
record Found(DecisionId id, Entry entry, DecisionRecord record, boolean queued, Blueprint by) {
  /** Entries read to bring a person back to where they stood. */
  static final int ENTRIES_MAX = 20_000;

  /** Finds a decision and the blueprint that made it. */
  static Found find(Host host, World world, DecisionId id) {
    for (var entry : host.history(id.person(), id.entry() + 1, 1)) {
      for (var fact : entry.facts()) {
        if (entry.number() == id.entry()
            && fact instanceof Fact.DecisionMade made
            && made.decision().id().equals(id.name())) {
          var blueprint = world.blueprint(entry.blueprint());
          if (blueprint == null) {
            throw new HttpRefusal(
                Code.CONFLICT, "The blueprint that made this decision is no longer kept.");
          }
          return new Found(id, entry, made.decision(), made.queued(), blueprint);
        }
      }
    }
    throw HttpRefusal.notFound("There is no such decision.");
  }

  /** The person as they stood when it was made: the fold of all that was known before. */
  PersonState before(Host host) {
    var entries = new ArrayList<>(host.history(id.person(), entry.number(), ENTRIES_MAX));
    Collections.reverse(entries);
    if (!entries.isEmpty()
        && entries.getFirst().number() > 1
        && !(entries.getFirst().facts().getFirst() instanceof Fact.Baseline)) {
      throw new HttpRefusal(
          Code.CONFLICT, "This person's log is too long to bring them back to that moment.");
    }
    var state = PersonState.unknown(id.person());
    for (var earlier : entries) {
      state = Engine.fold(state, earlier);
    }
    state = Fold.open(state, entry.number(), entry.now());
    for (var fact : entry.facts()) {
      if (fact instanceof Fact.DecisionMade made && made.decision().id().equals(id.name())) {
        return state;
      }
      state = Fold.apply(state, entry.now(), fact);
    }
    return state;
  }
}
