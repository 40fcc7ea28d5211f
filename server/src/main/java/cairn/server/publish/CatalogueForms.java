package cairn.server.publish;

import cairn.blueprint.file.FileText;
import java.util.ArrayList;
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
      List<String> journeys) {}

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

  record ChannelForm(String id, @Nullable String name) {}

  private final Map<String, Node> files = new LinkedHashMap<>();

  /** One mapping of a file, and the names that lead to it. */
  private record Node(String file, List<String> path, Map<?, ?> fields) {
    @Nullable String text(String name) {
      return fields.get(name) instanceof String text ? text : null;
    }

    List<String> texts(String name) {
      return fields.get(name) instanceof List<?> list
          ? list.stream().filter(String.class::isInstance).map(String.class::cast).toList()
          : List.of();
    }

    Map<String, String> all() {
      var all = new LinkedHashMap<String, String>();
      fields.forEach((name, value) -> {
        if (value instanceof String text) {
          all.put(String.valueOf(name), text);
        }
      });
      return all;
    }

    Node under(String name) {
      var longer = new ArrayList<>(path);
      longer.add(name);
      return new Node(file, longer, fields.get(name) instanceof Map<?, ?> map ? map : Map.of());
    }

    /** What stands under each name. */
    List<Node> each() {
      return fields.keySet().stream().map(name -> under(String.valueOf(name))).toList();
    }

    List<Node> items(String name) {
      return fields.get(name) instanceof List<?> list
          ? list.stream()
              .map(item -> new Node(file, path, item instanceof Map<?, ?> map ? map : Map.of()))
              .toList()
          : List.of();
    }

    String id() {
      return path.getLast();
    }

    ScopeForm scope() {
      for (var level : List.of("action", "group", "issue")) {
        var id = text(level);
        if (id != null) {
          return new ScopeForm(level, id);
        }
      }
      return new ScopeForm("all", "");
    }
  }

  private CatalogueForms(SortedMap<String, String> texts) {
    texts.forEach((file, text) -> {
      if (!file.startsWith("journeys/") && !file.startsWith("migrations/")) {
        files.put(file, new Node(file, List.of(), new FileText(text).content()));
      }
    });
  }

  static Body of(SortedMap<String, String> files) {
    var journeys =
        files.keySet().stream()
            .filter(file -> file.startsWith("journeys/"))
            .map(file -> new FileText(files.getOrDefault(file, "")).content().get("id"))
            .filter(String.class::isInstance)
            .map(String.class::cast)
            .toList();
    return new CatalogueForms(files).body(journeys);
  }

  private Body body(List<String> journeys) {
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
        all("channels", "channels").stream()
            .map(one -> new ChannelForm(one.id(), one.text("name")))
            .toList(),
        journeys);
  }

  /** The files of a kind: {@code actions.yaml} and all in {@code actions/}. */
  private List<Node> of(String kind) {
    return files.values().stream()
        .filter(one -> one.file().startsWith(kind + "/") || one.file().startsWith(kind + "."))
        .toList();
  }

  private List<Node> all(String kind, String part) {
    return of(kind).stream().flatMap(file -> file.under(part).each().stream()).toList();
  }

  private static IssueForm issue(Node file) {
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

  private static ActionForm action(Node one) {
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

  private static RuleForm rule(Node one) {
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

  private static ContactForm contact(Node one) {
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

  private static VolumeForm volume(Node one) {
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

  private static BoostForm boost(Node one) {
    return new BoostForm(
        one.file(), one.path(), one.id(), one.scope(), one.text("when"), one.text("percent"));
  }

  private static TreatmentForm treatment(Node one) {
    var words = one.all();
    words.remove("channel");
    return new TreatmentForm(one.file(), one.path(), one.id(), one.text("channel"), words);
  }

  private WeighingForm weighing() {
    var found = of("arbitration");
    var file =
        found.isEmpty() ? new Node("arbitration.yaml", List.of(), Map.of()) : found.getFirst();
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
