package cairn.blueprint.file;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import cairn.adaptive.ChoiceRule;
import cairn.adaptive.Predictor;
import cairn.decision.ActionKind;
import cairn.decision.Catalogue;
import cairn.decision.ContactPolicy;
import cairn.decision.Influence;
import cairn.decision.Response;
import cairn.decision.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A catalogue's files, and what is wrong with them, in words. */
class CatalogueFilesTest {
  private static final String PROFILE =
      """
      attributes:
        firstName: text
        age: whole
        kilometres: {type: decimal, description: Distance to work, personal: false}
        email: text
        faith: {type: text, sensitive: true}
      """;
  private static final String PURPOSES =
      """
      purposes:
        cycle: {name: Cycle to work, words: [bike, bicycle]}
      """;
  private static final String ACTIONS =
      """
      issue: mobility
      name: Getting about
      groups:
        trying:
          name: Trying it
          lever: 10
          actions:
            loan-bike:
              name: Borrow a bicycle for a week
              owner: Mobility
              from: 2026-01-01
              until: 2027-01-01
              purposes: [cycle]
              valueOrganisation: 5
              valuePerson: "person.kilometres * 2.0"
              influence: {boost: You learn whether it suits you.}
              journey: try
              renderings:
                - channel: app
                  placements: [tile]
                  words: {title: Try a bicycle, body: "Dear {{ person.firstName }}"}
                - {channel: email, treatment: hello}
            want:
              name: Would you like to try?
              owner: Mobility
              kind: question
              findsPurpose: true
              renderings:
                - {channel: app, words: {body: Would you like to try?}}
      """;
  private static final String POLICIES =
      """
      policies:
        adults:
          test: eligibility
          when: person.age >= 18
          sentence: This is for adults.
          owner: Law
      contacts:
        mail-twice:
          channel: email
          group: trying
          cap: {contacts: 2, within: 7d}
          sentence: We write at most twice a week.
          owner: Mobility
        rest:
          action: loan-bike
          channel: app
          suppress: {response: notNow, times: 1, within: 1d, pause: 30d}
          sentence: You asked for a rest.
          owner: Mobility
      volumes:
        bikes: {action: loan-bike, units: 5, per: 7d, sentence: All are lent., owner: Mobility}
      """;
  private static final String ARBITRATION =
      """
      a: 0.4
      unit: 2
      classMax: 50
      choice: {thompson: {width: 1}}
      context:
        raining: {when: "context['rain'] == true", group: trying, percent: -50}
      arms: {perMille: 20, salt: spring}
      """;
  private static final String FEATURES =
      """
      outcomeWindow: 3d
      predictors:
        - channel
        - {name: person.age, edges: [25, 40, 60]}
        - person.kilometres
        - recent.Trip recorded
      crosses:
        - [channel, person.age]
      """;

  private static Bundle bundle() {
    return BlueprintCompilerTest.bundle()
        .with("profile.yaml", PROFILE)
        .with("purposes.yaml", PURPOSES)
        .with("actions/mobility.yaml", ACTIONS)
        .with("policies/all.yaml", POLICIES)
        .with("arbitration.yaml", ARBITRATION)
        .with("features.yaml", FEATURES);
  }

  private static Catalogue catalogue() {
    return BlueprintCompilerTest.compiled(bundle(), null).catalogue();
  }

  private static List<String> problems(String file, String from, String to) {
    var text = requireNonNull(bundle().files().get(file));
    assertThat(text).contains(from);
    return BlueprintCompilerTest.problems(bundle().with(file, text.replace(from, to)));
  }

  @Test
  void anActionKnowsItsPlaceItsWorthAndItsForms() {
    var blueprint = BlueprintCompilerTest.compiled(bundle(), null);
    var action = blueprint.catalogue().actions().getFirst();

    assertThat(action.issue()).isEqualTo("mobility");
    assertThat(action.group()).isEqualTo("trying");
    assertThat(action.from()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(action.influence().kind()).isEqualTo(Influence.Kind.BOOST);
    assertThat(action.renderings()).hasSize(2);
    assertThat(requireNonNull(blueprint.treatment("loan-bike-app")).fields())
        .containsEntry("title", "Try a bicycle");
    assertThat(blueprint.catalogue().actions().get(1).kind()).isEqualTo(ActionKind.QUESTION);
    assertThat(blueprint.catalogue().notes().purposes().getFirst().words()).contains("bike");
  }

  @Test
  void policiesKeepTheirScopeAndWhatTheyNeedRemembered() {
    var catalogue = catalogue();

    assertThat(catalogue.policies().getFirst().scope()).isEqualTo(Scope.ALL);
    assertThat(catalogue.contacts().getFirst())
        .isInstanceOfSatisfying(
            ContactPolicy.Cap.class,
            cap -> {
              assertThat(cap.scope()).isEqualTo(new Scope(Scope.Level.GROUP, "trying"));
              assertThat(cap.window()).isEqualTo(Duration.ofDays(7));
            });
    assertThat(catalogue.responseNeeds("loan-bike", "app", Response.Kind.NOT_NOW)).hasSize(1);
    assertThat(catalogue.responseNeeds("loan-bike", "email", Response.Kind.NOT_NOW)).isEmpty();
    assertThat(catalogue.volumes().getFirst().unitsMax()).isEqualTo(5);
  }

  @Test
  void theWeighingIsAsPublished() {
    var catalogue = catalogue();

    assertThat(catalogue.arbitration().a()).isEqualTo(0.4);
    assertThat(catalogue.arbitration().choice()).isEqualTo(new ChoiceRule.Thompson(1));
    assertThat(catalogue.weights().getFirst().percent()).isEqualTo(-50);
    assertThat(catalogue.arms().perMille()).isEqualTo(20);
    assertThat(catalogue.levers().getFirst().percent()).isEqualTo(10);
  }

  @Test
  void controlArmsAreAlwaysOnUnlessTheyAreLeftOut() {
    var without = bundle().with("arbitration.yaml", "a: 0.4");
    var none = bundle().with("arbitration.yaml", "arms: {perMille: 0}");

    assertThat(BlueprintCompilerTest.compiled(without, null).catalogue().arms().perMille())
        .isEqualTo(10);
    assertThat(BlueprintCompilerTest.compiled(none, null).catalogue().arms().perMille()).isZero();
  }

  @Test
  void modelsLookAtWhatIsDeclaredAndItIsRemembered() {
    var blueprint = BlueprintCompilerTest.compiled(bundle(), null);
    var plan = blueprint.catalogue().notes().models();

    assertThat(plan.outcomeWindow()).isEqualTo(Duration.ofDays(3));
    assertThat(plan.features().predictors())
        .contains(new Predictor.Binned("person.age", List.of(25.0, 40.0, 60.0)));
    assertThat(blueprint.keep("Trip recorded")).isEqualTo(FeatureFile.RECENT_KEPT);
  }

  @Test
  void aNudgeWithoutADateIsRefused() {
    assertThat(
            problems(
                "actions/mobility.yaml",
                "{boost: You learn whether it suits you.}",
                "{nudge: It comes to mind.}"))
        .containsExactly(
            "actions/mobility.yaml:16:20: A nudge is looked at again on a date, and there is none."
                + " Add expires: and the date.");
  }

  @Test
  void whatPromotesSaysHowItWorksOnThePerson() {
    assertThat(
            problems(
                "actions/mobility.yaml",
                "        influence: {boost: You learn whether it suits you.}\n",
                ""))
        .containsExactly(
            "actions/mobility.yaml:8:7: It is not said how this works on the person."
                + " Add influence: with nudge, boost or plain, and why.");
  }

  @Test
  void aProtectedAttributeEntersNoModelUndeclared() {
    assertThat(problems("features.yaml", "- person.kilometres", "- person.faith"))
        .containsExactly(
            "features.yaml:5:5: faith is a protected attribute; no model looks at it unless"
                + " declared. Take it out, or add declared: and why, and who decided it.");
    assertThat(
            problems(
                "features.yaml",
                "- person.kilometres",
                "- {name: person.faith, declared: To measure fairness; the board.}"))
        .isEmpty();
  }

  @Test
  void namesThatAreNotThereAreToldWithTheNearestOne() {
    assertThat(problems("policies/all.yaml", "action: loan-bike, units", "action: loan-bik, units"))
        .containsExactly(
            "policies/all.yaml:21:19: There is no action loan-bik. Did you mean loan-bike?");
    assertThat(problems("actions/mobility.yaml", "purposes: [cycle]", "purposes: [cycel]"))
        .containsExactly(
            "actions/mobility.yaml:13:20: There is no purpose cycel. Did you mean cycle?");
  }

  @Test
  void aRuleWithoutSentenceOrOwnerIsRefused() {
    assertThat(problems("policies/all.yaml", "    owner: Law\n", ""))
        .containsExactly("policies/all.yaml:3:5: owner is missing. Add owner: ...");
  }
}
