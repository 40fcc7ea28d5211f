/**
 * What the screens watch: {@link cairn.server.live.Tailer} reads the feed of everything that
 * happens and keeps {@link cairn.server.live.JourneyCounts} (who is on which step), {@link
 * cairn.server.live.JourneyTrails} (which ways people went, how long, how it felt), {@link
 * cairn.server.live.SearchIndex} (who is called what) and {@link cairn.server.live.LiveFeeds} (what
 * moves right now). All of it can be thrown away and built again from the host; nothing here is
 * ever asked for a decision.
 */
@NullMarked
package cairn.server.live;

import org.jspecify.annotations.NullMarked;
