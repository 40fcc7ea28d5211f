package cairn.blueprint.rule;

import cairn.person.Recall;
import cairn.rule.Condition;
import cairn.rule.Situation;
import cairn.rule.Truth;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelKind;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What rules say about time: remembered times of events and contacts, and spans. */
final class Times {
  private final Vocabulary vocabulary;
  private final Translator translator;

  Times(Vocabulary vocabulary, Translator translator) {
    this.vocabulary = vocabulary;
    this.translator = translator;
  }

  /**
   * How often something happened in a window that ends now and does not hold its own beginning.
   *
   * @param subjects what is counted, all together
   */
  record Counting(List<String> subjects, Duration window) {
    long count(Situation situation) {
      long count = 0;
      for (var subject : subjects) {
        var recall = situation.person().recall(subject);
        count += recall == null ? 0 : recall.count(situation.now(), window);
      }
      return count;
    }

    /** When the next remembered time leaves the window, or one ahead of now enters it. */
    long nextStep(Situation situation) {
      long now = situation.now().toEpochMilli();
      long next = Term.NEVER;
      for (var subject : subjects) {
        var recall = situation.person().recall(subject);
        for (int i = 0; recall != null && i < recall.size(); i++) {
          long enters = recall.time(i);
          long leaves = enters + window.toMillis();
          next = Math.min(next, enters > now ? enters : leaves > now ? leaves : Term.NEVER);
        }
      }
      return next;
    }

    Reads reads(int keep) {
      var reads = Reads.NOTHING;
      for (var subject : subjects) {
        reads = reads.and(Reads.times(subject, keep));
      }
      return reads;
    }
  }

  /** What a call of count or contacts counts; null, with a problem, where it makes no sense. */
  @Nullable Counting counting(CelExpr part) {
    var args = part.call().args();
    boolean contacts = part.call().function().equals("contacts");
    var window = window(args.getLast());
    if (contacts) {
      translator.refuseInSegment(part);
    }
    if (contacts && args.size() == 1) {
      var all = vocabulary.channels().stream().sorted().map(Times::contact).toList();
      return window == null ? null : new Counting(all, window);
    }
    var subject = contacts ? channel(args.getFirst()) : event(args.getFirst());
    return subject == null || window == null ? null : new Counting(List.of(subject), window);
  }

  Condition condition(CelExpr part) {
    var args = part.call().args();
    var subject = event(args.getFirst());
    if (part.call().function().equals("happened")) {
      return subject == null
          ? Condition.ALWAYS
          : Leaf.still(
              translator.text(part),
              Reads.times(subject, 1),
              situation -> Truth.of(last(situation, subject) != null));
    }
    var window = window(args.getLast());
    if (subject == null || window == null) {
      return Condition.ALWAYS;
    }
    var counting = new Counting(List.of(subject), window);
    return new Leaf(
        translator.text(part),
        counting.reads(1),
        situation -> Truth.of(counting.count(situation) > 0),
        counting::nextStep);
  }

  Term value(CelExpr part) {
    return switch (part.call().function()) {
      case "count", "contacts" -> {
        var counting = counting(part);
        yield counting == null
            ? Term.constant(0L)
            : new Term(counting::count, counting.reads(Recall.TIMES_MAX), 0, counting::nextStep);
      }
      case "last" -> {
        var subject = event(part.call().args().getFirst());
        yield subject == null
            ? Term.constant(Instant.EPOCH)
            : Term.of(Reads.times(subject, 1), situation -> last(situation, subject));
      }
      case "since" -> {
        var subject = event(part.call().args().getFirst());
        yield subject == null
            ? Term.constant(Duration.ZERO)
            : new Term(
                situation -> since(situation, subject), Reads.times(subject, 1), 1, Term.NONE);
      }
      case "duration" -> duration(part);
      default -> timestamp(part);
    };
  }

  private static @Nullable Instant last(Situation situation, String subject) {
    var recall = situation.person().recall(subject);
    return recall == null ? null : recall.last();
  }

  private static @Nullable Duration since(Situation situation, String subject) {
    var last = last(situation, subject);
    return last == null ? null : Duration.between(last, situation.now());
  }

  private Term duration(CelExpr part) {
    var argument = part.call().args().getFirst();
    if (translator.kind(argument) == CelKind.DURATION) {
      return translator.term(argument);
    }
    var text = translator.literal(argument, "A length of time");
    var span = text == null ? Optional.<Duration>empty() : Span.parse(text);
    if (text != null && span.isEmpty()) {
      refuseSpan(argument, text);
    }
    return Term.constant(span.orElse(Duration.ZERO));
  }

  private Term timestamp(CelExpr part) {
    var argument = part.call().args().getFirst();
    if (translator.kind(argument) == CelKind.TIMESTAMP) {
      return translator.term(argument);
    }
    if (argument.getKind() == CelExpr.ExprKind.Kind.CONSTANT
        && translator.kind(argument) == CelKind.STRING) {
      var text = argument.constant().stringValue();
      var time = time(text);
      if (time == null) {
        translator.refuse(
            argument, "This is not a time: " + text + ".", "Write it as 2026-01-31T00:00:00Z.");
      }
      return Term.constant(time == null ? Instant.EPOCH : time);
    }
    if (translator.kind(argument) != CelKind.STRING && translator.kind(argument) != CelKind.DYN) {
      return translator.refused(part);
    }
    var text = translator.still(argument);
    return new Term(
        situation ->
            switch (text.get(situation)) {
              case String is -> time(is);
              case Instant is -> is;
              case null, default -> null;
            },
        text.reads(),
        0,
        text.steps());
  }

  /** An RFC 3339 time, or null. */
  private static @Nullable Instant time(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException noTime) {
      return null;
    }
  }

  private @Nullable Duration window(CelExpr part) {
    var text = translator.literal(part, "A window");
    if (text == null) {
      return null;
    }
    var span = Span.parse(text).filter(is -> !is.isNegative() && !is.isZero());
    if (span.isEmpty()) {
      refuseSpan(part, text);
    }
    return span.orElse(null);
  }

  private void refuseSpan(CelExpr part, String text) {
    translator.refuse(
        part,
        "This is not a length of time: " + text + ".",
        "Write a number with s, m, h, d or w, such as 7d.");
  }

  private @Nullable String event(CelExpr part) {
    var name = translator.literal(part, "The name of an event");
    if (name != null && !vocabulary.knowsEvent(name)) {
      translator.refuse(
          part,
          "There is no event " + name + ".",
          Nearest.remedy(name, vocabulary.events().keySet()));
    }
    return name;
  }

  private @Nullable String channel(CelExpr part) {
    var name = translator.literal(part, "The channel");
    if (name == null) {
      return null;
    }
    if (!vocabulary.channels().contains(name)) {
      translator.refuse(
          part, "There is no channel " + name + ".", Nearest.remedy(name, vocabulary.channels()));
    }
    return contact(name);
  }

  private static String contact(String channel) {
    return Recall.CONTACT + channel;
  }
}
