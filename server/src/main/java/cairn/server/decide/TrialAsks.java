package cairn.server.decide;

import cairn.blueprint.Blueprint;
import cairn.blueprint.file.BlueprintCompiler;
import cairn.blueprint.file.Bundle;
import cairn.blueprint.file.Compilation;
import cairn.decision.DecisionRequest;
import cairn.server.http.HttpRefusal;
import cairn.server.publish.Published;
import cairn.server.publish.Publisher;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what is to be tried: changed files over those that run, a channel, and for how many. */
final class TrialAsks {
  /** The largest body, in bytes: whole files are sent. */
  static final int BODY_BYTES_MAX = 16 * 1024 * 1024;

  /** The least people of a sample: totals are exact, and those of fewer would speak of somebody. */
  static final int PEOPLE_MIN = 100;

  private final Published published;
  private final Optional<Publisher> publisher;

  TrialAsks(Published published, Optional<Publisher> publisher) {
    this.published = published;
    this.publisher = publisher;
  }

  /**
   * How many are tried: as many as asked for, or everyone where there are no more.
   *
   * @param all people of the house
   * @throws HttpRefusal for fewer than {@link #PEOPLE_MIN} where there are more
   */
  static int sample(int asked, long all) {
    if (asked < Math.max(1, Math.min(PEOPLE_MIN, all))) {
      throw HttpRefusal.invalid(
          "people",
          "A sample is of at least "
              + PEOPLE_MIN
              + " people, or of everyone where there are fewer.");
    }
    return asked < all ? asked : Trial.EVERYONE;
  }

  /** What is tried, for so many people. */
  Trial.Ask of(
      @Nullable String draft,
      @Nullable Map<String, String> files,
      @Nullable String channelAsked,
      @Nullable List<String> placementsAsked,
      int people) {
    var now = Asking.running(published);
    var then = draft(files == null ? Map.of() : files, now);
    var channel = Asking.channel(channelAsked, now);
    if (placementsAsked == null || placementsAsked.isEmpty()) {
      throw HttpRefusal.invalid("placements", "Send a list of placements.");
    }
    if (placementsAsked.size() > DecisionRequest.PLACEMENTS_MAX) {
      throw HttpRefusal.invalid(
          "placements", "Send at most " + DecisionRequest.PLACEMENTS_MAX + " placements.");
    }
    if (placementsAsked.stream().anyMatch(Objects::isNull)) {
      throw HttpRefusal.invalid("placements", "A placement is a text.");
    }
    var request = new DecisionRequest(channel, placementsAsked, Map.of(), placementsAsked.size());
    return new Trial.Ask(draft, now, then, request, people);
  }

  /** What runs with some files changed, added, or taken out (an empty text). */
  private Blueprint draft(Map<String, String> changes, Blueprint running) {
    var files = new TreeMap<String, String>();
    publisher.flatMap(Publisher::current).ifPresent(now -> files.putAll(now.files().files()));
    changes.forEach((path, text) -> {
      if (text == null) {
        throw HttpRefusal.invalid("files", "Send each file as a text; an empty one takes it out.");
      }
      if (text.isEmpty()) {
        files.remove(path);
      } else {
        files.put(path, text);
      }
    });
    return switch (BlueprintCompiler.compile(
        Bundle.of(files), running.schema(), running.number() + 1)) {
      case Compilation.Compiled compiled -> compiled.blueprint();
      case Compilation.Refused refused ->
          throw HttpRefusal.invalid("files", refused.problems().getFirst().sentence());
    };
  }
}
