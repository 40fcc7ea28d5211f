package cairn.sim;

import cairn.decision.Asked;
import cairn.decision.Catalogue;
import cairn.decision.explain.Counterfactual;
import cairn.person.Consent;
import cairn.person.Limits;
import cairn.person.PersonState;
import cairn.person.Purpose;
import cairn.value.Value;
import cairn.value.ValueType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;

/**
 * The person and the moment as somebody would have them who knows nothing of a counterfactual but
 * what it says.
 */
final class ChangedAsked {
  private ChangedAsked() {}

  /** The same with the one change that was told; a weight belongs to the catalogue. */
  static Asked as(Catalogue catalogue, Asked asked, Counterfactual change) {
    return switch (change.kind()) {
      case FACT -> asked.of(fact(asked, change));
      case TIME -> asked.at(Instant.parse(change.to()));
      case WORD -> asked.of(word(catalogue, asked, change));
      case LEVER -> asked;
    };
  }

  private static PersonState fact(Asked asked, Counterfactual change) {
    var attribute = asked.schema().attribute(change.what());
    if (attribute == null) {
      throw new AssertionError("a change of what nobody knows: " + change.what());
    }
    var draft = asked.person().draft();
    draft.attributes = draft.attributes.with(attribute.slot(), value(attribute.type(), change));
    return draft.done();
  }

  private static Value value(ValueType type, Counterfactual change) {
    var to = change.to();
    return switch (type) {
      case FLAG -> Value.of(to.equals("yes"));
      case WHOLE -> Value.of(Long.parseLong(to));
      case DECIMAL -> Value.of(Double.parseDouble(to));
      case TEXT -> Value.of(to);
      case TIME, TEXTS -> throw new AssertionError("no such change is told: " + change);
    };
  }

  private static PersonState word(Catalogue catalogue, Asked asked, Counterfactual change) {
    var person = asked.person();
    var draft = person.draft();
    switch (change.what()) {
      case "purpose" -> {
        var kind =
            catalogue.notes().purposes().stream()
                .filter(purpose -> purpose.name().equals(change.to()))
                .findFirst()
                .orElseThrow()
                .id();
        var purposes = new ArrayList<>(person.purposes());
        purposes.add(new Purpose("said", kind, "", Purpose.Source.DECLARED, asked.now(), true));
        draft.purposes = purposes;
      }
      case "objection" ->
          draft.objections =
              person.objections().stream()
                  .filter(one ->
                      !change
                          .from()
                          .equals(
                              one.scope().name().toLowerCase(Locale.ROOT) + " " + one.subject()))
                  .toList();
      case "consent" -> {
        var consents = new ArrayList<>(person.consents());
        consents.removeIf(one -> one.subject().equals(change.to()));
        consents.add(new Consent(change.to(), true, asked.now(), "said"));
        draft.consents = consents;
      }
      case "limits" -> draft.limits = Limits.NONE;
      default -> throw new AssertionError("no such word: " + change.what());
    }
    return draft.done();
  }
}
