package cairn.blueprint.file;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds words that press people instead of informing them: shame in saying no, hurry without a
 * date, shortage, the crowd, consent taken for granted, questions turned round, payment that slips
 * in, and reaching for what others entrusted. A date is no hurry: "until 31 March" may be said.
 *
 * <p>It knows phrases in English and German, not meanings. What it misses is listed beside its
 * test.
 */
final class PressingWords {
  private static final List<Kind> KINDS =
      List.of(
          kind(
              "This makes a no something to be ashamed of.",
              "Let the no be a plain one, such as: No, thank you.",
              "\\bno,? (thanks|thank you)\\W+(but )?(i|we)\\b.{0,3}"
                  + "(d rather|would rather|don.t|do not|prefer|like|want|hate|enjoy)",
              "\\b(i|we)(.d| would) rather (pay|lose|miss|stay|keep|waste|risk|remain|not)",
              "\\b(i|we) (don.t|do not) (want|care|need|like|wish)( to| about)? "
                  + "(save|saving|better|free|more|my|a better|protect)",
              "\\bi (like|prefer|enjoy|am happy) (paying|wasting|losing|missing|to (pay|miss))",
              "\\bnein,? (vielen )?dank\\w*\\W+(ich|wir) (zahle|bezahle|verzichte|möchte"
                  + " nicht|will)",
              "\\bich (verzichte lieber|bezahle lieber|zahle lieber|möchte nicht sparen)"),
          kind(
              "This hurries people without a date they could check.",
              "Say until when it holds, with the date, or take it out.",
              "(^|[.!?] )hurry\\b",
              "\\b(act (now|fast|quickly)|last chance|final (hours|call)|don.t wait|now or"
                  + " never)\\b",
              "\\b(before it.?s too late|running out of time)\\b",
              "\\bdon.t miss (out|this|your)",
              "\\b(limited[- ]time|today only|only today|for a short time only)\\b",
              "\\bwhile (stocks? lasts?|supplies last)\\b",
              "\\b(ends?|expires?|closes?|gone) (soon|tonight)\\b",
              "\\b(ends?|expires?|closes?|gone) in (\\d+ )?(seconds?|minutes?|hours?)\\b",
              "\\b\\d{1,2}:\\d{2}(:\\d{2})?\\s*(left|remaining|to go)",
              "\\b\\d+ (minutes?|hours?|seconds?) (left|remaining|to go)\\b",
              "\\b(nur noch heute|nur heute|letzte chance|jetzt zugreifen|beeilen sie sich)\\b",
              "\\b(endet bald|solange der vorrat reicht)\\b"),
          kind(
              "This speaks of a shortage that nobody can check.",
              "Take it out; a limit over all people is kept by a volume limit, not by words.",
              "\\b(only|just) \\d+ (\\w+ )?(left|remaining|spots?|places?|seats?|rooms?)\\b",
              "\\b(almost|nearly) (gone|sold out|fully booked)",
              "\\b(selling|going|filling up) (fast|out)\\b|\\bin high demand\\b",
              "\\bnur noch \\d+|\\b(fast|beinahe) (ausverkauft|vergriffen|ausgebucht)"),
          kind(
              "This points at what others do, to press.",
              "Say what it does for this person.",
              "\\b\\d[\\d,.]* (other )?(\\w+) (are |have )?(just |also |right now )?"
                  + "(looking at|viewing|booked|bought)",
              "\\b\\d[\\d,.]* (other )?(\\w+) (have )?(already|just) (joined|signed|switched)",
              "\\b\\d[\\d,.]* (\\w+) in your (area|street|town|city) ",
              "\\b(everyone|everybody) else\\b|\\bdon.t be the (last|only)",
              "\\b(someone|somebody|\\w+ from \\w+) (has )?just (bought|booked|joined|signed)",
              "\\b\\d+ (andere|personen|kunden|nachbarn) (haben schon|sehen|buchen)"),
          kind(
              "This takes a yes for granted.",
              "Ask, and let nothing be chosen beforehand.",
              "\\bpre-?(ticked|selected|checked)\\b",
              "\\bwe(.ve| have) (already |automatically )?"
                  + "(ticked|signed you up|opted you|enrolled you|subscribed you|switched you)",
              "\\badded .{0,40}to your (basket|order|plan|contract|policy|bill)\\b",
              "\\byou(.re| are| have been|.ve been| will be) (already |automatically )"
                  + "(enrolled|subscribed|opted in|signed up|added)",
              "\\bunless you (opt out|object|untick|uncheck)",
              "\\bby (continuing|using|reading|staying|scrolling)\\W.{0,30}you"
                  + " (agree|accept|consent)",
              "\\b(vorausgewählt|automatisch angemeldet)|\\bwenn sie nicht widersprechen"),
          kind(
              "This turns the question round.",
              "Ask so that yes is yes and no is no.",
              "\\b(untick|uncheck)\\b.{0,60}\\b(not|don.t|unless)\\b",
              "\\b(tick|check|select) (here|this|the box|below)\\b.{0,60}\\b(not|don.t|unless)\\b"),
          kind(
              "Here a payment slips in.",
              "Say what it costs, from when on, before anybody says yes.",
              "\\bautomatic(ally)? (renew|charge|continu|convert|bill|extend)",
              "\\b(will|shall) be (charged|billed) (automatically|unless)",
              "\\b(fees?|charges) (may |will )?apply\\b|\\bplus (fees|charges)\\b",
              "\\bfree\\b.{0,60}\\b(then|after that|afterwards)\\b.{0,20}[£$€]",
              "\\bverlängert sich automatisch|\\bzzgl\\.? gebühren"),
          kind(
              "This reaches for what others entrusted to the person.",
              "Take it out.",
              "\\b(access|share|upload|import|invite|sync) (to )?(all )?(of )?(your|my) "
                  + "(contacts|address ?book|phone ?book|friends)\\b"));

  private PressingWords() {}

  private record Kind(String what, String remedy, List<Pattern> patterns) {}

  private static Kind kind(String what, String remedy, String... patterns) {
    int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    return new Kind(
        what, remedy, List.of(patterns).stream().map(p -> Pattern.compile(p, flags)).toList());
  }

  /** Tells of each way in which words press, once, with its place. */
  static void check(FileReading reading, Tree.Scalar words) {
    for (var kind : KINDS) {
      for (var pattern : kind.patterns()) {
        var found = pattern.matcher(words.text());
        if (found.find()) {
          reading.objection(
              words.at(found.start()),
              kind.what() + " It says: " + found.group().strip() + ".",
              kind.remedy());
          break;
        }
      }
    }
  }
}
