package cairn.blueprint.file;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import cairn.blueprint.Blueprint;
import cairn.journey.Step;
import cairn.person.Ending;
import cairn.rule.Schema;
import cairn.value.ValueType;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlueprintCompilerTest {
  static final String BLUEPRINT =
      """
      id: cycle
      name: Cycle to work
      timeZone: Europe/London
      nameOf: firstName
      """;
  static final String PROFILE =
      """
      attributes:
        firstName: text
        age: whole
        kilometres: {type: decimal, description: Distance to work, personal: false}
        email: text
      """;
  static final String CHANNELS =
      """
      channels:
        email:
          name: E-mail
          kind: email
          address: email
          caps:
            - {contacts: 2, within: 7d}
        app: {name: App, kind: inbound}
      """;
  static final String QUESTIONS =
      """
      questions:
        want: {text: Would you like to try cycling to work?, kind: yesNo}
      """;
  static final String TREATMENTS =
      """
      treatments:
        hello: {channel: email, subject: Hello, body: "Dear {{ person.firstName }}"}
      """;
  static final String JOURNEY =
      """
      id: try
      name: Try it
      purpose: Find out whether cycling suits me
      stages:
        try: {name: Trying}
      begins:
        - {on: Interest shown, when: event.source == 'app', at: ask}
      steps:
        ask:
          stage: try
          name: Would you like to?
          ask: {question: want, channel: app}
          answers: {"yes": hello, "no": no}
          otherwise: no
        hello:
          stage: try
          name: Hello
          talk: {treatment: hello}
          then: ride
        ride:
          stage: try
          name: The first ride
          waitFor:
            - {on: Trip recorded, when: "event.kilometres > 1.0 && person.age >= 18", then: done}
          timeout: {after: 14d, then: no}
        done: {name: I cycled to work, end: achieved}
        no: {name: Not for me, end: declined}
      """;

  static Bundle bundle() {
    return Bundle.of(
        Map.of(
            "blueprint.yaml", BLUEPRINT,
            "profile.yaml", PROFILE,
            "channels.yaml", CHANNELS,
            "questions.yaml", QUESTIONS,
            "treatments/mail.yaml", TREATMENTS,
            "journeys/try.yaml", JOURNEY));
  }

  static Blueprint compiled(Bundle bundle, @Nullable Schema previous) {
    return switch (BlueprintCompiler.compile(bundle, previous, 1)) {
      case Compilation.Compiled compiled -> compiled.blueprint();
      case Compilation.Refused refused -> throw new AssertionError(refused.problems());
    };
  }

  static List<String> problems(Bundle bundle) {
    return switch (BlueprintCompiler.compile(bundle, null, 1)) {
      case Compilation.Compiled compiled -> List.of();
      case Compilation.Refused refused ->
          refused.problems().stream().map(Problem::sentence).toList();
    };
  }

  private static Bundle changed(String file, String from, String to) {
    var text = bundle().files().get(file);
    assertThat(text).contains(from);
    return bundle().with(file, text == null ? "" : text.replace(from, to));
  }

  @Test
  void aFolderBecomesABlueprint() {
    var blueprint = compiled(bundle(), null);

    assertThat(blueprint.about().name()).isEqualTo("Cycle to work");
    assertThat(requireNonNull(blueprint.schema().attribute("kilometres")).type())
        .isEqualTo(ValueType.DECIMAL);
    var journey = requireNonNull(blueprint.journey("try"));
    assertThat(journey.steps()).hasSize(5);
    assertThat(journey.step("no"))
        .isInstanceOfSatisfying(
            Step.End.class, end -> assertThat(end.ending()).isEqualTo(Ending.DECLINED));
    assertThat(blueprint.starts("Interest shown")).hasSize(1);
    assertThat(blueprint.keep("contact:email")).isEqualTo(2);
  }

  @Test
  void eventsAndAttributesMayHaveNamesThatPeopleRead() {
    var named =
        bundle()
            .with(
                "events.yaml",
                """
                events:
                  Interest shown: {properties: {source: text}}
                  Trip recorded: {name: A ride, properties: {kilometres: decimal}}
                """)
            .with("profile.yaml", PROFILE.replace("type: decimal", "type: decimal, name: Way"));

    var glossary = compiled(named, null).glossary();

    assertThat(glossary.event("Trip recorded")).isEqualTo("A ride");
    assertThat(glossary.event("Interest shown")).isEqualTo("Interest shown");
    assertThat(glossary.attribute("kilometres")).isEqualTo("Way");
    assertThat(glossary.attribute("firstName")).isEqualTo("First name");
  }

  @Test
  void aNameThatNoScreenHasRoomForIsRefused() {
    var name = "long ".repeat(20);

    assertThat(problems(changed("profile.yaml", "type: decimal", "type: decimal, name: " + name)))
        .isNotEmpty()
        .allMatch(problem -> problem.startsWith("profile.yaml:4:"));
  }

  @Test
  void placementsMayHaveNamesThatPeopleRead() {
    var named =
        changed("channels.yaml", "kind: inbound}", "kind: inbound, placements: {top: On top}}");

    var app = requireNonNull(compiled(named, null).channel("app"));

    assertThat(app.placement("top")).isEqualTo("On top");
    assertThat(app.placement("beside")).isEqualTo("beside");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          {top: On top, first: On top}; channels.yaml:8:68: Another placement of this channel is \
          called On top too. Give each its own name.
          {top: ' '}; channels.yaml:8:53: The placement top has no name. Say what people call it, \
          or take the line out.
          {top: [a]}; channels.yaml:8:53: A text is expected here.
          [top]; channels.yaml:8:47: A mapping (name: value) is expected here.
          """)
  void namesOfPlacementsAreCheckedAtTheirPlace(String placements, String problem) {
    assertThat(
            problems(
                changed(
                    "channels.yaml",
                    "kind: inbound}",
                    "kind: inbound, placements: " + placements + "}")))
        .containsExactly(problem);
  }

  @Test
  void namesOfPlacementsAreBounded() {
    var many = new StringJoiner(", ", "placements: {", "}}");
    for (int i = 0; i < 65; i++) {
      many.add("p" + i + ": Name " + i);
    }
    var tooMany = changed("channels.yaml", "kind: inbound}", "kind: inbound, " + many);
    var tooLong =
        changed(
            "channels.yaml",
            "kind: inbound}",
            "kind: inbound, placements: {top: " + "x".repeat(81) + "}}");

    assertThat(problems(tooMany)).singleElement().asString().contains("This is beyond a bound.");
    assertThat(problems(tooLong)).singleElement().asString().startsWith("channels.yaml:8:53:");
  }

  @Test
  void attributesKeepTheirSlotsOverVersions() {
    var first = compiled(bundle(), null).schema();

    var second =
        compiled(changed("profile.yaml", "  age: whole", "  bike: flag\n  age: whole"), first)
            .schema();

    assertThat(second.attributes().stream().map(Schema.Attribute::name))
        .containsExactly("firstName", "age", "kilometres", "email", "bike");
  }

  @Test
  void aRuleMistakeIsNamedWithItsColumnInTheFile() {
    assertThat(problems(changed("journeys/try.yaml", "person.age >= 18", "person.aeg >= 18")))
        .containsExactly("journeys/try.yaml:24:69: person has no aeg here. Did you mean age?");
  }

  @Test
  void anUnknownStepIsNamedWithTheNearestKnownOne() {
    assertThat(problems(changed("journeys/try.yaml", "then: done}", "then: doen}")))
        .containsExactly("journeys/try.yaml:24:87: There is no step doen. Did you mean done?");
  }

  @Test
  void severalMistakesAreToldAtOnce() {
    var bundle =
        bundle()
            .with("profile.yaml", PROFILE.replace("age: whole", "age: wole"))
            .with("channels.yaml", CHANNELS.replace("kind: inbound", "knid: inbound"))
            .with("questions.yaml", QUESTIONS.replace("yesNo", "yesno"));

    assertThat(problems(bundle))
        .containsExactly(
            "channels.yaml:8:8: kind is missing. Add kind: ...",
            "channels.yaml:8:20: Nothing is called knid here. Did you mean kind?",
            "profile.yaml:3:8: wole is none of the known words. Did you mean whole?",
            "questions.yaml:2:62: yesno is none of the known words. Did you mean yesNo?");
  }

  @Test
  void theSameFilesGiveTheSameBytesAndComeBack() {
    var bytes = bundle().bytes();

    assertThat(Bundle.of(bytes)).isEqualTo(bundle());
    assertThat(Bundle.of(bytes).digest()).isEqualTo(bundle().digest());
  }
}
