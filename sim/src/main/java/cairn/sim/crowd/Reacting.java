package cairn.sim.crowd;

import cairn.chance.Chance;
import cairn.decision.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one simulated person does with something shown, by what they truly like and by chance. They
 * want it with exactly the chance their {@link Taste} gives; some of those who do say so days
 * later. Of the others a few say no, a few not now, and most look on. Belongs to one thread.
 */
final class Reacting {
  private static final double SAYS_SO_LATER = 0.1;
  private static final double ACCEPTS_AT_ONCE = 0.6;
  private static final double NO_MAX = 0.08;
  private static final double NOT_NOW = 0.04;
  private static final double TELLS_HOW_IT_WENT = 0.3;
  private static final double REGRETS = 0.03;
  private static final List<String> REASONS =
      List.of("not for me", "too early for me", "I would rather do it myself", "too dear");

  private final Taste taste;
  private final List<String> tokens;
  private final Chance chance;

  /** What is done now, and what may come of it later. */
  record Course(Reaction now, @Nullable Instant laterAt, @Nullable Response later) {}

  Reacting(Taste taste, List<String> tokens, Chance chance) {
    this.taste = taste;
    this.tokens = tokens;
    this.chance = chance;
  }

  double likes(String action, String channel, String page) {
    var place =
        page.isEmpty()
            ? List.of("channel=" + channel)
            : List.of("channel=" + channel, "page=" + page);
    return taste.chance(tokens, place, action);
  }

  Course to(Shown shown, Deed.Visiting visit) {
    double likes = likes(shown.action(), visit.channel(), visit.page());
    if (chance.nextDouble() < likes) {
      return wanted(shown, visit.at());
    }
    double drawn = chance.nextDouble();
    double no = NO_MAX * (1 - likes) * (1 - likes);
    if (drawn < no) {
      var reason = REASONS.get(chance.nextInt(REASONS.size()));
      return now(shown, new Response(Response.Kind.NO, reason, null, 0));
    }
    if (drawn < no + NOT_NOW) {
      var until = visit.at().plus(Duration.ofDays(7L * (1 + chance.nextInt(6))));
      return now(shown, new Response(Response.Kind.NOT_NOW, null, until, 0));
    }
    return now(shown, response(Response.Kind.SHOWN, 0));
  }

  private Course wanted(Shown shown, Instant at) {
    if (shown.question() == null && chance.nextDouble() < SAYS_SO_LATER) {
      return new Course(
          new Reaction(shown, response(Response.Kind.SHOWN, 0)),
          at.plus(days(10)),
          response(Response.Kind.CLICKED, 0));
    }
    boolean accepts = shown.question() != null || chance.nextDouble() < ACCEPTS_AT_ONCE;
    var now =
        new Reaction(shown, response(accepts ? Response.Kind.ACCEPTED : Response.Kind.CLICKED, 0));
    double drawn = chance.nextDouble();
    if (!accepts || shown.question() != null || drawn > TELLS_HOW_IT_WENT + REGRETS) {
      return new Course(now, null, null);
    }
    return new Course(
        now,
        at.plus(days(25)),
        drawn < REGRETS
            ? response(Response.Kind.HARM, 0)
            : response(Response.Kind.OUTCOME, 1 + chance.nextInt(5)));
  }

  private Duration days(int most) {
    return Duration.ofMinutes(60 + chance.nextInt(most * 24 * 60));
  }

  private static Course now(Shown shown, Response response) {
    return new Course(new Reaction(shown, response), null, null);
  }

  private static Response response(Response.Kind kind, double value) {
    return new Response(kind, null, null, value);
  }
}
