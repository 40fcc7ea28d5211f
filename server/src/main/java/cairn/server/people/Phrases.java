package cairn.server.people;

import cairn.decision.Response;
import cairn.log.Fact;
import cairn.log.Fact.Withheld;
import cairn.person.Ending;
import cairn.person.Objection;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The few words that a closed list has one phrase each for. */
final class Phrases {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private Phrases() {}

  static String day(Instant time) {
    return DAY.format(time);
  }

  static String response(Response response, String action) {
    var until = response.until();
    return switch (response.kind()) {
      case SHOWN -> "You were shown: " + action;
      case CLICKED -> "You looked at: " + action;
      case ACCEPTED -> "You said yes to: " + action;
      case NO -> "You said no to: " + action;
      case NOT_NOW ->
          "You said not now to: " + action + (until == null ? "" : ", until " + day(until));
      case OUTCOME -> "Something came of: " + action;
      case HARM -> "You told us this was wrong for you: " + action;
    };
  }

  /** What became of something that waited to leave. */
  static String withheld(Withheld why) {
    return switch (why) {
      case PERSON_SAID_NO -> "We did not write to you: you said no.";
      case OBJECTION -> "We did not write to you: you objected.";
      case NO_CONSENT -> "We did not write to you: you did not allow it.";
      case NOT_NOW -> "We did not write to you: you said not now.";
      case PERSONS_LIMIT -> "We did not write to you: your own limit was reached.";
      case FREQUENCY_CAP -> "We did not write to you: you had heard enough from us.";
      case QUIET_HOURS -> "We did not write to you: it was a quiet hour.";
      case MISSING_IDENTIFIER -> "We did not write to you: we have no address for it.";
      case CHANNEL_STOPPED -> "We did not write to you: this way of writing was stopped.";
      case HOLD_OUT ->
          "We did not write to you: you are in the group that gets nothing, to compare.";
      case JOURNEY_OVER -> "We let go of what still waited: the journey was over.";
      case UNANSWERED -> "We let go of a question: a newer one took its place.";
    };
  }

  static String ending(Ending ending, String journey) {
    return switch (ending) {
      case ACHIEVED -> "You did it: " + journey;
      case DECLINED -> "You said no to " + journey;
      case CHANGED_PURPOSE -> "You now want something else than " + journey;
      case LEFT -> "You left " + journey;
      case TIMED_OUT -> "The time for " + journey + " ran out";
    };
  }

  static String objection(Objection.Scope scope, String subject) {
    return switch (scope) {
      case EVERYTHING -> "being contacted";
      case CHANNEL -> "being contacted by " + subject;
      case JOURNEY -> "the journey " + subject;
      case ACTION -> subject;
      case PROFILING -> "being profiled";
    };
  }

  static @Nullable String because(Fact.StepEntered f) {
    return switch (f.cause()) {
      case BEGINNING -> "The journey began here.";
      case EVENT, MOVE -> "Because of: " + sentence(f.by());
      case TIME -> "Because the time was over.";
      case ANSWER -> "Because of your answer.";
      case RULE -> f.by().equals("otherwise") ? null : "Because: " + f.by();
      case ARM -> "By chance, in the group " + f.by() + ".";
      case NEXT -> null;
      case OUTCOME -> "Because a colleague noted: " + f.by();
      case REQUEST -> "Because it was asked for.";
    };
  }

  /** What came of something that left; a desk's outcome is the colleague's own word. */
  static String came(String outcome) {
    return switch (outcome) {
      case "sent" -> "It was sent";
      case "placed" -> "It was put on your page";
      default ->
          outcome.startsWith("answered ")
              ? "The other system " + outcome
              : "A colleague noted: " + sentence(outcome);
    };
  }

  /** An event's name as words: {@code application_submitted} and A_SUBMITTED read alike. */
  static String sentence(String name) {
    var words = name.replace('_', ' ').replace('.', ' ').strip();
    if (words.isEmpty()) {
      return name;
    }
    boolean shouted = words.equals(words.toUpperCase(Locale.ROOT));
    var calm = shouted ? words.toLowerCase(Locale.ROOT) : words;
    return calm.substring(0, 1).toUpperCase(Locale.ROOT) + calm.substring(1);
  }
}
