package cairn.blueprint.file;

import cairn.blueprint.Treatment;
import cairn.decision.Action;
import cairn.decision.ActionKind;
import cairn.decision.Influence;
import cairn.decision.Lever;
import cairn.decision.PurposeKind;
import cairn.decision.Rendering;
import cairn.decision.Scope;
import cairn.decision.Theme;
import cairn.rule.Condition;
import cairn.rule.Expression;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads purposes and actions: issue, group, action, and the forms it comes in. */
final class ActionFiles {
  private static final List<ActionKind> KINDS = List.of(ActionKind.values());

  private final CatalogueReading reading;
  private final Map<String, PurposeKind> purposes = new LinkedHashMap<>();
  private final Map<String, Action> actions = new LinkedHashMap<>();
  private final List<Theme> themes = new ArrayList<>();
  private final List<Lever> levers = new ArrayList<>();

  ActionFiles(CatalogueReading reading) {
    this.reading = reading;
  }

  List<PurposeKind> purposes() {
    return List.copyOf(purposes.values());
  }

  List<Action> actions() {
    return List.copyOf(actions.values());
  }

  List<Theme> themes() {
    return themes;
  }

  List<Lever> levers() {
    return levers;
  }

  void purposes(FileReading file) {
    FileReading.mapping(file.root(), "purposes")
        .fields()
        .forEach((id, field) -> {
          if (field.value() instanceof Tree.Mapping fields) {
            var words =
                FileReading.scalars(fields, "words").stream().map(Tree.Scalar::text).toList();
            purposes.put(id, new PurposeKind(id, FileReading.text(fields, "name", id), words));
          }
        });
  }

  void actions(FileReading file) {
    var issue = FileReading.text(file.root(), "issue", "");
    themes.add(new Theme(issue, "", FileReading.text(file.root(), "name", issue)));
    lever(file.root(), new Scope(Scope.Level.ISSUE, issue));
    FileReading.mapping(file.root(), "groups")
        .fields()
        .forEach((group, field) -> {
          if (field.value() instanceof Tree.Mapping fields) {
            if (!reading.group(group, issue)) {
              file.problem(
                  field.key(), "Another issue has a group " + group + " too.", "Rename one.");
            }
            themes.add(new Theme(issue, group, FileReading.text(fields, "name", group)));
            lever(fields, new Scope(Scope.Level.GROUP, group));
            group(file, issue, group, FileReading.mapping(fields, "actions"));
          }
        });
  }

  private void lever(Tree.Mapping fields, Scope scope) {
    double percent = CatalogueReading.decimal(fields, "lever", 0);
    if (percent != 0) {
      levers.add(new Lever(scope, percent));
    }
  }

  private void group(FileReading file, String issue, String group, Tree.Mapping all) {
    all.fields()
        .forEach((id, field) -> {
          if (field.value() instanceof Tree.Mapping fields
              && actions.putIfAbsent(id, action(file, field.key(), issue, group, id, fields))
                  != null) {
            file.problem(field.key(), "The action " + id + " stands elsewhere too.", "Rename one.");
          }
        });
  }

  private Action action(
      FileReading file, Place place, String issue, String group, String id, Tree.Mapping fields) {
    var kind = CatalogueReading.constant(KINDS, FileReading.text(fields, "kind", "default"));
    if (kind == ActionKind.QUESTION && !reading.known().questions().containsKey(id)) {
      file.problem(
          place,
          "There is no question " + id + ".",
          "A question's action is called like the question it asks; add it to questions.yaml.");
    }
    var journey = FileReading.scalar(fields, "journey");
    if (journey != null) {
      Known.check(file, journey, "journey", reading.known().journeys());
    }
    return new Action(
        id,
        FileReading.text(fields, "name", id),
        issue,
        group,
        kind,
        FileReading.text(fields, "owner", ""),
        reading.moment(file, fields, "from"),
        reading.moment(file, fields, "until"),
        purposes(file, fields),
        FileReading.flag(fields, "findsPurpose", false),
        value(file, fields, "valueOrganisation"),
        value(file, fields, "valuePerson"),
        CatalogueReading.decimal(fields, "lever", 0),
        influence(file, place, kind, fields),
        journey == null ? null : journey.text(),
        FileReading.scalars(fields, "bundle").stream().map(Tree.Scalar::text).toList(),
        renderings(file, id, fields));
  }

  private Set<String> purposes(FileReading file, Tree.Mapping fields) {
    var served = new LinkedHashSet<String>();
    for (var purpose : FileReading.scalars(fields, "purposes")) {
      Known.check(file, purpose, "purpose", purposes.keySet());
      served.add(purpose.text());
    }
    return served;
  }

  private @Nullable Expression value(FileReading file, Tree.Mapping fields, String name) {
    var scalar = FileReading.scalar(fields, name);
    return scalar == null
        ? null
        : reading.rules().expression(file, scalar, CatalogueReading.REQUEST, null);
  }

  /** What promotes says how; a nudge that nobody declared is refused. */
  private Influence influence(FileReading file, Place place, ActionKind kind, Tree.Mapping fields) {
    boolean promotes = kind == ActionKind.DEFAULT || kind == ActionKind.MANDATORY;
    if (promotes && FileReading.mapping(fields, "influence").fields().isEmpty()) {
      file.problem(
          place,
          "It is not said how this works on the person.",
          "Add influence: with nudge, boost or plain, and why.");
    }
    var said = FileReading.mapping(fields, "influence");
    Instant expires = reading.moment(file, said, "expires");
    var nudge = FileReading.text(said, "nudge");
    if (nudge != null) {
      if (expires == null) {
        file.problem(
            said.place(),
            "A nudge is looked at again on a date, and there is none.",
            "Add expires: and the date.");
      }
      return new Influence(Influence.Kind.NUDGE, nudge, expires);
    }
    var boost = FileReading.text(said, "boost");
    return boost == null
        ? new Influence(Influence.Kind.PLAIN, FileReading.text(said, "plain", ""), expires)
        : new Influence(Influence.Kind.BOOST, boost, expires);
  }

  private List<Rendering> renderings(FileReading file, String action, Tree.Mapping fields) {
    var renderings = new ArrayList<Rendering>();
    for (var rendering : FileReading.mappings(fields, "renderings")) {
      var channel = FileReading.scalar(rendering, "channel");
      if (channel == null
          || !Known.check(file, channel, "channel", reading.known().channels().keySet())) {
        continue;
      }
      Condition when = reading.rules().condition(file, rendering, "when", CatalogueReading.REQUEST);
      renderings.add(
          new Rendering(
              treatment(file, action, renderings.size(), channel.text(), rendering),
              channel.text(),
              placements(rendering),
              when));
    }
    return renderings;
  }

  private static Set<String> placements(Tree.Mapping rendering) {
    var placements = new LinkedHashSet<String>();
    FileReading.scalars(rendering, "placements").forEach(one -> placements.add(one.text()));
    return placements;
  }

  /** The treatment named, or a new one made of the words that stand in its place. */
  private String treatment(
      FileReading file, String action, int number, String channel, Tree.Mapping rendering) {
    var treatments = reading.known().treatments();
    var named = FileReading.scalar(rendering, "treatment");
    if (named != null) {
      if (Known.check(file, named, "treatment", treatments.keySet())) {
        var treatment = treatments.get(named.text());
        if (treatment != null && !treatment.channel().equals(channel)) {
          file.problem(
              named.place(),
              "The treatment " + named.text() + " is made for " + treatment.channel() + ".",
              "Name one made for " + channel + ", or write the words here.");
        }
      }
      return named.text();
    }
    var words = new LinkedHashMap<String, String>();
    FileReading.scalarFields(FileReading.mapping(rendering, "words"))
        .forEach((name, scalar) -> {
          words.put(name, scalar.text());
          DeclaredFiles.words(file, reading.known().schema(), scalar);
        });
    var id = action + "-" + channel + (number == 0 ? "" : "-" + number);
    if (treatments.putIfAbsent(id, new Treatment(id, channel, words)) != null) {
      file.problem(
          rendering.place(),
          "These words would be the treatment " + id + ", which there is already.",
          "Rename the treatment.");
    }
    return id;
  }

  /** Checks what only makes sense once every action is known. */
  void check(List<FileReading> files) {
    for (var file : files) {
      FileReading.mapping(file.root(), "groups")
          .fields()
          .forEach((group, field) -> {
            if (field.value() instanceof Tree.Mapping fields) {
              FileReading.mapping(fields, "actions")
                  .fields()
                  .forEach((id, action) -> {
                    if (action.value() instanceof Tree.Mapping one) {
                      bundle(file, id, FileReading.scalars(one, "bundle"));
                    }
                  });
            }
          });
    }
  }

  /** What a bundle holds is offered as one, so each part is an action of its own, once. */
  private void bundle(FileReading file, String id, List<Tree.Scalar> parts) {
    var held = new HashSet<String>();
    for (var part : parts) {
      if (!Known.check(file, part, "action", actions.keySet())) {
        continue;
      }
      var action = actions.get(part.text());
      if (part.text().equals(id)) {
        file.objection(part.place(), "A bundle does not hold itself.", "Take it out.");
      } else if (action != null && !action.parts().isEmpty()) {
        file.objection(
            part.place(), part.text() + " is a bundle too.", "Name the actions that it holds.");
      } else if (!held.add(part.text())) {
        file.objection(part.place(), part.text() + " stands here twice.", "Take one out.");
      }
    }
  }
}
