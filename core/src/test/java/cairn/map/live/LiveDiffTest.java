package cairn.map.live;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.journey.JourneyDefinition;
import cairn.journey.ReEntry;
import cairn.journey.Stage;
import cairn.journey.Step;
import cairn.map.live.LiveDiff.Change;
import cairn.map.live.LiveDiff.Part;
import cairn.person.Ending;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LiveDiffTest {
  private static final JourneyDefinition RUNNING =
      journey(
          split("look", "find", "Look around", "ask"),
          split("ask", "find", "Ask a friend", "compare"),
          split("compare", "find", "Compare", "buy"),
          end("buy", "Buy"));

  @Test
  void nothingChangesNobodyIsTouched() {
    var diff = LiveDiff.between(RUNNING, RUNNING, Map.of("look", 7L));

    assertThat(diff).isEqualTo(new LiveDiff(List.of(), 7, 0));
  }

  @Test
  void everyChangeSaysHowManyPeopleStandThere() {
    var next =
        journey(
            split("look", "find", "Look around calmly", "talk"),
            split("talk", "find", "Talk to somebody", "compared"),
            split("compared", "find", "Compare", "buy"),
            end("buy", "Buy"));

    var diff = LiveDiff.between(RUNNING, next, Map.of("look", 5L, "ask", 3L, "buy", 100L));

    assertThat(diff.changes())
        .containsExactly(
            new Change.Changed("look", "Look around calmly", 5, List.of(Part.NAME, Part.WAYS)),
            new Change.Removed("ask", "Ask a friend", 3, Optional.of("look")),
            new Change.Removed("compare", "Compare", 0, Optional.of("compared")),
            new Change.Added("talk", "Talk to somebody"),
            new Change.Added("compared", "Compare"));
    assertThat(diff.inside()).isEqualTo(108);
    assertThat(diff.touched()).isEqualTo(8);
  }

  private static JourneyDefinition journey(Step... steps) {
    return new JourneyDefinition(
        "home",
        "Home",
        "A home",
        "",
        List.of(new Stage("find", "Find", "")),
        List.of(steps),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new ReEntry.Once(),
        null,
        null);
  }

  private static Step split(String id, String stage, String name, String next) {
    return new Step.Split(new Step.About(id, stage, name, ""), List.of(), next);
  }

  private static Step end(String id, String name) {
    return new Step.End(new Step.About(id, "find", name, ""), Ending.ACHIEVED);
  }
}
