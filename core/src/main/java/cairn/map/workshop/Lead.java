package cairn.map.workshop;

import cairn.map.Activity;
import cairn.map.BoardState;
import cairn.map.Element;
import cairn.map.ElementId;
import cairn.map.Fields;
import cairn.map.Kind;
import cairn.map.Op;
import cairn.map.OrderKey;
import cairn.map.WorkshopState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The facilitator's moves, each as the operations of one gesture. The board refuses them from
 * anybody else.
 */
public final class Lead {
  /** Longest extension of an activity at once. */
  public static final Duration EXTENSION_MAX = Duration.ofHours(4);

  private Lead() {}

  /** Lays an agenda out, in place of the one before; nothing starts yet. */
  public static List<Op> begin(BoardState state, Agenda agenda) {
    var ops = new ArrayList<Op>();
    var kept = new ArrayList<ElementId>();
    for (int place = 0; place < agenda.items().size(); place++) {
      var item = agenda.items().get(place);
      var id = new ElementId("activity-" + (place + 1));
      kept.add(id);
      ops.add(
          Op.put(
              Kind.ACTIVITY.make(
                  id,
                  Fields.of(Kind.ACTIVITY)
                      .with(Activity.NAME, item.name())
                      .with(Activity.GUIDANCE, item.guidance())
                      .with(Activity.MINUTES, (double) item.minutes())
                      .with(Activity.MODE, item.mode())
                      .with(Activity.ORDER, OrderKey.nth(place)))));
    }
    for (Activity old : state.all(Activity.class)) {
      if (!kept.contains(old.id())) {
        ops.add(Op.del(old.id()));
      }
    }
    var was = state.workshop();
    ops.add(
        Op.put(
            WorkshopState.none()
                .with(WorkshopState.AGENDA, agenda.id())
                .with(WorkshopState.ROUND, was.get(WorkshopState.ROUND))
                .with(WorkshopState.GATHERED, was.get(WorkshopState.GATHERED))
                .with(WorkshopState.ANONYMOUS_VOTES, true)
                .with(WorkshopState.HIDDEN_VOTES, true)));
    return List.copyOf(ops);
  }

  /**
   * Starts an activity: its timer runs, and the board is private or votes as the activity asks.
   * Whatever was hidden by the activity before is shown.
   */
  public static List<Op> start(BoardState state, Activity activity, Instant now) {
    var was = state.workshop();
    var ops = new ArrayList<Op>(laidOut(state));
    boolean votes = activity.mode() == Activity.Mode.VOTE;
    if (was.get(WorkshopState.VOTING)) {
      ops.add(Op.set(WorkshopState.ID, WorkshopState.VOTING, false));
    }
    var ends = now.plus(length(activity));
    ops.add(Op.set(WorkshopState.ID, WorkshopState.ACTIVITY, Optional.of(activity.id())));
    ops.add(Op.set(WorkshopState.ID, WorkshopState.TIMER_ENDS, Optional.of(ends)));
    ops.add(Op.set(WorkshopState.ID, WorkshopState.TIMER_LEFT, OptionalDouble.empty()));
    ops.add(
        Op.set(
            WorkshopState.ID,
            WorkshopState.PRIVATE_WRITING,
            activity.mode() == Activity.Mode.WRITE_SILENTLY));
    if (votes) {
      ops.add(Op.set(WorkshopState.ID, WorkshopState.ROUND, was.round() + 1.0));
      ops.add(Op.set(WorkshopState.ID, WorkshopState.VOTING_ENDS, Optional.of(ends)));
      ops.add(Op.set(WorkshopState.ID, WorkshopState.VOTING, true));
    }
    return List.copyOf(ops);
  }

  /** The activity that follows the one under way; the first when none is. */
  public static Optional<Activity> next(BoardState state) {
    var activities = state.all(Activity.class);
    activities.sort(Comparator.comparing(Activity::order).thenComparing(Element::id));
    var current = state.workshop().activity();
    if (current.isEmpty()) {
      return activities.stream().findFirst();
    }
    for (int place = 0; place < activities.size() - 1; place++) {
      if (activities.get(place).id().equals(current.get())) {
        return Optional.of(activities.get(place + 1));
      }
    }
    return Optional.empty();
  }

  /** Stops the clock; empty when it does not run. */
  public static List<Op> pause(BoardState state, Instant now) {
    var workshop = state.workshop();
    if (workshop.timerEnds().isEmpty()) {
      return List.of();
    }
    double left = Math.max(0, Duration.between(now, workshop.timerEnds().get()).toSeconds());
    return List.of(
        Op.set(WorkshopState.ID, WorkshopState.TIMER_ENDS, Optional.empty()),
        Op.set(WorkshopState.ID, WorkshopState.TIMER_LEFT, OptionalDouble.of(left)),
        Op.set(WorkshopState.ID, WorkshopState.VOTING_ENDS, Optional.empty()));
  }

  /** Lets the clock run on; empty when it is not stopped. */
  public static List<Op> resume(BoardState state, Instant now) {
    var left = state.workshop().timerLeft();
    if (left.isEmpty()) {
      return List.of();
    }
    return run(state, now.plusSeconds(Math.round(left.getAsDouble())));
  }

  /** Gives the activity more time, from now if its time is over. */
  public static List<Op> extend(BoardState state, Duration by, Instant now) {
    if (by.isNegative() || by.compareTo(EXTENSION_MAX) > 0) {
      throw new IllegalArgumentException("an extension is at most " + EXTENSION_MAX);
    }
    var ends = state.workshop().timerEnds().filter(end -> end.isAfter(now)).orElse(now);
    return run(state, ends.plus(by));
  }

  /** Brings everybody to a place: a screen or an element. */
  public static List<Op> gather(BoardState state, String place) {
    var ops = new ArrayList<Op>(laidOut(state));
    ops.add(Op.set(WorkshopState.ID, WorkshopState.GATHER, place));
    ops.add(
        Op.set(
            WorkshopState.ID,
            WorkshopState.GATHERED,
            state.workshop().get(WorkshopState.GATHERED) + 1));
    return List.copyOf(ops);
  }

  /** Ends the workshop: everything is shown, no clock runs, nothing can be voted on. */
  public static List<Op> end(BoardState state) {
    var ops = new ArrayList<Op>(laidOut(state));
    ops.add(Op.set(WorkshopState.ID, WorkshopState.PRIVATE_WRITING, false));
    ops.add(Op.set(WorkshopState.ID, WorkshopState.VOTING, false));
    ops.add(Op.set(WorkshopState.ID, WorkshopState.ACTIVITY, Optional.empty()));
    ops.add(Op.set(WorkshopState.ID, WorkshopState.TIMER_ENDS, Optional.empty()));
    ops.add(Op.set(WorkshopState.ID, WorkshopState.TIMER_LEFT, OptionalDouble.empty()));
    ops.add(Op.set(WorkshopState.ID, WorkshopState.AGENDA, ""));
    return List.copyOf(ops);
  }

  /** What is left of the activity: zero when its time is over, empty when no clock is set. */
  public static Optional<Duration> left(WorkshopState workshop, Instant now) {
    if (workshop.timerLeft().isPresent()) {
      return Optional.of(Duration.ofSeconds(Math.round(workshop.timerLeft().getAsDouble())));
    }
    return workshop
        .timerEnds()
        .map(end -> end.isAfter(now) ? Duration.between(now, end) : Duration.ZERO);
  }

  private static List<Op> run(BoardState state, Instant ends) {
    var ops = new ArrayList<Op>();
    ops.add(Op.set(WorkshopState.ID, WorkshopState.TIMER_ENDS, Optional.of(ends)));
    ops.add(Op.set(WorkshopState.ID, WorkshopState.TIMER_LEFT, OptionalDouble.empty()));
    if (state.workshop().get(WorkshopState.VOTING)) {
      ops.add(Op.set(WorkshopState.ID, WorkshopState.VOTING_ENDS, Optional.of(ends)));
    }
    return List.copyOf(ops);
  }

  private static Duration length(Activity activity) {
    return Duration.ofSeconds(Math.round(activity.minutes() * 60));
  }

  private static List<Op> laidOut(BoardState state) {
    return state.find(WorkshopState.ID).isPresent()
        ? List.of()
        : List.of(Op.put(WorkshopState.none()));
  }
}
