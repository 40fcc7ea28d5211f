package cairn.server.people;

import cairn.blueprint.Blueprint;
import cairn.blueprint.Glossary;
import cairn.person.Objection;
import org.jspecify.annotations.Nullable;

/** What a blueprint calls things for people; where it says nothing, the raw name as words. */
public final class Calling {
  private Calling() {}

  /** The names of events and attributes. */
  public static Glossary of(@Nullable Blueprint blueprint) {
    return blueprint == null ? Glossary.EMPTY : blueprint.glossary();
  }

  public static String channel(@Nullable Blueprint blueprint, String id) {
    var channel = blueprint == null ? null : blueprint.channel(id);
    return channel == null ? Glossary.words(id) : channel.name();
  }

  /** What a placement of a channel is called; its id where it has no name. */
  public static String placement(Blueprint blueprint, String channel, String id) {
    var known = blueprint.channel(channel);
    return known == null ? id : known.placement(id);
  }

  /** A consent is called as the channel it opens. */
  public static String consent(@Nullable Blueprint blueprint, String subject) {
    if (blueprint != null) {
      for (var channel : blueprint.channels().values()) {
        if (subject.equals(channel.consent())) {
          return channel.name();
        }
      }
    }
    return Glossary.words(subject);
  }

  /** What a segment is called; its id where the blueprint has none of that id. */
  public static String segment(@Nullable Blueprint blueprint, String id) {
    if (blueprint != null) {
      for (var segment : blueprint.segments()) {
        if (segment.id().equals(id)) {
          return segment.name();
        }
      }
    }
    return id;
  }

  public static String action(@Nullable Blueprint blueprint, String id) {
    int ordinal = blueprint == null ? -1 : blueprint.catalogue().ordinal(id);
    return blueprint == null || ordinal < 0
        ? Glossary.words(id.replace('-', ' '))
        : blueprint.catalogue().action(ordinal).name();
  }

  /** What an objection is against. */
  public static String objected(
      @Nullable Blueprint blueprint, Objection.Scope scope, String subject) {
    return switch (scope) {
      case EVERYTHING, PROFILING -> "";
      case CHANNEL -> channel(blueprint, subject);
      case ACTION -> action(blueprint, subject);
      case JOURNEY -> {
        var journey = blueprint == null ? null : blueprint.journey(subject);
        yield journey == null ? Glossary.words(subject.replace('-', ' ')) : journey.name();
      }
    };
  }
}
