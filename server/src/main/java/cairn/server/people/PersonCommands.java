package cairn.server.people;

import cairn.engine.Command;
import cairn.engine.Envelope;
import cairn.engine.Host;
import cairn.engine.Outcome;
import cairn.engine.Priority;
import cairn.engine.Reason;
import cairn.log.Entry;
import cairn.person.PersonKey;
import cairn.server.http.Code;
import cairn.server.http.HttpRefusal;
import cairn.server.http.Request;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.UUID;

/** Sends one command for one person and turns a refusal into an error. Safe for many threads. */
public final class PersonCommands {
  private final Host host;
  private final InstantSource clock;

  public PersonCommands(Host host, InstantSource clock) {
    this.host = host;
    this.clock = clock;
  }

  /** Takes a command, under the request's idempotency key where it has one. */
  Outcome submit(Request request, PersonKey person, Command command) {
    var id =
        request
            .header("Idempotency-Key")
            .filter(key -> !key.isBlank() && key.length() <= Entry.COMMAND_ID_CHARS_MAX)
            .orElseGet(() -> "srv-" + UUID.randomUUID());
    return submit(id, clock.instant(), person, command);
  }

  /**
   * Takes a command.
   *
   * @param id its idempotency key, of at most {@link Entry#COMMAND_ID_CHARS_MAX} characters
   * @param at when what it tells occurred
   */
  public Outcome submit(String id, Instant at, PersonKey person, Command command) {
    var envelope = new Envelope(person, null, id, Entry.Origin.LIVE, at, command);
    return switch (host.submit(envelope, Priority.INTERACTIVE).join()) {
      case Outcome.Taken taken -> taken;
      case Outcome.Duplicate duplicate -> duplicate;
      case Outcome.Refused(var reason, var state) -> throw refusal(reason);
      case Outcome.Overloaded(var retryAfter) ->
          throw HttpRefusal.later(Code.BUSY, "Too much comes in at once; try again.", retryAfter);
      case Outcome.Unavailable(var why) ->
          throw HttpRefusal.later(Code.UNAVAILABLE, why, Duration.ofSeconds(5));
    };
  }

  private static HttpRefusal refusal(Reason reason) {
    var code =
        switch (reason) {
          case NO_SUCH_INSTANCE,
              UNKNOWN_JOURNEY,
              UNKNOWN_STEP,
              UNKNOWN_VERSION,
              UNKNOWN_EFFECT,
              UNKNOWN_PURPOSE,
              UNKNOWN_QUESTION,
              UNKNOWN_BEGINNING ->
              Code.NOT_FOUND;
          case ERASED -> Code.ERASED;
          case UNFIT_ANSWER -> Code.INVALID;
          default -> Code.CONFLICT;
        };
    return new HttpRefusal(
        new HttpRefusal.Problem(
            code.status(), reason.name().toLowerCase(Locale.ROOT), reason.sentence(), null, null));
  }
}
