package cairn.server.session;

import cairn.server.http.Access;
import cairn.server.http.Caller;
import cairn.server.http.Code;
import cairn.server.http.HttpRefusal;
import cairn.server.http.Json;
import cairn.server.http.Reply;
import cairn.server.http.Request;
import cairn.server.http.Route;
import cairn.server.http.Shape;
import cairn.workspace.account.Account;
import cairn.workspace.account.Passkey;
import cairn.workspace.account.PasskeyOutcome;
import cairn.workspace.account.PasskeyStart;
import cairn.workspace.account.Passkeys;
import cairn.workspace.account.Role;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Adding passkeys to an account, and signing in by one. */
public final class PasskeyRoutes {
  private static final int BODY_BYTES_MAX = Passkeys.ANSWER_MAX + 16 * 1024;

  private static final Access ANYONE = new Access.Anyone();
  private static final Access STAFF = new Access.Only(null, EnumSet.allOf(Role.class));

  private final Supplier<Passkeys> passkeys;
  private final SessionRoutes sessions;

  record StartedBody(String ceremony, JsonNode options) {}

  record FinishBody(String ceremony, JsonNode credential, @Nullable String label) {}

  record PasskeyBody(String id, String label, Instant createdAt, @Nullable Instant usedAt) {
    static PasskeyBody of(Passkey passkey) {
      return new PasskeyBody(
          passkey.id(), passkey.label(), passkey.createdAt(), passkey.usedAt().orElse(null));
    }
  }

  record ListBody(List<PasskeyBody> passkeys) {}

  /**
   * Routes over one site's passkeys.
   *
   * @param passkeys made when first needed, once the server knows its address
   */
  public PasskeyRoutes(Supplier<Passkeys> passkeys, SessionRoutes sessions) {
    this.passkeys = passkeys;
    this.sessions = sessions;
  }

  public List<Route> routes() {
    return List.of(
        Route.get(
            "/v1/passkeys",
            STAFF,
            "session",
            "Lists the passkeys of one's own account.",
            Shape.of(ListBody.class),
            request ->
                Reply.json(
                    new ListBody(
                        passkeys.get().of(account(request).id()).stream()
                            .map(PasskeyBody::of)
                            .toList()))),
        Route.delete(
            "/v1/passkeys/{passkey}",
            STAFF,
            "session",
            "Takes a passkey off one's own account.",
            null,
            this::remove),
        Route.post(
            "/v1/passkeys/registration",
            STAFF,
            "session",
            "Begins to add a passkey to one's own account.",
            null,
            Shape.of(StartedBody.class),
            request -> started(passkeys.get().startRegistration(account(request).id()))),
        Route.post(
            "/v1/passkeys/registration/finish",
            STAFF,
            "session",
            "Adds the passkey the browser made.",
            Shape.of(FinishBody.class),
            Shape.of(PasskeyBody.class),
            this::register),
        Route.post(
            "/v1/passkeys/sign-in",
            ANYONE,
            "session",
            "Begins to sign in by passkey.",
            null,
            Shape.of(StartedBody.class),
            request -> started(passkeys.get().startSignIn())),
        Route.post(
            "/v1/passkeys/sign-in/finish",
            ANYONE,
            "session",
            "Signs in by what the browser answered.",
            Shape.of(FinishBody.class),
            Shape.of(SessionBody.class),
            this::signIn));
  }

  private static Account account(Request request) {
    if (request.caller() instanceof Caller.Colleague(var account)) {
      return account;
    }
    throw new HttpRefusal(Code.CONFLICT, "An open house has no accounts; invite somebody first.");
  }

  private static Reply started(PasskeyStart start) {
    return switch (start) {
      case PasskeyStart.Started(var ceremony, var options) ->
          Reply.json(new StartedBody(ceremony, tree(options)));
      case PasskeyStart.Refused(var reason) -> throw SessionRoutes.refused(reason);
    };
  }

  private static JsonNode tree(String json) {
    try {
      return Json.MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the options of a passkey are always JSON", e);
    }
  }

  private Reply register(Request request) {
    var body = body(request);
    var label = body.label() == null ? "Passkey" : body.label();
    var outcome =
        passkeys
            .get()
            .finishRegistration(
                account(request).id(), body.ceremony(), body.credential().toString(), label);
    return switch (outcome) {
      case PasskeyOutcome.Added(var passkey) -> Reply.json(PasskeyBody.of(passkey));
      case PasskeyOutcome.Refused(var reason) -> throw SessionRoutes.refused(reason);
    };
  }

  private Reply signIn(Request request) {
    var body = body(request);
    return sessions.answer(
        passkeys
            .get()
            .finishSignIn(body.ceremony(), body.credential().toString(), request.raw().from()));
  }

  private Reply remove(Request request) {
    var account = account(request);
    var refusal =
        passkeys.get().remove(account.id().actor(), account.id(), request.param("passkey"));
    if (refusal.isPresent()) {
      throw HttpRefusal.notFound(refusal.get().message());
    }
    return Reply.done();
  }

  private static FinishBody body(Request request) {
    var body = Json.read(request, BODY_BYTES_MAX, FinishBody.class);
    if (body.ceremony() == null || body.credential() == null) {
      throw new HttpRefusal(Code.INVALID, "Send ceremony and credential.");
    }
    return body;
  }
}
