package cairn.blueprint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.person.Attributes;
import cairn.person.PersonKey;
import cairn.person.PersonState;
import cairn.person.Recall;
import cairn.rule.Condition;
import cairn.rule.Expression;
import cairn.rule.Need;
import cairn.rule.Situation;
import cairn.rule.Truth;
import cairn.value.Value;
import cairn.value.ValueType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleLanguageTest {
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  private final RuleLanguage language = new RuleLanguage(People.VOCABULARY);

  private Condition rule(String source) {
    return rule(source, Scope.JOURNEY.on("*"));
  }

  private Condition rule(String source, Scope scope) {
    return switch (language.condition(source, scope)) {
      case Checked.Right<Condition>(var condition) -> condition;
      case Checked.Wrong<Condition> wrong -> throw new AssertionError(wrong.problems());
    };
  }

  private static List<RuleProblem> problems(Checked<Condition> checked) {
    return switch (checked) {
      case Checked.Right<Condition> right -> List.of();
      case Checked.Wrong<Condition> wrong -> wrong.problems();
    };
  }

  private String wrong(String source, Scope scope) {
    return switch (language.condition(source, scope)) {
      case Checked.Right<Condition> right -> "right";
      case Checked.Wrong<Condition>(var problems) -> {
        var problem = problems.getFirst();
        yield problem.offset() + ": " + problem.what() + " " + problem.remedy();
      }
    };
  }

  private static Situation person(String attribute, Value value) {
    var draft = PersonState.unknown(new PersonKey(1, 1)).draft();
    var declared = People.SCHEMA.attribute(attribute);
    draft.attributes = Attributes.NONE.with(declared == null ? -1 : declared.slot(), value);
    return Situation.of(draft.done(), NOON);
  }

  private static Situation visits(Instant... times) {
    var millis = new long[times.length];
    for (int i = 0; i < times.length; i++) {
      millis[i] = times[i].toEpochMilli();
    }
    var draft = PersonState.unknown(new PersonKey(1, 1)).draft();
    draft.recalls = List.of(Recall.of("Visit", millis));
    return Situation.of(draft.done(), NOON);
  }

  @Test
  void whatIsNotKnownIsNeitherYesNorNo() {
    var nobody = Situation.of(PersonState.unknown(new PersonKey(1, 1)), NOON);

    assertThat(rule("person.wholeA > 1").test(nobody)).isEqualTo(Truth.UNKNOWN);
    assertThat(rule("!(person.wholeA > 1)").test(nobody)).isEqualTo(Truth.UNKNOWN);
    assertThat(rule("person.wholeA > 1 || true").test(nobody)).isEqualTo(Truth.TRUE);
    assertThat(rule("person.wholeA > 1 && false").test(nobody)).isEqualTo(Truth.FALSE);
    assertThat(rule("has(person.wholeA) && person.wholeA > 1").test(nobody)).isEqualTo(Truth.FALSE);
    assertThat(rule("since('Visit') > duration('3d')").test(nobody)).isEqualTo(Truth.UNKNOWN);
  }

  @Test
  void anOrderWithWhatIsNoNumberNeverHolds() {
    var zero = person("decimalA", Value.of(0.0));

    assertThat(rule("person.decimalA / person.decimalA > 0").test(zero)).isEqualTo(Truth.FALSE);
    assertThat(rule("person.decimalA / person.decimalA <= 0").test(zero)).isEqualTo(Truth.FALSE);
    assertThat(rule("person.decimalA / person.decimalA == 0.0").test(zero)).isEqualTo(Truth.FALSE);
  }

  @Test
  void aWindowHoldsItsEndAndNotItsBeginning() {
    var rule = rule("count('Visit', '7d') >= 1");

    assertThat(rule.test(visits(NOON.minus(Duration.ofDays(7))))).isEqualTo(Truth.FALSE);
    assertThat(rule.test(visits(NOON.minus(Duration.ofDays(7)).plusMillis(1))))
        .isEqualTo(Truth.TRUE);
    assertThat(rule.test(visits(NOON))).isEqualTo(Truth.TRUE);
    assertThat(rule.test(visits(NOON.plusMillis(1)))).isEqualTo(Truth.FALSE);
  }

  @Test
  void aCountKeepsAsManyTimesAsTellTheAnswer() {
    assertThat(rule("count('Visit', '7d') >= 3").needs()).containsExactly(new Need("Visit", 3));
    assertThat(rule("count('Visit', '7d') > 3").needs()).containsExactly(new Need("Visit", 4));
    assertThat(rule("2 < count('Visit', '7d') && count('Visit', '1d') == 0").needs())
        .containsExactly(new Need("Visit", 3));
    assertThat(rule("contacts('email', '7d') < 2").needs())
        .containsExactly(new Need("contact:email", 2));
    assertThat(rule("contacts('7d') < 2").needs())
        .containsExactly(new Need("contact:app", 2), new Need("contact:email", 2));
  }

  @Test
  void aRuleSaysWhenTimeAloneWillChangeIt() {
    var visits = visits(NOON.minus(Duration.ofDays(2)));

    assertThat(rule("within('Visit', '3d')").nextChange(visits))
        .isEqualTo(NOON.plus(Duration.ofDays(1)));
    assertThat(rule("person.flagA").nextChange(visits)).isNull();
    assertThat(rule("now.getHours() >= 13").nextChange(visits))
        .isEqualTo(Instant.parse("2026-06-01T13:00:00Z"));
    assertThat(rule("now.getDayOfWeek('Europe/London') == 0").nextChange(visits))
        .isEqualTo(Instant.parse("2026-06-01T23:00:00Z"));
  }

  @Test
  void partsThatAreEqualHaveEqualText() {
    assertThat(rule("person.wholeA>=18").source()).isEqualTo(rule("person.wholeA >= 18").source());
  }

  @Test
  void aRuleReadsTheAttributesItNames() {
    assertThat(rule("person.flagB && (person.wholeA > 1 || has(person.textA))").slots())
        .containsExactly(1, 2, 6);
  }

  @Test
  void anEventsPropertiesAreTypedWhereItIsDeclared() {
    var declared =
        new RuleLanguage(
            new Vocabulary(
                People.SCHEMA,
                Map.of("Trip recorded", Map.of("kilometres", ValueType.DECIMAL)),
                Map.of(),
                Set.of(),
                List.of(),
                Set.of()));

    assertThat(declared.condition("event.kilometres > 5.0", Scope.JOURNEY.on("Trip recorded")))
        .isInstanceOf(Checked.Right.class);
    assertThat(
            problems(
                declared.condition("event.kilometers > 5.0", Scope.JOURNEY.on("Trip recorded"))))
        .containsExactly(
            new RuleProblem(6, "event has no kilometers here.", "Did you mean kilometres?"));
    assertThat(problems(declared.condition("count('Trip recoded', '7d') > 1", Scope.JOURNEY)))
        .containsExactly(
            new RuleProblem(6, "There is no event Trip recoded.", "Did you mean Trip recorded?"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          person.wholA > 1          | 7: person has no wholA here. Did you mean wholeA?
          persn.wholeA > 1          | 0: Nothing is called persn here. Did you mean person?
          wholeA > 1                | 0: Nothing is called wholeA here. Did you mean person.wholeA?
          person.wholeA > 'x'       | 14: > does not work between a whole number and a text.
          person.decimalA == 5      | 16: == does not work between a decimal number and a whole number. Write whole numbers beside decimals with a point, such as 5.0, or convert: double(...).
          person.flagA && person.textA | 13: && does not work between a yes or no and a text. Both sides must answer yes or no; compare each with something.
          person.wholeA             | 0: This gives a whole number, but a rule answers yes or no. Compare it with something, such as > 0 or == 'text'.
          cont('Visit', '7d') > 1   | 0: There is no function cont. Did you mean count?
          count('Visit') > 1        | 0: count does not work with a text. Write count('Event name', '7d').
          count('Visit', '7x') > 1  | 15: This is not a length of time: 7x. Write a number with s, m, h, d or w, such as 7d.
          count('Visit', '7d') > 64 | 23: Counts are remembered up to 63. Compare with a smaller number.
          count(person.textA, '7d') > 1 | 12: The name of an event must be written out as a text in quotes.
          segment('regulers')       | 8: There is no segment regulers. Did you mean regulars?
          contacts('emial', '7d') > 1 | 9: There is no channel emial. Did you mean email?
          onJourney('tri')          | 10: There is no journey tri. Did you mean try?
          person.texts.exists(t, t == 'a') | 13: exists over a list is not part of this language. Use: 'x' in list.
          answer == 'yes'           | 0: Nothing is called answer here. An answer can be seen in the answers of an ask step.
          person.wholeA >           | 15: This is not a rule that can be read: it ends too early.
          now.getHours('Europe/Lodnon') > 3 | 13: There is no time zone Europe/Lodnon. Did you mean Europe/London?
          person.timeA < '2026-01-01' | 13: < does not work between a time and a text. Write a time as timestamp('2026-01-31T00:00:00Z').
          person.textA.matches('(') | 21: This is not a pattern: missing closing ).
          {}.a == 1                 | 2: This part is not in the rule language: {}.a.
          """)
  void aMistakeIsNamedWithItsPlaceAndARemedy(String source, String told) {
    assertThat(wrong(source, Scope.PERSON).strip()).isEqualTo(told);
  }

  @Test
  void aSegmentsRuleSeesOnlyWhatItIsAskedAgainFor() {
    assertThat(wrong("segment('regulars')", Scope.SEGMENT))
        .startsWith("7: A segment's rule cannot use segment.");
    assertThat(wrong("contacts('email', '7d') > 1", Scope.SEGMENT))
        .startsWith("8: A segment's rule cannot use contacts.");
    assertThat(wrong("purpose.declared", Scope.SEGMENT))
        .startsWith("0: Nothing is called purpose here.");
  }

  @Test
  void severalMistakesInOneRuleAreToldTogether() {
    var checked = language.condition("person.x > 1 && person.y", Scope.PERSON);

    assertThat(problems(checked)).hasSize(2);
  }

  @Test
  void aValueIsGivenInTheTypeThatIsWanted() {
    var situation = person("wholeA", Value.of(7));

    assertThat(value("person.wholeA * 2", ValueType.WHOLE).value(situation))
        .isEqualTo(Value.of(14));
    assertThat(value("person.wholeA * 2", ValueType.DECIMAL).value(situation))
        .isEqualTo(Value.of(14.0));
    assertThat(value("person.wholeB", ValueType.WHOLE).value(situation)).isNull();
    assertThat(language.expression("person.wholeA", Scope.PERSON, ValueType.TEXT))
        .isInstanceOf(Checked.Wrong.class);
  }

  private Expression value(String source, ValueType wanted) {
    return switch (language.expression(source, Scope.PERSON, wanted)) {
      case Checked.Right<Expression>(var expression) -> expression;
      case Checked.Wrong<Expression> wrong -> throw new AssertionError(wrong.problems());
    };
  }
}
