package cairn.map;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where the workshop stands: agenda, timer, voting and private writing; there is one, with the id
 * {@link #ID}.
 */
public record WorkshopState(ElementId id, Fields fields) implements Element {
  /** The agenda it follows; empty when no workshop runs. */
  public static final Field<String> AGENDA = Field.text("agenda", Bounds.NAME_MAX);

  /** The activity under way. */
  public static final Field<Optional<ElementId>> ACTIVITY = Field.reference("activity");

  /** When the timer runs out; empty when it does not run. */
  public static final Field<Optional<Instant>> TIMER_ENDS = Field.instant("timerEnds");

  /** Seconds left on a paused timer. */
  public static final Field<OptionalDouble> TIMER_LEFT =
      Field.optionalAmount("timerLeftSeconds", 0, 86_400);

  /** Whether what people write is hidden from the others. */
  public static final Field<Boolean> PRIVATE_WRITING = Field.flag("privateWriting");

  /** Whether dots may be given and taken back. */
  public static final Field<Boolean> VOTING = Field.flag("voting");

  /** The number of the voting round. */
  public static final Field<Double> ROUND = Field.amount("round", 0, 1_000, 0);

  /** Dots for each person in a round. */
  public static final Field<Double> DOTS = Field.amount("dots", 0, 99, 5);

  /** Whether nobody learns whose dot is whose. */
  public static final Field<Boolean> ANONYMOUS_VOTES = Field.flag("anonymousVotes");

  /** Whether dots are hidden until the voting closes. */
  public static final Field<Boolean> HIDDEN_VOTES = Field.flag("hiddenVotes");

  /** When the voting closes by itself; empty for never. */
  public static final Field<Optional<Instant>> VOTING_ENDS = Field.instant("votingEnds");

  /** The place everybody is brought to: a screen or an element. */
  public static final Field<String> GATHER = Field.text("gather", Bounds.NAME_MAX);

  /** How often everybody was brought somewhere; a change brings them. */
  public static final Field<Double> GATHERED = Field.amount("gathered", 0, 1_000_000, 0);

  static final Shape SHAPE =
      Shape.of(
          AGENDA,
          ACTIVITY,
          TIMER_ENDS,
          TIMER_LEFT,
          PRIVATE_WRITING,
          VOTING,
          ROUND,
          DOTS,
          ANONYMOUS_VOTES,
          HIDDEN_VOTES,
          VOTING_ENDS,
          GATHER,
          GATHERED);

  public WorkshopState {
    Fields.require(fields, Kind.WORKSHOP);
  }

  /** The agenda it follows. */
  public String agenda() {
    return get(AGENDA);
  }

  /** The activity under way. */
  public Optional<ElementId> activity() {
    return get(ACTIVITY);
  }

  /** When the timer runs out. */
  public Optional<Instant> timerEnds() {
    return get(TIMER_ENDS);
  }

  /** Seconds left on a paused timer. */
  public OptionalDouble timerLeft() {
    return get(TIMER_LEFT);
  }

  /** Whether what people write is hidden from the others. */
  public boolean isPrivateWriting() {
    return get(PRIVATE_WRITING);
  }

  /** Whether nobody learns whose dot is whose. */
  public boolean isAnonymous() {
    return get(ANONYMOUS_VOTES);
  }

  /** Whether dots are hidden until the voting closes. */
  public boolean hidesVotes() {
    return get(HIDDEN_VOTES);
  }

  /** When the voting closes by itself. */
  public Optional<Instant> votingEnds() {
    return get(VOTING_ENDS);
  }

  /** The place everybody is brought to. */
  public String gather() {
    return get(GATHER);
  }

  /** The id of the one element of this kind. */
  public static final ElementId ID = new ElementId("workshop");

  /** A workshop that has not begun. */
  public static WorkshopState none() {
    return new WorkshopState(ID, Fields.of(Kind.WORKSHOP));
  }

  /** The number of the voting round. */
  public int round() {
    return (int) Math.round(get(ROUND));
  }

  /** Dots for each person in a round. */
  public int dots() {
    return (int) Math.round(get(DOTS));
  }

  /** Whether a dot may be given at that time. */
  public boolean isVotingAt(Instant now) {
    return get(VOTING) && get(VOTING_ENDS).map(end -> !now.isAfter(end)).orElse(true);
  }
}
