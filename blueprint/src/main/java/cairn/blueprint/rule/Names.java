package cairn.blueprint.rule;

import cairn.person.Consent;
import cairn.person.Journey;
import cairn.person.PersonState;
import cairn.person.Purpose;
import cairn.rule.Clause;
import cairn.rule.Condition;
import cairn.rule.Schema;
import cairn.rule.Situation;
import cairn.rule.Truth;
import cairn.value.Value;
import cairn.value.ValueType;
import dev.cel.common.ast.CelExpr;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the names in a rule stand for: attributes, properties, the journey, the purpose, now. */
final class Names {
  /** The property under which an answer, and how it felt, is handed to a rule. */
  private static final String ANSWER = "answer";

  private final Vocabulary vocabulary;
  private final Translator translator;

  Names(Vocabulary vocabulary, Translator translator) {
    this.vocabulary = vocabulary;
    this.translator = translator;
  }

  Term variable(CelExpr part) {
    var name = part.ident().name();
    return switch (name) {
      case "now" -> new Term(Situation::now, Reads.NOTHING, 1, Term.NONE);
      case ANSWER -> property(name, translator.scope().answer());
      case "feeling", "effort" -> property(name, ValueType.WHOLE);
      default -> {
        translator.refuse(part, "Name what of " + name + " is meant, such as " + name + ".id.", "");
        yield Term.constant(false);
      }
    };
  }

  /** {@code owner.name} where a yes or no is wanted, and {@code has(owner.name)}. */
  Condition condition(CelExpr part) {
    var text = translator.text(part);
    if (part.select().testOnly()) {
      var value = selected(part);
      return Leaf.still(text, value.reads(), situation -> Truth.of(value.get(situation) != null));
    }
    var attribute = attribute(part);
    if (attribute != null && attribute.type() == ValueType.FLAG) {
      return Clause.flag(text, attribute.slot());
    }
    var value = value(part);
    return new Leaf(
        text,
        value.reads(),
        situation -> value.get(situation) instanceof Boolean is ? Truth.of(is) : Truth.UNKNOWN,
        value.steps());
  }

  Term value(CelExpr part) {
    if (part.select().testOnly()) {
      var has = condition(part);
      return Term.of(
          new Reads(has.slots(), has.needs()), situation -> has.test(situation).isTrue());
    }
    return selected(part);
  }

  /** The attribute that {@code person.name} names, or null where the part is something else. */
  Schema.@Nullable Attribute attribute(CelExpr part) {
    return part.getKind() == CelExpr.ExprKind.Kind.SELECT
            && !part.select().testOnly()
            && owner(part).equals("person")
        ? vocabulary.schema().attribute(part.select().field())
        : null;
  }

  private static String owner(CelExpr part) {
    var operand = part.select().operand();
    return operand.getKind() == CelExpr.ExprKind.Kind.IDENT ? operand.ident().name() : "";
  }

  private Term selected(CelExpr part) {
    var field = part.select().field();
    return switch (owner(part)) {
      case "person" -> person(part, field);
      case "event" ->
          field.equals("name")
              ? Term.of(Reads.NOTHING, Situation::happening)
              : property(field, propertyType(field));
      case "context" -> property(field, vocabulary.context().get(field));
      case "journey" -> journey(part, field);
      case "purpose" -> purpose(part, field);
      default -> translator.refused(part);
    };
  }

  private @Nullable ValueType propertyType(String field) {
    var event = translator.scope().event();
    var declared = event == null ? null : vocabulary.events().get(event);
    return declared == null ? null : declared.get(field);
  }

  private Term person(CelExpr part, String field) {
    var attribute = vocabulary.schema().attribute(field);
    if (attribute == null) {
      return translator.refused(part);
    }
    int slot = attribute.slot();
    var type = attribute.type();
    return Term.of(
        Reads.slot(slot), situation -> typed(situation.person().attributes().get(slot), type));
  }

  /** {@code event['any name']}. */
  Term index(CelExpr part) {
    var args = part.call().args();
    var owner = args.get(0);
    var name = translator.literal(args.get(1), "The name of a property");
    boolean properties =
        owner.getKind() == CelExpr.ExprKind.Kind.IDENT
            && (owner.ident().name().equals("event") || owner.ident().name().equals("context"));
    return name != null && properties ? property(name, null) : translator.refused(part);
  }

  private static Term property(String name, @Nullable ValueType type) {
    return Term.of(Reads.NOTHING, situation -> typed(situation.properties().get(name), type));
  }

  /** A value as rules see it; null where it is absent or not of the type that was declared. */
  private static @Nullable Object typed(@Nullable Value value, @Nullable ValueType type) {
    return switch (value) {
      case Value.Whole(long is) when type == ValueType.DECIMAL -> (double) is;
      case Value one when type != null && one.type() != type -> null;
      case Value.Flag(boolean is) -> is;
      case Value.Whole(long is) -> is;
      case Value.Decimal(double is) -> is;
      case Value.Text(var is) -> is;
      case Value.Time(var is) -> is;
      case Value.Texts(var is) -> is;
      case null -> null;
    };
  }

  private Term journey(CelExpr part, String field) {
    return switch (field) {
      case "id" -> ofJourney(Journey::definition);
      case "stage" -> ofJourney(Journey::stage);
      case "step" -> ofJourney(Journey::step);
      case "key" -> ofJourney(Journey::key);
      case "stepsTaken" -> ofJourney(journey -> (long) journey.stepsTaken());
      case "begun" -> ofJourney(Journey::begunAt);
      case "entered" -> ofJourney(Journey::enteredAt);
      case "days" -> daysSince(Journey::begunAt);
      case "daysInStep" -> daysSince(Journey::enteredAt);
      default -> translator.refused(part);
    };
  }

  private static Term ofJourney(Function<Journey, Object> get) {
    return Term.of(
        Reads.NOTHING,
        situation -> {
          var journey = situation.journey();
          return journey == null ? null : get.apply(journey);
        });
  }

  private static Term daysSince(Function<Journey, Instant> start) {
    return new Term(
        situation -> {
          var journey = situation.journey();
          return journey == null
              ? null
              : (Object) Duration.between(start.apply(journey), situation.now()).toDays();
        },
        Reads.NOTHING,
        0,
        situation -> {
          var journey = situation.journey();
          if (journey == null) {
            return Term.NEVER;
          }
          var begun = start.apply(journey);
          long days = Duration.between(begun, situation.now()).toDays();
          return begun.plus(Duration.ofDays(days + 1)).toEpochMilli();
        });
  }

  private Term purpose(CelExpr part, String field) {
    return switch (field) {
      case "id" -> ofPurpose(Purpose::id);
      case "text" -> ofPurpose(Purpose::text);
      case "declared" ->
          Term.of(
              Reads.NOTHING,
              situation -> {
                var open = openPurpose(situation.person());
                return open != null && open.source() == Purpose.Source.DECLARED;
              });
      default -> translator.refused(part);
    };
  }

  private static Term ofPurpose(Function<Purpose, Object> get) {
    return Term.of(
        Reads.NOTHING,
        situation -> {
          var open = openPurpose(situation.person());
          return open == null ? null : get.apply(open);
        });
  }

  /** The open purpose stated last; what the person declared goes before what others think. */
  private static @Nullable Purpose openPurpose(PersonState person) {
    Purpose best = null;
    for (var purpose : person.purposes()) {
      boolean better =
          best == null
              || purpose.source() == Purpose.Source.DECLARED
              || best.source() != Purpose.Source.DECLARED;
      if (purpose.open() && better) {
        best = purpose;
      }
    }
    return best;
  }

  // Functions about the person.

  Condition function(CelExpr part) {
    var function = part.call().function();
    var argument = part.call().args().getFirst();
    var name = translator.literal(argument, "The name in " + function + "(...)");
    if (name == null) {
      return Condition.ALWAYS;
    }
    var text = translator.text(part);
    refuseInSegment(part);
    return switch (function) {
      case "segment" -> {
        known(argument, "segment", name, vocabulary.segments());
        yield Leaf.still(
            text,
            Reads.NOTHING,
            situation -> Truth.of(situation.person().segments().contains(name)));
      }
      case "onJourney" -> {
        known(argument, "journey", name, vocabulary.journeys());
        yield Leaf.still(text, Reads.NOTHING, situation -> onJourney(situation, name));
      }
      default -> Leaf.still(text, Reads.NOTHING, situation -> consents(situation, name));
    };
  }

  /** A segment is asked again when attributes, events or time change it, and nothing else. */
  void refuseInSegment(CelExpr part) {
    if (!translator.scope().segments()) {
      translator.refuse(
          part,
          "A segment's rule cannot use " + part.call().function() + ".",
          "It may use attributes, events and time; ask for the rest where the segment is used.");
    }
  }

  private void known(CelExpr part, String kind, String name, Collection<String> names) {
    if (!names.contains(name)) {
      translator.refuse(
          part, "There is no " + kind + " " + name + ".", Nearest.remedy(name, names));
    }
  }

  private static Truth onJourney(Situation situation, String definition) {
    for (var journey : situation.person().journeys()) {
      if (!journey.isOver() && journey.definition().equals(definition)) {
        return Truth.TRUE;
      }
    }
    return Truth.FALSE;
  }

  private static Truth consents(Situation situation, String subject) {
    for (Consent consent : situation.person().consents()) {
      if (consent.subject().equals(subject)) {
        return Truth.of(consent.given());
      }
    }
    return Truth.UNKNOWN;
  }

  /** {@code arm('experiment')}: the arm drawn in this journey. */
  Term arm(CelExpr part) {
    var argument = part.call().args().getFirst();
    var experiment = translator.literal(argument, "The experiment");
    if (experiment == null || !translator.scope().journey()) {
      return translator.refused(part);
    }
    var prefix = experiment + "=";
    return Term.of(
        Reads.NOTHING,
        situation -> {
          var journey = situation.journey();
          if (journey != null) {
            for (var arm : journey.arms()) {
              if (arm.startsWith(prefix)) {
                return arm.substring(prefix.length());
              }
            }
          }
          return null;
        });
  }
}
