package cairn.server.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a person's story. Personal data.
 *
 * @param number the log entry it comes from
 * @param at when it occurred
 * @param now when it was taken
 * @param kind what sort of thing happened
 */
record EntryBody(
    long number,
    Instant at,
    Instant now,
    String kind,
    String title,
    @Nullable String detail,
    @Nullable String journey,
    @Nullable String stage,
    @Nullable String step,
    @Nullable String channel,
    @Nullable String team) {}
