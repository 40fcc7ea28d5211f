package cairn.person;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one journey goes for one person: which step they stand on and since when.
 *
 * @param instance names this going among all of the person's, for ever, also when two records
 *     become one: {@code definition#chance}
 * @param definition the journey definition it follows
 * @param version the blueprint version it is pinned to
 * @param key tells parallel goings of one definition apart (an order id, say); empty if there is
 *     one
 * @param step where the person is now; the ending's step once it has ended
 * @param stepsTaken how many steps were entered so far
 * @param arms the experiment arms drawn on the way, as {@code experiment=arm}
 */
public record Journey(
    String instance,
    String definition,
    int version,
    String key,
    String stage,
    String step,
    Instant begunAt,
    Instant enteredAt,
    int stepsTaken,
    Standing standing,
    @Nullable Instant heldUntil,
    @Nullable Ending ending,
    @Nullable String reason,
    List<String> arms) {

  /** Whether a journey moves. */
  public enum Standing {
    /** Events and timers move it. */
    UNDER_WAY,
    /** The person said "not now": nothing moves it before the date they chose. */
    HELD,
    /** Staff paused it; timers wait. */
    PAUSED,
    /** It ended; only the person can reopen it. */
    ENDED
  }

  public Journey {
    arms = List.copyOf(arms);
    if ((standing == Standing.ENDED) != (ending != null)) {
      throw new IllegalArgumentException("a journey has an ending exactly when it has ended");
    }
  }

  public boolean isUnderWay() {
    return standing == Standing.UNDER_WAY;
  }

  public boolean isOver() {
    return standing == Standing.ENDED;
  }

  /** The same journey on another step. */
  public Journey at(String newStage, String newStep, Instant when) {
    return new Journey(
        instance,
        definition,
        version,
        key,
        newStage,
        newStep,
        begunAt,
        when,
        stepsTaken + 1,
        standing,
        heldUntil,
        ending,
        reason,
        arms);
  }

  /** The same journey, moving or not. */
  public Journey standing(Standing newStanding, @Nullable Instant newHeldUntil) {
    return new Journey(
        instance,
        definition,
        version,
        key,
        stage,
        step,
        begunAt,
        enteredAt,
        stepsTaken,
        newStanding,
        newHeldUntil,
        null,
        null,
        arms);
  }

  /** The same journey, ended. */
  public Journey ended(Ending how, @Nullable String why) {
    return new Journey(
        instance,
        definition,
        version,
        key,
        stage,
        step,
        begunAt,
        enteredAt,
        stepsTaken,
        Standing.ENDED,
        null,
        how,
        why,
        arms);
  }

  /** The same journey under another version of its definition. */
  public Journey migrated(int newVersion) {
    return new Journey(
        instance,
        definition,
        newVersion,
        key,
        stage,
        step,
        begunAt,
        enteredAt,
        stepsTaken,
        standing,
        heldUntil,
        ending,
        reason,
        arms);
  }

  /** The same journey with one more experiment arm. */
  public Journey withArm(String arm) {
    var more = new ArrayList<>(arms);
    more.add(arm);
    return new Journey(
        instance,
        definition,
        version,
        key,
        stage,
        step,
        begunAt,
        enteredAt,
        stepsTaken,
        standing,
        heldUntil,
        ending,
        reason,
        more);
  }
}
