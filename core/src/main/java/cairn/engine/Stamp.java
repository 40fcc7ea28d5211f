package cairn.engine;

import java.time.Instant;

/**
 * What a shard fixes when it takes a command, so that taking it again gives the same bytes.
 *
 * @param now when it was taken: never before the person's last now
 * @param seed chance
 * @param blueprint the number of the running blueprint
 * @param models the number of the running model snapshot; 0 before there is one
 */
public record Stamp(Instant now, long seed, int blueprint, long models) {}
