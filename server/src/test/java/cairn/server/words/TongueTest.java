package cairn.server.words;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.decision.Arm;
import cairn.decision.Response;
import cairn.log.Fact;
import cairn.person.Ending;
import cairn.person.Objection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every sentence in every language. */
class TongueTest {
  private static final Pattern SAID =
      Pattern.compile(
          "\"((?:story|wait|way|span|reason|change|whyNot|list|value|case|draft)\\.[A-Za-z.]+)\"");
  private static final Pattern VALUE = Pattern.compile("\\{(\\d)");

  @ParameterizedTest
  @EnumSource(Tongue.class)
  void everyLanguageSaysTheSameThings(Tongue tongue) {
    assertThat(tongue.keys()).isEqualTo(Tongue.ENGLISH.keys());
    for (var key : tongue.keys()) {
      var values = new Object[] {1, 2, 3, 4};
      assertThat(tongue.say(key, values)).as(key).doesNotContain("{", "'").isNotBlank();
      assertThat(holes(tongue, key)).as(key).isEqualTo(holes(Tongue.ENGLISH, key));
    }
  }

  private static Set<String> holes(Tongue tongue, String key) {
    return VALUE
        .matcher(tongue.say(key))
        .results()
        .map(r -> r.group(1))
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @EnumSource(Tongue.class)
  void everyMemberOfAClosedListHasWords(Tongue tongue) {
    var keys = new HashSet<String>();
    names(Response.Kind.values(), "story.response.", keys);
    names(Fact.Withheld.values(), "story.withheld.", keys);
    names(Ending.values(), "story.ending.", keys);
    names(Objection.Scope.values(), "objection.", keys);
    names(Arm.values(), "arm.", keys);

    assertThat(tongue.keys()).containsAll(keys);
  }

  private static void names(Enum<?>[] constants, String prefix, Set<String> into) {
    Stream.of(constants).forEach(one -> into.add(prefix + one.name()));
  }

  @Test
  void whateverTheCodeSaysHasWords() throws IOException {
    var said = new HashSet<String>();
    try (var files = Files.walk(Path.of("src/main/java/cairn/server"))) {
      for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        SAID.matcher(Files.readString(file)).results().forEach(found -> said.add(found.group(1)));
      }
    }
    var whole = said.stream().filter(key -> !key.endsWith(".")).toList();

    assertThat(whole).hasSizeGreaterThan(50);
    assertThat(Tongue.ENGLISH.keys()).containsAll(whole);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de|GERMAN",
        "de-AT,de;q=0.9,en;q=0.8|GERMAN",
        "fr,de;q=0.5,en;q=0.4|GERMAN",
        "en-GB,de;q=0.9|ENGLISH",
        "fr|ENGLISH",
        ";;;|ENGLISH"
      })
  void theLanguageIsTheFirstAskedForThatIsSpoken(String header, Tongue tongue) {
    assertThat(Tongue.of(header)).isEqualTo(tongue);
  }

  @Test
  void aHeaderOfAnyLengthIsAnswered() {
    assertThat(Tongue.of("de,".repeat(10_000))).isEqualTo(Tongue.ENGLISH);
  }

  @Test
  void numbersAndTimesAreWrittenAsReadersDo() {
    var time = Instant.parse("2026-03-02T12:30:00Z");

    assertThat(Tongue.ENGLISH.moment(time, ZoneOffset.UTC)).isEqualTo("2 March 2026, 12:30");
    assertThat(Tongue.GERMAN.moment(time, ZoneOffset.UTC)).isEqualTo("2. März 2026, 12:30");
    assertThat(Tongue.GERMAN.percent("1500")).isEqualTo("1.500\u00a0%");
    assertThat(Tongue.GERMAN.say("story.chosenOf", 137)).isEqualTo("Aus 137 Möglichkeiten.");
    assertThat(Tongue.GERMAN.either(List.of("Ruf", "Brief", "Ruf"))).isEqualTo("Ruf oder Brief");
  }
}
