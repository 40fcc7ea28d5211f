package cairn.blueprint.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a file of a blueprint's folder holds; its name says it. */
enum FileKind {
  /** What names the blueprint: {@code blueprint.yaml}. */
  BLUEPRINT("blueprint", false),
  /** The profile schema: {@code profile.yaml}. */
  PROFILE("profile", false),
  /** The declared events: {@code events.yaml}. */
  EVENTS("events", true),
  CHANNELS("channels", false),
  SEGMENTS("segments", true),
  QUESTIONS("questions", true),
  TREATMENTS("treatments", true),
  /** What people may be trying to do: {@code purposes.yaml}. */
  PURPOSES("purposes", false),
  /** What can be proposed, by issue and group. */
  ACTIONS("actions", true),
  /** Rules on whom actions may be put to, and how often. */
  POLICIES("policies", true),
  /** How what is left is weighed: {@code arbitration.yaml}. */
  ARBITRATION("arbitration", false),
  /** What models look at: {@code features.yaml}. */
  FEATURES("features", false),
  /** One journey a file. */
  JOURNEY("journeys", true),
  /** One migration a file. */
  MIGRATION("migrations", true);

  private final String word;
  private final boolean folder;

  FileKind(String word, boolean folder) {
    this.word = word;
    this.folder = folder;
  }

  /** The name of its part in the JSON Schema. */
  String definition() {
    return switch (this) {
      case JOURNEY -> "journey";
      case MIGRATION -> "migration";
      case BLUEPRINT,
          PROFILE,
          EVENTS,
          CHANNELS,
          SEGMENTS,
          QUESTIONS,
          TREATMENTS,
          PURPOSES,
          ACTIONS,
          POLICIES,
          ARBITRATION,
          FEATURES ->
          word;
    };
  }

  /** Whether rules can name what such a file declares. */
  boolean declares() {
    return switch (this) {
      case BLUEPRINT, PROFILE, EVENTS, CHANNELS, SEGMENTS, QUESTIONS, JOURNEY -> true;
      case TREATMENTS, PURPOSES, ACTIONS, POLICIES, ARBITRATION, FEATURES, MIGRATION -> false;
    };
  }

  /** What a path holds: {@code journeys/first-home.yaml} a journey. */
  static Optional<FileKind> of(String path) {
    int slash = path.indexOf('/');
    int end = slash < 0 ? path.lastIndexOf('.') : slash;
    if (end < 0) {
      return Optional.empty();
    }
    var first = path.substring(0, end);
    for (var kind : values()) {
      if (kind.word.equals(first) && (slash < 0 || kind.folder)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** Where files of a blueprint may stand. */
  static List<String> places() {
    var places = new ArrayList<String>();
    for (var kind : values()) {
      places.add(kind.word + ".yaml");
      if (kind.folder) {
        places.add(kind.word + "/");
      }
    }
    return places;
  }
}
