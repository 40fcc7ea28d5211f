package cairn.blueprint.rule;

import cairn.value.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * Where a rule stands, and so what it can see beside the person.
 *
 * @param event the event that it is asked about, {@code *} for any, or null where there is none
 * @param request true where a decision request's context can be seen
 * @param journey true where the rule belongs to a journey
 * @param answer the type of an answer just given, or null where there is none
 * @param segments true where the rule may ask for segments; a segment's own rule may not
 */
public record Scope(
    @Nullable String event,
    boolean request,
    boolean journey,
    @Nullable ValueType answer,
    boolean segments) {
  /** The person and the moment only. */
  public static final Scope PERSON = new Scope(null, false, false, null, true);

  /** A segment's own rule. */
  public static final Scope SEGMENT = new Scope(null, false, false, null, false);

  /** A decision request. */
  public static final Scope REQUEST = new Scope(null, true, true, null, true);

  /** A rule within a journey. */
  public static final Scope JOURNEY = new Scope(null, false, true, null, true);

  /** The same, asked when an event occurred. */
  public Scope on(String eventName) {
    return new Scope(eventName, request, journey, answer, segments);
  }

  /** The same, asked when an answer was given. */
  public Scope answered(ValueType type) {
    return new Scope(event, request, journey, type, segments);
  }
}
