package cairn.server.publish;

import cairn.blueprint.file.FileText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What the files of a draft say of the catalogue, laid out for forms. Every value is the text that
 * stands in its file, right or wrong, so that a mistake can be shown and mended in its field; what
 * cannot be read at all is left out. A form tells its file and the names that lead to it there.
 */
final class CatalogueForms {
  private static final String ACTIONS = "actions";
  private static final String POLICIES = "policies";

  /** The whole catalogue. */
  record Body(
      List<PurposeForm> purposes,
      List<IssueForm> issues,
      List<RuleForm> rules,
      List<ContactForm> contacts,
      List<VolumeForm> volumes,
      List<BoostForm> boosts,
      List<TreatmentForm> treatments,
      WeighingForm weighing,
      List<ChannelForm> channels,
      List<JourneyForm> journeys,
      FeaturesForm features,
      DeclaredForm declared) {}

  record PurposeForm(
      String file, List<String> path, String id, @Nullable String name, List<String> words) {}

  record IssueForm(
      String file,
      List<String> path,
      String id,
      @Nullable String name,
      @Nullable String lever,
      List<GroupForm> groups) {}

  record GroupForm(
      List<String> path,
      String id,
      @Nullable String name,
      @Nullable String lever,
      List<ActionForm> actions) {}

  record ActionForm(
      String file,
      List<String> path,
      String id,
      @Nullable String name,
      @Nullable String owner,
      @Nullable String kind,
      @Nullable String from,
      @Nullable String until,
      List<String> purposes,
      @Nullable String findsPurpose,
      @Nullable String valueOrganisation,
      @Nullable String valuePerson,
      @Nullable String lever,
      @Nullable String nudge,
      @Nullable String boost,
      @Nullable String plain,
      @Nullable String expires,
      @Nullable String journey,
      List<String> bundle,
      List<RenderingForm> renderings) {}

  record RenderingForm(
      @Nullable String channel,
      List<String> placements,
      @Nullable String treatment,
      Map<String, String> words,
      @Nullable String when) {}

  /** Which of everything, an issue, a group and an action a rule is on. */
  record ScopeForm(String level, String id) {}

  record RuleForm(
      String file,
      List<String> path,
      String id,
      @Nullable String test,
      ScopeForm scope,
      @Nullable String when,
      @Nullable String sentence,
      @Nullable String owner) {}

  record ContactForm(
      String file,
      List<String> path,
      String id,
      ScopeForm scope,
      @Nullable String channel,
      boolean pauses,
      @Nullable String contacts,
      @Nullable String response,
      @Nullable String times,
      @Nullable String within,
      @Nullable String pause,
      @Nullable String sentence,
      @Nullable String owner) {}

  record VolumeForm(
      String file,
      List<String> path,
      String id,
      ScopeForm scope,
      @Nullable String units,
      @Nullable String per,
      @Nullable String sentence,
      @Nullable String owner) {}

  record BoostForm(
      String file,
      List<String> path,
      String id,
      ScopeForm scope,
      @Nullable String when,
      @Nullable String percent) {}

  record TreatmentForm(
      String file,
      List<String> path,
      String id,
      @Nullable String channel,
      Map<String, String> words) {}

  /**
   * How survivors are weighed; nothing where the published default holds.
   *
   * @param choice {@code inverseGap}, {@code thompson}, {@code greedy}, or nothing
   */
  record WeighingForm(
      String file,
      @Nullable String a,
      @Nullable String unit,
      @Nullable String classMax,
      @Nullable String choice,
      @Nullable String gain,
      @Nullable String optimism,
      @Nullable String floor,
      @Nullable String width,
      Map<String, String> use,
      @Nullable String perMille,
      @Nullable String salt) {}

  /**
   * A means by which people are met.
   *
   * @param address the attribute that holds where a person is reached there
   * @param quietFrom when the hours begin in which nothing is promoted, by the person's clock
   * @param placements what its placements are called, by id
   */
  record ChannelForm(
      String file,
      List<String> path,
      String id,
      @Nullable String name,
      @Nullable String kind,
      @Nullable String address,
      @Nullable String consent,
      @Nullable String quietFrom,
      @Nullable String quietTo,
      @Nullable String quietOtherwise,
      List<CapForm> caps,
      Map<String, String> placements) {}

  record CapForm(@Nullable String contacts, @Nullable String within) {}

  record JourneyForm(String id, @Nullable String name) {}

  /** What models look at, and by what people are grouped to see how they fare. */
  record FeaturesForm(
      String file,
      @Nullable String outcomeWindow,
      List<PredictorForm> predictors,
      List<PredictorForm> fairness) {}

  /**
   * One of them.
   *
   * @param plain whether it stands there as a name alone
   */
  record PredictorForm(
      boolean plain,
      @Nullable String name,
      @Nullable String bins,
      List<String> edges,
      boolean symbol,
      @Nullable String declared) {}

  /** What can be named in features: attributes of a person, what a request tells, and events. */
  record DeclaredForm(List<AttributeForm> attributes, List<String> context, List<String> events) {}

  record AttributeForm(String id, @Nullable String name, boolean sensitive) {}

  private final Map<String, FormNode> files = new LinkedHashMap<>();

  private CatalogueForms(SortedMap<String, String> texts) {
    texts.forEach((file, text) -> {
      if (!file.startsWith("journeys/") && !file.startsWith("migrations/")) {
        files.put(file, new FormNode(file, List.of(), new FileText(text).content()));
      }
    });
  }

  static Body of(SortedMap<String, String> files) {
    var journeys =
        files.keySet().stream()
            .filter(file -> file.startsWith("journeys/"))
            .map(file -> new FileText(files.getOrDefault(file, "")).content())
            .map(content -> new FormNode("", List.of(), content))
            .filter(journey -> journey.text("id") != null)
            .map(CatalogueForms::journey)
            .toList();
    return new CatalogueForms(files).body(journeys);
  }

  private Body body(List<JourneyForm> journeys) {
    return new Body(
        all("purposes", "purposes").stream()
            .map(one ->
                new PurposeForm(
                    one.file(), one.path(), one.id(), one.text("name"), one.texts("words")))
            .toList(),
        of(ACTIONS).stream().map(CatalogueForms::issue).toList(),
        all(POLICIES, "policies").stream().map(CatalogueForms::rule).toList(),
        all(POLICIES, "contacts").stream().map(CatalogueForms::contact).toList(),
        all(POLICIES, "volumes").stream().map(CatalogueForms::volume).toList(),
        all("arbitration", "context").stream().map(CatalogueForms::boost).toList(),
        all("treatments", "treatments").stream().map(CatalogueForms::treatment).toList(),
        weighing(),
        all("channels", "channels").stream().map(DeclaredForms::channel).toList(),
        journeys,
        DeclaredForms.features(first("features")),
        new DeclaredForm(
            all("profile", "attributes").stream().map(DeclaredForms::attribute).toList(),
            List.copyOf(first("blueprint").under("context").all().keySet()),
            all("events", "events").stream().map(FormNode::id).toList()));
  }

  private static JourneyForm journey(FormNode journey) {
    var id = journey.text("id");
    return new JourneyForm(id == null ? "" : id, journey.text("name"));
  }

  /** The file of a kind that has only one, or that name with nothing in it. */
  private FormNode first(String kind) {
    return of(kind).stream().findFirst().orElse(new FormNode(kind + ".yaml", List.of(), Map.of()));
  }

  /** The files of a kind: {@code actions.yaml} and all in {@code actions/}. */
  private List<FormNode> of(String kind) {
    return files.values().stream()
        .filter(one -> one.file().startsWith(kind + "/") || one.file().startsWith(kind + "."))
        .toList();
  }

  private List<FormNode> all(String kind, String part) {
    return of(kind).stream().flatMap(file -> file.under(part).each().stream()).toList();
  }

  private static IssueForm issue(FormNode file) {
    var id = file.text("issue");
    return new IssueForm(
        file.file(),
        file.path(),
        id == null ? "" : id,
        file.text("name"),
        file.text("lever"),
        file.under("groups").each().stream()
            .map(group ->
                new GroupForm(
                    group.path(),
                    group.id(),
                    group.text("name"),
                    group.text("lever"),
                    group.under("actions").each().stream().map(CatalogueForms::action).toList()))
            .toList());
  }

  private static ActionForm action(FormNode one) {
    var influence = one.under("influence");
    return new ActionForm(
        one.file(),
        one.path(),
        one.id(),
        one.text("name"),
        one.text("owner"),
        one.text("kind"),
        one.text("from"),
        one.text("until"),
        one.texts("purposes"),
        one.text("findsPurpose"),
        one.text("valueOrganisation"),
        one.text("valuePerson"),
        one.text("lever"),
        influence.text("nudge"),
        influence.text("boost"),
        influence.text("plain"),
        influence.text("expires"),
        one.text("journey"),
        one.texts("bundle"),
        one.items("renderings").stream()
            .map(each ->
                new RenderingForm(
                    each.text("channel"),
                    each.texts("placements"),
                    each.text("treatment"),
                    each.under("words").all(),
                    each.text("when")))
            .toList());
  }

  private static RuleForm rule(FormNode one) {
    return new RuleForm(
        one.file(),
        one.path(),
        one.id(),
        one.text("test"),
        one.scope(),
        one.text("when"),
        one.text("sentence"),
        one.text("owner"));
  }

  private static ContactForm contact(FormNode one) {
    var suppress = one.under("suppress");
    boolean pauses = !suppress.fields().isEmpty();
    var counted = pauses ? suppress : one.under("cap");
    return new ContactForm(
        one.file(),
        one.path(),
        one.id(),
        one.scope(),
        one.text("channel"),
        pauses,
        counted.text("contacts"),
        counted.text("response"),
        counted.text("times"),
        counted.text("within"),
        counted.text("pause"),
        one.text("sentence"),
        one.text("owner"));
  }

  private static VolumeForm volume(FormNode one) {
    return new VolumeForm(
        one.file(),
        one.path(),
        one.id(),
        one.scope(),
        one.text("units"),
        one.text("per"),
        one.text("sentence"),
        one.text("owner"));
  }

  private static BoostForm boost(FormNode one) {
    return new BoostForm(
        one.file(), one.path(), one.id(), one.scope(), one.text("when"), one.text("percent"));
  }

  private static TreatmentForm treatment(FormNode one) {
    var words = one.all();
    words.remove("channel");
    return new TreatmentForm(one.file(), one.path(), one.id(), one.text("channel"), words);
  }

  private WeighingForm weighing() {
    var file = first("arbitration");
    var choice = file.under("choice");
    var word = choice.fields().keySet().stream().map(String::valueOf).findFirst().orElse(null);
    var by = word == null ? choice : choice.under(word);
    var arms = file.under("arms");
    return new WeighingForm(
        file.file(),
        file.text("a"),
        file.text("unit"),
        file.text("classMax"),
        word,
        by.text("gain"),
        by.text("optimism"),
        by.text("floor"),
        by.text("width"),
        file.under("use").all(),
        arms.text("perMille"),
        arms.text("salt"));
  }
}
