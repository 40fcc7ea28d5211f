package cairn.decision.explain;

import cairn.decision.Action;
import cairn.decision.Asked;
import cairn.decision.Catalogue;
import cairn.decision.ContactPolicy;
import cairn.decision.DecisionRecord;
import cairn.decision.DecisionRequest;
import cairn.decision.Pipeline;
import cairn.decision.Survivor;
import cairn.person.Consent;
import cairn.person.Limits;
import cairn.person.Objection;
import cairn.person.PersonState;
import cairn.person.Purpose;
import cairn.rule.Condition;
import cairn.rule.Expression;
import cairn.rule.Schema;
import cairn.rule.Situation;
import cairn.value.Value;
import cairn.value.ValueType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the smallest single change that would have put an action to the person: one fact, one
 * weight, another moment, or one word of theirs. Each is decided again, with the same seed, and
 * only told if the action is then shown.
 */
public final class Counterfactuals {
  /** How often it decides again, at most, for one kind of change of one action. */
  public static final int TRIES_MAX = 100;

  /** Actions for which a decision's own page looks what would have put them first. */
  public static final int TOLD_MAX = 3;

  /** The heaviest weight it tries, in percent. */
  private static final double LEVER_MAX = 10_000;

  private static final Pattern NUMBER = Pattern.compile("(?<![\\w'.])-?\\d+(\\.\\d+)?");
  private static final Pattern TEXT = Pattern.compile("'([^']*)'|\"([^\"]*)\"");
  private static final double[] MORE = {1.0001, 1.1, 1.5, 2, 4};

  private final Catalogue catalogue;
  private final DecisionRequest request;
  private final Asked asked;
  private final Action action;
  private final DecisionRecord base;
  private int tries;

  private Counterfactuals(
      Catalogue catalogue, DecisionRequest request, Asked asked, Action action) {
    this.catalogue = catalogue;
    this.request = request;
    this.asked = asked;
    this.action = action;
    this.base = decide(catalogue, asked);
  }

  /**
   * The changes found, at most one of each kind, in the order fact, word, time, lever; none where
   * the action is shown as things stand.
   */
  public static List<Counterfactual> of(
      Catalogue catalogue, DecisionRequest request, Asked asked, String action) {
    int ordinal = catalogue.ordinal(action);
    return ordinal < 0
        ? List.of()
        : new Counterfactuals(catalogue, request, asked, catalogue.action(ordinal)).find();
  }

  /**
   * What is told with a decision: the changes for what was weighed and not shown, best first, then
   * for what was dropped last.
   *
   * @param asked the person as they stood, by the edition that made the decision: by another one,
   *     what was not shown may be, and is told nothing then
   */
  public static List<Counterfactual> told(Catalogue catalogue, DecisionRecord record, Asked asked) {
    var actions = new LinkedHashSet<String>();
    record.survivors().forEach(one -> actions.add(catalogue.action(one.action()).id()));
    // Drops are packed to be gone through from the front.
    for (var drop : new ArrayList<>(record.drops()).reversed()) {
      if (actions.size() >= TOLD_MAX + record.slots().size()) {
        break;
      }
      actions.add(catalogue.actionOf(drop.candidate()).id());
    }
    record.slots().forEach(slot -> actions.remove(slot.action()));
    return actions.stream()
        .limit(TOLD_MAX)
        .flatMap(action -> of(catalogue, record.request(), asked, action).stream())
        .toList();
  }

  private List<Counterfactual> find() {
    var found = new ArrayList<Counterfactual>();
    if (!shows(base)) {
      add(found, this::fact);
      add(found, this::word);
      add(found, this::time);
      add(found, this::lever);
    }
    return found;
  }

  private void add(List<Counterfactual> found, Supplier<@Nullable Counterfactual> kind) {
    tries = 0;
    var one = kind.get();
    if (one != null) {
      found.add(one);
    }
  }

  private static DecisionRecord decide(Catalogue catalogue, DecisionRequest request, Asked asked) {
    return Pipeline.decide("what-if", catalogue, request, asked, false);
  }

  private DecisionRecord decide(Catalogue other, Asked changed) {
    return decide(other, request, changed);
  }

  private boolean shows(DecisionRecord record) {
    return record.slots().stream().anyMatch(slot -> slot.action().equals(action.id()));
  }

  private boolean wouldShow(Catalogue other, Asked changed) {
    return tries++ < TRIES_MAX && shows(decide(other, changed));
  }

  private Counterfactual told(
      Counterfactual.Kind kind, String what, String from, String to, String sentence) {
    return new Counterfactual(kind, action.id(), what, from, to, sentence);
  }

  // One fact about the person.

  /** What is said of the action somewhere, and the attributes it is said of. */
  private record Said(List<Integer> slots, String source) {}

  /** The rules that speak of the action, what it is worth, and what the moment adds. */
  private List<Said> said() {
    var said = new ArrayList<Said>();
    rules().forEach(rule -> said.add(new Said(rule.slots(), rule.source())));
    catalogue.weights().stream()
        .filter(weight -> weight.scope().covers(action))
        .forEach(weight -> said.add(new Said(weight.when().slots(), weight.when().source())));
    for (var worth :
        new @Nullable Expression[] {action.valuePerson(), action.valueOrganisation()}) {
      if (worth != null) {
        said.add(new Said(worth.slots(), worth.source()));
      }
    }
    return said;
  }

  private List<Condition> rules() {
    var rules = new ArrayList<Condition>();
    catalogue.policies().stream()
        .filter(policy -> policy.scope().covers(action))
        .forEach(policy -> rules.add(policy.when()));
    action.renderings().forEach(rendering -> rules.add(rendering.when()));
    return rules;
  }

  private record Try(Schema.Attribute attribute, Value value, double distance) {}

  private @Nullable Counterfactual fact() {
    var all = new ArrayList<Try>();
    for (var one : said()) {
      for (int slot : one.slots()) {
        values(asked.schema().attributes().get(slot), one.source()).forEach(all::add);
      }
    }
    all.sort(Comparator.comparingDouble(Try::distance));
    var seen = new LinkedHashSet<String>();
    for (var one : all) {
      var person = asked.person();
      if (seen.add(one.attribute().slot() + "=" + one.value())) {
        var draft = person.draft();
        draft.attributes = person.attributes().with(one.attribute().slot(), one.value());
        if (wouldShow(catalogue, asked.of(draft.done()))) {
          var name = one.attribute().name();
          var from = words(person.attributes().get(one.attribute().slot()));
          var to = words(one.value());
          return told(
              Counterfactual.Kind.FACT,
              name,
              from,
              to,
              "If " + name + " were " + to + " instead of " + from + ", this would be shown.");
        }
      }
    }
    return null;
  }

  /** Values near those the rule speaks of, nearer ones first. */
  private List<Try> values(Schema.Attribute attribute, String source) {
    var tries = new ArrayList<Try>();
    var now = asked.person().attributes().get(attribute.slot());
    switch (attribute.type()) {
      case FLAG -> {
        tries.add(new Try(attribute, Value.of(true), 0));
        tries.add(new Try(attribute, Value.of(false), 0));
      }
      case WHOLE, DECIMAL -> {
        var numbers = NUMBER.matcher(source);
        while (numbers.find()) {
          var number = new BigDecimal(numbers.group());
          var step = step(attribute.type(), number);
          for (var near : List.of(number, number.add(step), number.subtract(step))) {
            tries.add(number(attribute, near.doubleValue(), now));
          }
        }
      }
      case TEXT -> {
        var texts = TEXT.matcher(source);
        while (texts.find()) {
          var text = texts.group(1) == null ? texts.group(2) : texts.group(1);
          tries.add(new Try(attribute, Value.of(text), 1));
        }
      }
      case TIME, TEXTS -> {}
    }
    return tries;
  }

  /** One more of the last digit that was written: 1 after 900.0, 0.01 after 0.35. */
  private static BigDecimal step(ValueType type, BigDecimal number) {
    int digits = type == ValueType.WHOLE ? 0 : number.stripTrailingZeros().scale();
    return BigDecimal.ONE.movePointLeft(Math.max(0, digits));
  }

  private static Try number(Schema.Attribute attribute, double number, @Nullable Value now) {
    var value =
        attribute.type() == ValueType.WHOLE ? Value.of((long) Math.ceil(number)) : Value.of(number);
    double known =
        switch (now) {
          case Value.Whole w -> w.value();
          case Value.Decimal d -> d.value();
          case null, default -> 0;
        };
    return new Try(attribute, value, Math.abs(number - known) / (1 + Math.abs(known)));
  }

  private static String words(@Nullable Value value) {
    return switch (value) {
      case null -> "unknown";
      case Value.Flag f -> f.value() ? "yes" : "no";
      case Value.Whole w -> Long.toString(w.value());
      case Value.Decimal d -> Double.toString(d.value());
      case Value.Text t -> t.value();
      case Value.Time t -> t.value().toString();
      case Value.Texts t -> String.join(", ", t.value());
    };
  }

  // One word of the person.

  private @Nullable Counterfactual word() {
    for (var purpose : action.purposes()) {
      var draft = asked.person().draft();
      var more = new ArrayList<>(asked.person().purposes());
      more.add(new Purpose("what-if", purpose, "", Purpose.Source.DECLARED, asked.now(), true));
      draft.purposes = more;
      if (wouldShow(catalogue, asked.of(draft.done()))) {
        var name = catalogue.purposeName(purpose);
        return word(
            "purpose", "", name, "If you said your purpose is: " + name + ", this would be shown.");
      }
    }
    var person = asked.person();
    for (var objection : person.objections()) {
      var draft = person.draft();
      draft.objections =
          person.objections().stream().filter(other -> !other.equals(objection)).toList();
      if (wouldShow(catalogue, asked.of(draft.done()))) {
        return word(
            "objection",
            words(objection),
            "",
            "If you took back your objection, this would be shown.");
      }
    }
    var consent = asked.consent();
    if (consent != null && wouldShow(catalogue, asked.of(consenting(person, consent)))) {
      return word("consent", "", consent, "If you agreed to " + consent + ", this would be shown.");
    }
    var draft = person.draft();
    draft.limits = Limits.NONE;
    if (!person.limits().equals(Limits.NONE) && wouldShow(catalogue, asked.of(draft.done()))) {
      return word("limits", "yours", "none", "Without the limits you set, this would be shown.");
    }
    return null;
  }

  private static String words(Objection objection) {
    return objection.scope().name().toLowerCase(java.util.Locale.ROOT) + " " + objection.subject();
  }

  private PersonState consenting(PersonState person, String consent) {
    var draft = person.draft();
    var consents = new ArrayList<Consent>(person.consents());
    consents.removeIf(one -> one.subject().equals(consent));
    consents.add(new Consent(consent, true, asked.now(), "what-if"));
    draft.consents = consents;
    return draft.done();
  }

  private Counterfactual word(String what, String from, String to, String sentence) {
    return told(Counterfactual.Kind.WORD, what, from, to, sentence);
  }

  // Another moment.

  private @Nullable Counterfactual time() {
    for (var moment : moments()) {
      if (wouldShow(catalogue, asked.at(moment))) {
        return told(
            Counterfactual.Kind.TIME,
            "now",
            asked.now().toString(),
            moment.toString(),
            "From " + moment + " on, this would be shown.");
      }
    }
    return null;
  }

  /** Moments after now at which time alone may change something. */
  private SortedSet<Instant> moments() {
    var moments = new TreeSet<Instant>();
    var person = asked.person();
    add(moments, action.from());
    add(moments, person.limits().silentUntil());
    person.notNow().forEach(one -> add(moments, one.until()));
    for (var cap : person.limits().caps()) {
      person.recalls().stream()
          .filter(recall -> recall.subject().startsWith("contact:"))
          .forEach(recall -> leaves(moments, recall, cap.window()));
    }
    for (var policy : catalogue.contacts()) {
      if (policy.scope().covers(action)) {
        var window =
            switch (policy) {
              case ContactPolicy.Cap cap -> cap.window();
              case ContactPolicy.Suppression pause -> pause.pause();
            };
        person.recalls().stream()
            .filter(recall -> counts(recall.subject()))
            .forEach(recall -> leaves(moments, recall, window));
      }
    }
    var situation = new Situation(person, asked.now(), request.channel(), request.context(), null);
    rules().forEach(rule -> add(moments, rule.nextChange(situation)));
    return moments;
  }

  private static boolean counts(String subject) {
    return subject.startsWith("promotion:")
        || subject.startsWith("shown")
        || subject.startsWith("response-");
  }

  private void leaves(
      SortedSet<Instant> moments, cairn.person.Recall recall, java.time.Duration window) {
    for (int i = 0; i < recall.size(); i++) {
      add(moments, Instant.ofEpochMilli(recall.time(i)).plus(window));
    }
  }

  private void add(SortedSet<Instant> moments, @Nullable Instant moment) {
    if (moment != null && moment.isAfter(asked.now())) {
      moments.add(moment);
    }
  }

  // Another weight.

  private @Nullable Counterfactual lever() {
    Survivor itself = null;
    double best = 0;
    for (var survivor : base.survivors()) {
      if (survivor.action() == catalogue.ordinal(action.id())) {
        itself = survivor;
      }
      best = Math.max(best, survivor.score());
    }
    if (itself == null || itself.score() <= 0) {
      return null;
    }
    for (double more : MORE) {
      double factor = itself.lever() * (best / itself.score()) * more;
      double percent = Math.ceil(action.lever() + (factor - itself.lever()) * 100);
      if (percent > LEVER_MAX) {
        return null;
      }
      if (weighing(percent)) {
        return lever(least(percent));
      }
    }
    return null;
  }

  private boolean weighing(double percent) {
    return wouldShow(catalogue.withLever(action.id(), percent), asked);
  }

  /** The least whole percent that still shows it, between the weight it has and one that does. */
  private double least(double enough) {
    double little = Math.floor(action.lever());
    double most = enough;
    while (most - little > 1) {
      double middle = Math.floor((little + most) / 2);
      if (weighing(middle)) {
        most = middle;
      } else {
        little = middle;
      }
    }
    return most;
  }

  private Counterfactual lever(double percent) {
    return told(
        Counterfactual.Kind.LEVER,
        action.id(),
        words(Value.of(action.lever())),
        words(Value.of(percent)),
        "With a weight of " + (long) percent + " percent on it, this would be shown.");
  }
}
