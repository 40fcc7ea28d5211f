package cairn.map;

import java.util.Map;
import java.util.Optional;

/** The kinds of elements: the fields of each, and how many a board may hold. */
public enum Kind {
  BOARD(BoardInfo.SHAPE, BoardInfo::new, 1),
  PERSONA(Persona.SHAPE, Persona::new, 5),
  STAGE(Stage.SHAPE, Stage::new, 40),
  STEP(Step.SHAPE, Step::new, 240),
  LANE(Lane.SHAPE, Lane::new, 40),
  NOTE(Note.SHAPE, Note::new, 6_000),
  FEELING(FeelingPoint.SHAPE, FeelingPoint::new, 4_000),
  TOUCHPOINT(Touchpoint.SHAPE, Touchpoint::new, 1_000),
  TEAM(Team.SHAPE, Team::new, 60),
  MOMENT(Moment.SHAPE, Moment::new, 200),
  IDEA(Idea.SHAPE, Idea::new, 1_000),
  INITIATIVE(Initiative.SHAPE, Initiative::new, 200),
  VOTE(Vote.SHAPE, Vote::new, 10_000),
  COMMENT(Comment.SHAPE, Comment::new, 4_000),
  LINK(Link.SHAPE, Link::new, 2_000),
  PARKED(ParkedItem.SHAPE, ParkedItem::new, 500),
  CASE(CaseForAction.SHAPE, CaseForAction::new, 40),
  WORKSHOP(WorkshopState.SHAPE, WorkshopState::new, 1),
  ACTIVITY(Activity.SHAPE, Activity::new, 60);

  /** Makes the record of a kind. */
  private interface Maker {
    Element make(ElementId id, Fields fields);
  }

  @SuppressWarnings("ImmutableEnumChecker") // A shape is never changed once made.
  private final Shape shape;

  @SuppressWarnings("ImmutableEnumChecker") // A maker is the constructor of a record.
  private final Maker maker;

  private final int countMax;

  Kind(Shape shape, Maker maker, int countMax) {
    this.shape = shape;
    this.maker = maker;
    this.countMax = countMax;
  }

  /** Its fields. */
  public Shape shape() {
    return shape;
  }

  /** How many elements of this kind a board may hold. */
  public int countMax() {
    return countMax;
  }

  /** Its name on the wire. */
  public String wireName() {
    return Field.wireName(this);
  }

  /** The kind of that name on the wire, if there is one. */
  public static Optional<Kind> named(String wireName) {
    for (Kind kind : values()) {
      if (kind.wireName().equals(wireName)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** The element of that id with those values; fields of another kind are a fault of the caller. */
  public Element make(ElementId id, Fields fields) {
    return maker.make(id, fields);
  }

  /** Reads an element from values that came from outside; what is not said stays as it falls. */
  public Reading read(ElementId id, Map<String, Value> values) {
    var fields = Fields.of(this);
    for (var entry : values.entrySet()) {
      var field = shape.field(entry.getKey());
      if (field.isEmpty()) {
        return new Reading.Unreadable(entry.getKey(), "is not a field of a " + wireName());
      }
      String problem = field.get().problem(entry.getValue());
      if (problem != null) {
        return new Reading.Unreadable(entry.getKey(), problem);
      }
      fields = fields.with(entry.getKey(), entry.getValue());
    }
    return new Reading.Read(make(id, fields));
  }

  /** What came of reading an element. */
  public sealed interface Reading {
    /** It is a valid element. */
    record Read(Element element) implements Reading {}

    /** One field may not be so; the problem ends a sentence that begins with its name. */
    record Unreadable(String field, String problem) implements Reading {}
  }
}
