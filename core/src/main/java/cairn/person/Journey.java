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
 * @param waitedOn the step they last waited on before this one, where a journey taken back goes on;
 *     empty before there was one
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
    String waitedOn,
    Instant begunAt,
    Instant enteredAt,
    int stepsTaken,
    Standing standing,
    @Nullable Instant heldUntil,
    @Nullable Ending ending,
    @Nullable String reason,
    List<String> arms) {

  /** The longest key, in characters: a number or name of something, not its description. */
  public static final int KEY_CHARS_MAX = 200;

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

  /** The definition that an instance of this name follows. */
  public static String definitionOf(String instance) {
    int end = instance.lastIndexOf('#');
    return end < 0 ? instance : instance.substring(0, end);
  }

  public boolean isUnderWay() {
    return standing == Standing.UNDER_WAY;
  }

  public boolean isOver() {
    return standing == Standing.ENDED;
  }

  /**
   * The same journey on another step.
   *
   * @param waited whether the person waited on the step before, rather than passing it
   */
  public Journey at(String newStage, String newStep, Instant when, boolean waited) {
    var next = new Draft(this);
    next.waitedOn = waited ? step : waitedOn;
    next.stage = newStage;
    next.step = newStep;
    next.enteredAt = when;
    next.stepsTaken++;
    return next.done();
  }

  /** The same journey, where the step last waited on is this one. */
  public Journey havingWaitedOn(String waited) {
    var next = new Draft(this);
    next.waitedOn = waited;
    return next.done();
  }

  /** The same journey, moving or not. */
  public Journey standing(Standing newStanding, @Nullable Instant newHeldUntil) {
    var next = new Draft(this);
    next.standing = newStanding;
    next.heldUntil = newHeldUntil;
    next.ending = null;
    next.reason = null;
    return next.done();
  }

  /** The same journey, ended. */
  public Journey ended(Ending how, @Nullable String why) {
    var next = new Draft(this);
    next.standing = Standing.ENDED;
    next.heldUntil = null;
    next.ending = how;
    next.reason = why;
    return next.done();
  }

  /** The same journey under another version of its definition, whose steps are others. */
  public Journey migrated(int newVersion) {
    var next = new Draft(this);
    next.version = newVersion;
    next.waitedOn = "";
    return next.done();
  }

  /** The same journey with one more experiment arm. */
  public Journey withArm(String arm) {
    var next = new Draft(this);
    next.arms = new ArrayList<>(arms);
    next.arms.add(arm);
    return next.done();
  }

  /** A copy in the making: what a method does not set stays as it was. */
  private static final class Draft {
    private final Journey before;
    private int version;
    private String stage;
    private String step;
    private String waitedOn;
    private Instant enteredAt;
    private int stepsTaken;
    private Standing standing;
    private @Nullable Instant heldUntil;
    private @Nullable Ending ending;
    private @Nullable String reason;
    private List<String> arms;

    Draft(Journey before) {
      this.before = before;
      version = before.version;
      stage = before.stage;
      step = before.step;
      waitedOn = before.waitedOn;
      enteredAt = before.enteredAt;
      stepsTaken = before.stepsTaken;
      standing = before.standing;
      heldUntil = before.heldUntil;
      ending = before.ending;
      reason = before.reason;
      arms = before.arms;
    }

    Journey done() {
      return new Journey(
          before.instance,
          before.definition,
          version,
          before.key,
          stage,
          step,
          waitedOn,
          before.begunAt,
          enteredAt,
          stepsTaken,
          standing,
          heldUntil,
          ending,
          reason,
          arms);
    }
  }
}
