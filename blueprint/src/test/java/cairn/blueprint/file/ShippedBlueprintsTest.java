package cairn.blueprint.file;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import cairn.journey.Beginning;
import cairn.journey.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedBlueprintsTest {
  static List<String> names() {
    return ShippedBlueprints.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyOneOfThemCompiles(String name) {
    assertThat(BlueprintCompilerTest.problems(ShippedBlueprints.bundle(name))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void theirListNamesEveryFile(String name) throws IOException {
    var folder = Path.of("src/main/resources/blueprints").resolve(name);

    assertThat(Bundle.read(folder)).isEqualTo(ShippedBlueprints.bundle(name));
    assertThat(Files.readString(folder.resolve("README.md"))).contains("Attributes:");
  }

  @Test
  void togetherTheyUseEveryKindOfStepAndBeginning() {
    Set<Class<?>> steps = new HashSet<>();
    Set<Class<?>> beginnings = new HashSet<>();
    for (var name : names()) {
      var blueprint = BlueprintCompilerTest.compiled(ShippedBlueprints.bundle(name), null);
      for (var journey : blueprint.journeys()) {
        journey.steps().forEach(step -> steps.add(step.getClass()));
        journey.beginnings().forEach(beginning -> beginnings.add(beginning.getClass()));
      }
    }

    assertThat(steps)
        .isEqualTo(
            Set.of(Step.class.getPermittedSubclasses()).stream()
                .filter(Step.class::isAssignableFrom)
                .collect(toSet()));
    assertThat(beginnings).isEqualTo(Set.of(Beginning.class.getPermittedSubclasses()));
  }
}
