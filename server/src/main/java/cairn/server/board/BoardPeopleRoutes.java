package cairn.server.board;

import cairn.map.Field;
import cairn.map.Role;
import cairn.server.http.Access;
import cairn.server.http.Code;
import cairn.server.http.HttpRefusal;
import cairn.server.http.Json;
import cairn.server.http.Reply;
import cairn.server.http.Request;
import cairn.server.http.Route;
import cairn.server.http.Shape;
import cairn.workspace.Workspace;
import cairn.workspace.account.EmailAddress;
import cairn.workspace.audit.Actor;
import cairn.workspace.board.BoardLink;
import cairn.workspace.board.BoardMember;
import cairn.workspace.board.BoardRefusal;
import cairn.workspace.board.Guest;
import cairn.workspace.board.JoinOutcome;
import cairn.workspace.board.LinkOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The people of a map: members, links and codes for guests, and coming by them. */
final class BoardPeopleRoutes {
  /** For how long a link works unless somebody says otherwise. */
  static final Duration LINK_LIFE = Duration.ofDays(7);

  private static final Access ANYONE =
      new Access.Inside("Members of the board and guests with its link");
  private static final Access STAFF = new Access.Known();

  private final Workspace workspace;
  private final BoardDoor door;
  private final LiveBoards live;
  private final InstantSource clock;
  private final boolean secureCookies;

  record LinkAskBody(@Nullable String role, @Nullable Integer hours) {}

  record LinkBody(String id, String code, String role, Instant expires, @Nullable String url) {}

  record JoinBody(String code, String name) {}

  record JoinedBody(String board, String title, String role, String name) {}

  record MemberBody(String member, String name, String role, Instant since) {}

  record MemberAskBody(String email, String role) {}

  BoardPeopleRoutes(
      Workspace workspace,
      BoardDoor door,
      LiveBoards live,
      InstantSource clock,
      boolean secureCookies) {
    this.workspace = workspace;
    this.door = door;
    this.live = live;
    this.clock = clock;
    this.secureCookies = secureCookies;
  }

  List<Route> routes() {
    return List.of(
        Route.post(
            "/v1/join",
            ANYONE,
            "maps",
            "Comes on to a map by the token of a link or by its code.",
            Shape.of(JoinBody.class),
            Shape.of(JoinedBody.class),
            this::join),
        Route.get(
            "/v1/boards/{id}/links",
            STAFF,
            "maps",
            "Lists the open links of a map, without their secrets.",
            Shape.media(Json.TYPE),
            this::links),
        Route.post(
            "/v1/boards/{id}/links",
            STAFF,
            "maps",
            "Opens a link and a code for guests, mappers or viewers.",
            Shape.of(LinkAskBody.class),
            Shape.of(LinkBody.class),
            this::openLink),
        Route.delete(
            "/v1/boards/{id}/links/{link}",
            STAFF,
            "maps",
            "Closes a link and sends away whoever came by it.",
            null,
            this::closeLink),
        Route.get(
            "/v1/boards/{id}/members",
            STAFF,
            "maps",
            "Lists who has a role on a map, guests included.",
            Shape.media(Json.TYPE),
            this::members),
        Route.post(
            "/v1/boards/{id}/members",
            STAFF,
            "maps",
            "Gives a colleague a role on a map.",
            Shape.of(MemberAskBody.class),
            null,
            this::setMember),
        Route.delete(
            "/v1/boards/{id}/members/{member}",
            STAFF,
            "maps",
            "Takes somebody's role on a map away.",
            null,
            this::removeMember));
  }

  private Reply join(Request request) {
    var body = Json.read(request, BoardRoutes.BODY_BYTES_MAX, JoinBody.class);
    if (body.code() == null || body.name() == null) {
      throw new HttpRefusal(Code.INVALID, "Send code and name.");
    }
    return switch (workspace
        .boardLinks()
        .join(body.code().strip(), body.name(), request.raw().from())) {
      case JoinOutcome.Joined(var guest, var token) -> {
        var life = Duration.between(clock.instant(), guest.expires());
        yield Reply.json(
                new JoinedBody(
                    guest.board().value(),
                    door.board(guest.board().value()).title(),
                    Field.wireName(guest.role()),
                    guest.name()))
            .with(
                "Set-Cookie",
                BoardDoor.COOKIE
                    + "="
                    + token.text()
                    + "; Path=/v1; HttpOnly; SameSite=Lax; Max-Age="
                    + Math.max(0, life.toSeconds())
                    + (secureCookies ? "; Secure" : ""));
      }
      case JoinOutcome.Refused(var reason) -> throw refused(reason);
      case JoinOutcome.TooManyTries(var wait) ->
          throw HttpRefusal.later(Code.BUSY, "Too many tries; wait a while.", wait);
    };
  }

  private Reply links(Request request) {
    var board = door.board(request.param("id"));
    door.facilitator(request, board.id());
    return Reply.json(
        workspace.boardLinks().of(board.id()).stream().map(link -> body(link, null)).toList());
  }

  private Reply openLink(Request request) {
    var board = door.board(request.param("id"));
    var by = door.facilitator(request, board.id());
    var body = Json.read(request, BoardRoutes.BODY_BYTES_MAX, LinkAskBody.class);
    var role = role(body.role() == null ? "guest" : body.role());
    if (role == Role.FACILITATOR) {
      throw HttpRefusal.invalid("role", "A link makes nobody a facilitator.");
    }
    var life = body.hours() == null ? LINK_LIFE : Duration.ofHours(body.hours());
    if (!life.isPositive() || life.compareTo(cairn.workspace.board.BoardLinks.LIFE_MAX) > 0) {
      throw HttpRefusal.invalid("hours", "A link works for at most 30 days.");
    }
    return switch (workspace.boardLinks().open(by.actor(), board.id(), role, life)) {
      case LinkOutcome.Opened(var link, var token) ->
          Reply.json(201, body(link, origin(request) + "/join/" + token.text()));
      case LinkOutcome.Refused(var reason) -> throw refused(reason);
    };
  }

  private String origin(Request request) {
    return (secureCookies ? "https://" : "http://") + request.header("Host").orElse("localhost");
  }

  private static LinkBody body(BoardLink link, @Nullable String url) {
    return new LinkBody(link.id(), link.code(), Field.wireName(link.role()), link.expires(), url);
  }

  private Reply closeLink(Request request) {
    var board = door.board(request.param("id"));
    var by = door.facilitator(request, board.id());
    if (!workspace.boardLinks().close(by.actor(), board.id(), request.param("link"))) {
      throw HttpRefusal.notFound("There is no such link.");
    }
    live.sendAway(
        board.id(),
        workspace.boardLinks().guests(board.id()).stream()
            .map(guest -> guest.actor().text())
            .collect(Collectors.toSet()));
    return Reply.done();
  }

  private Reply members(Request request) {
    var board = door.board(request.param("id"));
    door.visitor(request, board.id());
    var members = workspace.boardMembers().of(board.id()).stream().map(this::member);
    var guests = workspace.boardLinks().guests(board.id()).stream().map(this::guest);
    return Reply.json(java.util.stream.Stream.concat(members, guests).toList());
  }

  private MemberBody member(BoardMember member) {
    var name =
        member.actor().kind() == Actor.Kind.STAFF
            ? workspace
                .accounts()
                .find(new cairn.workspace.account.StaffId(member.actor().id()))
                .map(account -> account.name().value())
                .orElse("")
            : "Facilitator";
    return new MemberBody(
        member.actor().text(), name, Field.wireName(member.role()), member.since());
  }

  private MemberBody guest(Guest guest) {
    return new MemberBody(
        guest.actor().text(), guest.name(), Field.wireName(guest.role()), guest.expires());
  }

  private Reply setMember(Request request) {
    var board = door.board(request.param("id"));
    var by = door.facilitator(request, board.id());
    var body = Json.read(request, BoardRoutes.BODY_BYTES_MAX, MemberAskBody.class);
    var account =
        EmailAddress.parse(String.valueOf(body.email()))
            .flatMap(workspace.accounts()::find)
            .orElseThrow(
                () -> HttpRefusal.invalid("email", "There is no colleague with this address."));
    var member = account.id().actor();
    workspace
        .boardMembers()
        .set(by.actor(), board.id(), member, role(String.valueOf(body.role())))
        .ifPresent(reason -> {
          throw refused(reason);
        });
    live.sendAway(board.id(), Set.of(member.text()));
    return Reply.done();
  }

  private Reply removeMember(Request request) {
    var board = door.board(request.param("id"));
    var by = door.facilitator(request, board.id());
    Actor member;
    try {
      member = Actor.parse(request.param("member"));
    } catch (IllegalArgumentException e) {
      throw HttpRefusal.notFound("This person has no role on the map.");
    }
    workspace
        .boardMembers()
        .remove(by.actor(), board.id(), member)
        .ifPresent(reason -> {
          throw refused(reason);
        });
    live.sendAway(board.id(), Set.of(member.text()));
    return Reply.done();
  }

  private static Role role(String name) {
    return Arrays.stream(Role.values())
        .filter(role -> Field.wireName(role).equals(name))
        .findFirst()
        .orElseThrow(
            () -> HttpRefusal.invalid("role", "The roles are facilitator, mapper, guest, viewer."));
  }

  private static HttpRefusal refused(BoardRefusal reason) {
    return switch (reason) {
      case UNKNOWN_BOARD, UNKNOWN_MEMBER -> HttpRefusal.notFound(reason.message());
      case LAST_FACILITATOR, TOO_MANY_MEMBERS, TOO_MANY_LINKS, TOO_MANY_GUESTS ->
          new HttpRefusal(Code.CONFLICT, reason.message());
      case LINK_NOT_VALID -> HttpRefusal.invalid("code", reason.message());
      case NAME_INVALID -> HttpRefusal.invalid("name", reason.message());
    };
  }
}
