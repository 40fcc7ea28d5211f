package cairn.sim.crowd;

import cairn.value.Value;
import java.time.Instant;
import java.util.Map;

/**
 * What a traveller does: sends an event, or says who they are.
 *
 * @param id the idempotency key
 * @param event the event's name; empty where only the profile is told
 */
public record Deed(
    Traveller who,
    String id,
    Instant at,
    String event,
    String channel,
    Map<String, Value> properties) {}
