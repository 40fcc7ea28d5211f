package cairn.blueprint.file;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The place of a mistake is the place in the file, however the rule is written there. */
class PlacesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "when: person.age > 1 && person.bad",
        "when: \"person.age > 1 && person.bad\"",
        "when: 'person.name == ''x'' && person.bad'",
        "when: \"'x' == person.name && person.bad\"",
        "when: \"person.name == \\\"x\\\" && person.bad\"",
        "when: |\n  person.age > 1\n    && person.bad\n",
        "when: >-\n  person.age > 1 &&\n  person.bad\n",
        "when: person.age > 1\n  && person.bad",
        "\"when\": \"person.name == '\u00e9\ud83d\ude00' && person.bad\"",
        "{when: person.age > 1 && person.bad, other: 1}"
      })
  void inEveryStyleOfWriting(String yaml) {
    var problems = new ArrayList<Problem>();
    var tree = YamlFile.read("x.yaml", yaml, problems);
    assertThat(problems).isEmpty();
    var scalar = FileReading.scalar((Tree.Mapping) requireNonNull(tree), "when");
    int offset = requireNonNull(scalar).text().indexOf("bad");

    var place = scalar.at(offset);

    var line = yaml.lines().toList().get(place.line() - 1);
    assertThat(line.substring(place.column() - 1)).startsWith("bad");
  }

  @Test
  void aFileThatIsNoYamlIsToldWithItsPlace() {
    var problems = new ArrayList<Problem>();

    assertThat(YamlFile.read("x.yaml", "steps:\n  a: [1\n  b: 2\n", problems)).isNull();

    assertThat(problems).singleElement().extracting(Problem::line).isEqualTo(3);
  }

  @Test
  void whatStandsTwiceIsToldWithBothPlaces() {
    var problems = new ArrayList<Problem>();

    YamlFile.read("x.yaml", "steps:\n  a: 1\n  a: 2\n", problems);

    assertThat(problems)
        .containsExactly(
            new Problem(
                "x.yaml",
                3,
                3,
                "a stands here twice.",
                "It stands first in line 2; rename or delete one.",
                ""));
  }

  /** Twenty-four lists, each twice the one before: sixteen million values in a few lines. */
  @Test
  void aFileThatGrowsByAliasesIsBounded() {
    var problems = new ArrayList<Problem>();
    var yaml = new StringBuilder("a0: &a0 [1]\n");
    for (int i = 1; i <= 24; i++) {
      yaml.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }

    YamlFile.read("x.yaml", yaml.toString(), problems);

    assertThat(problems)
        .singleElement()
        .extracting(Problem::what)
        .isEqualTo("The file holds more than 200000 values.");
  }

  @Test
  void aRuleThatYamlTakesForATagIsExplained() {
    var problems = new ArrayList<Problem>();

    YamlFile.read("x.yaml", "when: !person.ok\n", problems);

    assertThat(problems)
        .singleElement()
        .extracting(Problem::remedy)
        .isEqualTo("Put a rule that begins with ! into double quotes.");
  }

  @Test
  void jsonIsReadLikeYaml() {
    var problems = new ArrayList<Problem>();

    var tree =
        YamlFile.read("x.json", "{\n  \"id\": \"a\",\n  \"n\": [1, true, null]\n}\n", problems);

    assertThat(problems).isEmpty();
    assertThat(tree).isInstanceOf(Tree.Mapping.class);
  }
}
