package cairn.map;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A board with people around it: what the tests of the board speak with. */
final class Room {
  static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
  static final Member ADA = new Member(new MemberId("ada"), Role.FACILITATOR);
  static final Member BEN = new Member(new MemberId("ben"), Role.MAPPER);
  static final Member CY = new Member(new MemberId("cy"), Role.MAPPER);
  static final Member GUS = new Member(new MemberId("gus"), Role.GUEST);
  static final Member VI = new Member(new MemberId("vi"), Role.VIEWER);

  static final ElementId DOING = Lane.standardId(LaneRole.DOING);
  static final ElementId THINKING = Lane.standardId(LaneRole.THINKING);
  static final ElementId SEARCH = new ElementId("search");

  final BoardSettings settings;
  final OpenBoard board;
  Instant now = NOON;
  private int gestures;

  Room() {
    this(BoardSettings.DEFAULT);
  }

  Room(BoardSettings settings) {
    this.settings = settings;
    this.board = new OpenBoard(BoardState.EMPTY, settings);
  }

  /** A room with a stage called Search and the lanes doing and thinking. */
  static Room ready() {
    var room = new Room();
    room.must(
        ADA,
        Op.put(make(Kind.STAGE, "search", Map.of("name", Value.of("Search")))),
        Op.put(make(Kind.LANE, DOING.text(), Map.of("role", Value.of("doing")))),
        Op.put(make(Kind.LANE, THINKING.text(), Map.of("role", Value.of("thinking")))));
    return room;
  }

  OpenBoard.Answer send(Member member, Op... ops) {
    return send(member, new BatchId("gesture-" + gestures++), ops);
  }

  OpenBoard.Answer send(Member member, BatchId id, Op... ops) {
    var answer = board.offer(new Batch(id, member.id(), "", List.of(ops)), member, now);
    if (answer instanceof OpenBoard.Answer.Fresh(var revision)) {
      board.commit(revision);
    }
    return answer;
  }

  Revision must(Member member, Op... ops) {
    return switch (send(member, ops)) {
      case OpenBoard.Answer.Fresh(var revision) -> revision;
      case OpenBoard.Answer.Repeated(var rev) -> throw new AssertionError("repeated " + rev);
      case OpenBoard.Answer.Refused(var refusal) -> throw new AssertionError(refusal.message());
    };
  }

  Verdict.Reason refusal(Member member, Op... ops) {
    return refused(member, ops).reason();
  }

  Verdict.Refused refused(Member member, Op... ops) {
    var before = board.state();
    var answer = send(member, ops);
    if (answer instanceof OpenBoard.Answer.Refused(var refusal)) {
      if (!board.state().equals(before)) {
        throw new AssertionError("a refusal changed the board");
      }
      return refusal;
    }
    throw new AssertionError("not refused: " + answer);
  }

  BoardState state() {
    return board.state();
  }

  String text(String id) {
    return state().find(Note.class, new ElementId(id)).map(Note::text).orElse("(none)");
  }

  static Element make(Kind kind, String id, Map<String, Value> values) {
    return switch (kind.read(new ElementId(id), values)) {
      case Kind.Reading.Read(var element) -> element;
      case Kind.Reading.Unreadable(var field, var problem) ->
          throw new AssertionError(field + " " + problem);
    };
  }

  static Op note(String id, ElementId lane, String text) {
    return Op.put(
        make(
            Kind.NOTE,
            id,
            Map.of(
                "lane", Value.of(lane.text()),
                "column", Value.of("search"),
                "text", Value.of(text))));
  }

  static Op text(String id, String text) {
    return Op.set(new ElementId(id), Note.TEXT, text);
  }

  static Op text(String id, String was, String text) {
    return Op.set(new ElementId(id), Note.TEXT, was, text);
  }

  static Op del(String id) {
    return Op.del(new ElementId(id));
  }

  static Op dot(String id, String target) {
    return Op.put(make(Kind.VOTE, id, Map.of("target", Value.of(target))));
  }

  static Op workshop(Map<String, Value> fields) {
    return Op.put(make(Kind.WORKSHOP, WorkshopState.ID.text(), fields));
  }

  static <T> Op workshop(Field<T> field, T value) {
    return Op.set(WorkshopState.ID, field, value);
  }

  static Optional<ElementId> id(String text) {
    return Optional.of(new ElementId(text));
  }
}
