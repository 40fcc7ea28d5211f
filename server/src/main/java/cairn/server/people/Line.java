package cairn.server.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one fact says: a title, and perhaps more.
 *
 * @param kind the sort of line, for its sign on the screen
 * @param instance the journey it belongs to, or null
 */
record Line(
    Instant at,
    String kind,
    String title,
    @Nullable String detail,
    @Nullable String instance,
    @Nullable String step,
    @Nullable String channel,
    @Nullable String team) {
  static Line of(Instant at, String kind, String title) {
    return new Line(at, kind, title, null, null, null, null, null);
  }

  Line detail(@Nullable String more) {
    return new Line(at, kind, title, more, instance, step, channel, team);
  }

  Line on(@Nullable String journeyInstance, @Nullable String stepId) {
    return new Line(at, kind, title, detail, journeyInstance, stepId, channel, team);
  }

  Line by(@Nullable String channelId) {
    return new Line(at, kind, title, detail, instance, step, channelId, team);
  }

  Line with(@Nullable String teamName) {
    return new Line(at, kind, title, detail, instance, step, channel, teamName);
  }
}
