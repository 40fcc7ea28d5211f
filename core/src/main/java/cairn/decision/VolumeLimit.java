package cairn.decision;

import java.time.Duration;

/**
 * A limit across people: so many units of what it covers in each period, counted from the epoch.
 *
 * @param sentence why not, as a person could hear it
 */
public record VolumeLimit(
    String id, Scope scope, int unitsMax, Duration period, String sentence, String owner) {}
