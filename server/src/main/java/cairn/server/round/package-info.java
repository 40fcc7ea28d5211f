/**
 * Going through everybody: {@link cairn.server.round.Rounds} begins journeys at the hours their
 * schedules name, in each person's own time zone, moves people to a new version where its
 * migrations say so, and takes them into its segments. A round that broke off is gone again;
 * whoever was reached already is not reached twice, because the command has the same id. It decides
 * nothing: the engine does.
 */
@NullMarked
package cairn.server.round;

import org.jspecify.annotations.NullMarked;
