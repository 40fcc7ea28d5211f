package cairn.map.story;

import cairn.map.Bounds;
import cairn.map.CaseForAction;
import cairn.map.Element;
import cairn.map.ElementId;
import cairn.map.Evidence;
import cairn.map.FeelingPoint;
import cairn.map.Field;
import cairn.map.Fields;
import cairn.map.Idea;
import cairn.map.Initiative;
import cairn.map.JourneyMap;
import cairn.map.Kind;
import cairn.map.LaneRole;
import cairn.map.Moment;
import cairn.map.Note;
import cairn.map.Op;
import cairn.map.Persona;
import cairn.map.Stage;
import cairn.map.Step;
import cairn.map.Team;
import cairn.map.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes a case from a moment of the map, and sees later which of its parts the map has left
 * behind. What people wrote into a case stays theirs: nothing is rewritten unless they ask.
 */
public final class CaseWriter {
  /*
   * The basis of a case names each part that was written from the map with a fingerprint of what
   * the map said then. A part is stale when the map says something else now, whatever people made
   * of the sentence in between.
   */

  /** Notes that are quoted as evidence. */
  public static final int EVIDENCE_LINES_MAX = 12;

  private static final int SHORT = 400;

  /**
   * A part of a case that the map has left behind.
   *
   * @param field the part, by the name of its field
   * @param nowSays what the map would write today
   * @param isEdited whether people have changed the sentence, so that a refresh would lose words
   */
  public record StalePart(String field, Value nowSays, boolean isEdited) {}

  private final JourneyMap map;
  private final Phrases phrases;

  private CaseWriter(JourneyMap map, Phrases phrases) {
    this.map = map;
    this.phrases = phrases;
  }

  /** A case for a moment, as far as the map tells it; empty when there is no such moment. */
  public static Optional<CaseForAction> write(
      JourneyMap map, ElementId moment, ElementId id, Phrases phrases) {
    var writer = new CaseWriter(map, phrases);
    return map.state()
        .find(Moment.class, moment)
        .map(found -> {
          var fields =
              Fields.of(Kind.CASE)
                  .with(CaseForAction.MOMENT, Optional.of(found.id()))
                  .with(CaseForAction.PERSONA, writer.persona(found).map(Persona::id));
          var parts = writer.parts(found, writer.persona(found));
          for (var part : parts.entrySet()) {
            fields = fields.with(part.getKey(), part.getValue());
          }
          return new CaseForAction(id, fields.with(CaseForAction.BASIS, basis(parts)));
        });
  }

  /** The parts that the map has left behind, in the order of the page. */
  public static List<StalePart> stale(CaseForAction story, JourneyMap map, Phrases phrases) {
    var then = new HashMap<String, String>();
    for (String line : story.basis()) {
      int at = line.indexOf('#');
      if (at > 0) {
        then.put(line.substring(0, at), line.substring(at + 1));
      }
    }
    var now = new CaseWriter(map, phrases).parts(story);
    var stale = new ArrayList<StalePart>();
    for (Field<?> field : Kind.CASE.shape().fields()) {
      String was = then.get(field.name());
      Value says = now.getOrDefault(field.name(), field.fallback());
      if (was != null && !was.equals(fingerprint(says))) {
        boolean edited = !was.equals(fingerprint(story.fields().value(field.name())));
        stale.add(new StalePart(field.name(), says, edited));
      }
    }
    return List.copyOf(stale);
  }

  /**
   * The operations that bring these parts of a case up to the map; empty when none is stale.
   *
   * @param evenEdited whether also parts that people have changed are replaced; else they stay
   */
  public static List<Op> refreshing(
      CaseForAction story,
      JourneyMap map,
      Phrases phrases,
      Set<String> fields,
      boolean evenEdited) {
    var changes = new TreeMap<String, Value>();
    for (StalePart part : stale(story, map, phrases)) {
      if (fields.contains(part.field()) && (evenEdited || !part.isEdited())) {
        changes.put(part.field(), part.nowSays());
      }
    }
    if (changes.isEmpty()) {
      return List.of();
    }
    var basis = new ArrayList<String>();
    for (String line : story.basis()) {
      int at = line.indexOf('#');
      var changed = at > 0 ? changes.get(line.substring(0, at)) : null;
      basis.add(changed == null ? line : line.substring(0, at + 1) + fingerprint(changed));
    }
    changes.put(CaseForAction.BASIS.name(), Value.of(basis));
    return List.of(new Op.Set(story.id(), changes));
  }

  private Map<String, Value> parts(CaseForAction story) {
    return story
        .moment()
        .flatMap(id -> map.state().find(Moment.class, id))
        .map(moment ->
            parts(moment, story.persona().flatMap(id -> map.state().find(Persona.class, id))))
        .orElse(Map.of());
  }

  private Map<String, Value> parts(Moment moment, Optional<Persona> persona) {
    var parts = new LinkedHashMap<String, Value>();
    var column = moment.column();
    put(parts, CaseForAction.TITLE, cut(moment.title(), Bounds.NAME_MAX));
    put(
        parts,
        CaseForAction.PERSON,
        cut(persona.map(CaseWriter::told).orElse(""), Bounds.TEXT_MAX));
    put(parts, CaseForAction.STORY, cut(story(moment), Bounds.TEXT_MAX));
    put(parts, CaseForAction.NEED, moment.need());
    put(parts, CaseForAction.FEELING_NOW, feeling(persona, column, FeelingPoint.Curve.AS_IS));
    put(parts, CaseForAction.FEELING_WANTED, feeling(persona, column, FeelingPoint.Curve.TO_BE));
    put(parts, CaseForAction.EVIDENCE_LINES, evidence(column));
    put(parts, CaseForAction.COST_OF_NOTHING, cut(cost(moment), Bounds.TEXT_MAX));
    put(parts, CaseForAction.BECAUSE, cut(withoutStop(moment.why()), Bounds.TEXT_MAX));
    put(parts, CaseForAction.STAFF_EFFECT, cut(staff(column), Bounds.TEXT_MAX));
    put(parts, CaseForAction.TEAM_NAMES, teams(column));
    var idea = idea(moment);
    put(parts, CaseForAction.CHANGE, cut(idea.map(CaseWriter::told).orElse(""), Bounds.TEXT_MAX));
    put(parts, CaseForAction.EFFORT, idea.flatMap(each -> each.get(Idea.MONTHS)));
    var initiative = idea.flatMap(this::initiative);
    put(parts, CaseForAction.OWNER, initiative.map(Initiative::owner).orElse(""));
    put(parts, CaseForAction.FIRST_STEP, initiative.map(Initiative::firstStep).orElse(""));
    put(parts, CaseForAction.FIRST_STEP_BY, initiative.flatMap(Initiative::due));
    return parts;
  }

  private static <T> void put(Map<String, Value> parts, Field<T> field, T value) {
    parts.put(field.name(), field.write(value));
  }

  private static List<String> basis(Map<String, Value> parts) {
    var basis = new ArrayList<String>();
    parts.forEach((field, value) -> basis.add(field + "#" + fingerprint(value)));
    return basis;
  }

  private Optional<Persona> persona(Moment moment) {
    return moment
        .persona()
        .flatMap(id -> map.state().find(Persona.class, id))
        .or(() -> map.personas().stream().findFirst());
  }

  private static String told(Persona persona) {
    return persona.name()
        + (persona.purpose().isEmpty() ? "" : ": " + persona.purpose())
        + (persona.quote().isEmpty() ? "" : " \"" + persona.quote() + "\"");
  }

  private static String told(Idea idea) {
    return idea.description().isEmpty()
        ? idea.title()
        : withoutStop(idea.title()) + ": " + withoutStop(idea.description());
  }

  private String story(Moment moment) {
    var story = new StringBuilder();
    moment
        .column()
        .map(this::name)
        .filter(name -> !name.isEmpty())
        .ifPresent(name -> story.append(name).append(". "));
    story.append(withStop(moment.why()));
    moment
        .column()
        .ifPresent(column -> {
          for (LaneRole role : List.of(LaneRole.DOING, LaneRole.THINKING)) {
            for (Note note : map.notes(role, column)) {
              story.append(" \"").append(cut(note.text(), SHORT)).append('"');
            }
          }
        });
    return story.toString().strip();
  }

  private String name(ElementId column) {
    return map.state()
        .find(Step.class, column)
        .map(Step::name)
        .or(() -> map.state().find(Stage.class, column).map(Stage::name))
        .orElse("");
  }

  private OptionalDouble feeling(
      Optional<Persona> persona, Optional<ElementId> column, FeelingPoint.Curve curve) {
    if (persona.isEmpty() || column.isEmpty()) {
      return OptionalDouble.empty();
    }
    var point = map.point(persona.get().id(), column.get(), curve, FeelingPoint.Measure.FEELING);
    return point.isPresent() ? OptionalDouble.of(point.get().value()) : OptionalDouble.empty();
  }

  private List<String> evidence(Optional<ElementId> column) {
    var lines = new ArrayList<String>();
    for (Element.Placed placed : column.map(map::under).orElse(List.of())) {
      if (placed instanceof Note note && note.evidence() != Evidence.GUESS) {
        lines.add(
            cut(
                phrases.say(
                        note.evidence() == Evidence.SAID ? "case.said" : "case.measured",
                        cut(note.text(), SHORT / 2))
                    + (note.source().isEmpty() ? "" : ": " + note.source()),
                Bounds.ITEM_MAX));
      }
    }
    return lines.subList(0, Math.min(lines.size(), EVIDENCE_LINES_MAX));
  }

  private String cost(Moment moment) {
    var cost = new StringBuilder(moment.impact());
    moment
        .column()
        .ifPresent(column ->
            map.notes(LaneRole.IMPACT, column)
                .forEach(note -> cost.append(cost.isEmpty() ? "" : " ").append(note.text())));
    return cost.toString();
  }

  private String staff(Optional<ElementId> column) {
    var lines = new ArrayList<String>();
    for (ElementId team : column.map(map::teams).orElse(Set.of())) {
      var name = map.state().find(Team.class, team).map(Team::name).orElse("");
      var feeling = staffPoint(team, column, FeelingPoint.Measure.FEELING);
      var effort = staffPoint(team, column, FeelingPoint.Measure.EFFORT);
      if (feeling.isPresent() || effort.isPresent()) {
        var told = new ArrayList<String>();
        feeling.ifPresent(point -> told.add(phrases.say("case.feeling", point.value())));
        effort.ifPresent(point -> told.add(phrases.say("case.effort", point.value())));
        feeling
            .filter(point -> !point.why().isEmpty())
            .ifPresent(point -> told.add("\"" + point.why() + "\""));
        lines.add(phrases.say("case.today", name) + " " + String.join(", ", told) + ".");
      }
    }
    return String.join(" ", lines);
  }

  private Optional<FeelingPoint> staffPoint(
      ElementId team, Optional<ElementId> column, FeelingPoint.Measure measure) {
    return column.flatMap(at -> map.point(team, at, FeelingPoint.Curve.AS_IS, measure));
  }

  private List<String> teams(Optional<ElementId> column) {
    var names = new ArrayList<String>();
    for (ElementId team : column.map(map::teams).orElse(Set.of())) {
      map.state().find(Team.class, team).ifPresent(found -> names.add(found.name()));
    }
    return names.subList(0, Math.min(names.size(), Bounds.ITEMS_MAX));
  }

  /** The idea that answers the moment: a chosen one first, then the one with most dots. */
  private Optional<Idea> idea(Moment moment) {
    return map.state().all(Idea.class).stream()
        .filter(idea -> idea.moment().filter(moment.id()::equals).isPresent())
        .filter(idea -> idea.state() != Idea.State.SET_ASIDE)
        .min(
            Comparator.comparingInt((Idea idea) -> idea.state() == Idea.State.CHOSEN ? 0 : 1)
                .thenComparingInt(idea -> -map.votes(idea.id()))
                .thenComparing(Idea::id));
  }

  private Optional<Initiative> initiative(Idea idea) {
    return map.sorted(Initiative.class, Comparator.comparing(Initiative::order)).stream()
        .filter(initiative -> initiative.idea().filter(idea.id()::equals).isPresent())
        .findFirst();
  }

  private static String withStop(String text) {
    boolean isOpen = !text.isEmpty() && ".!?".indexOf(text.charAt(text.length() - 1)) < 0;
    return isOpen ? text + "." : text;
  }

  private static String withoutStop(String text) {
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  private static String cut(String text, int lengthMax) {
    return text.length() <= lengthMax ? text : text.substring(0, lengthMax - 3) + "...";
  }

  /** FNV-1a of the value as text, in 16 hexadecimal digits. */
  private static String fingerprint(Value value) {
    long hash = 0xcbf29ce484222325L;
    for (byte each : canonical(value).getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (each & 0xff)) * 0x100000001b3L;
    }
    return String.format(Locale.ROOT, "%016x", hash);
  }

  private static String canonical(Value value) {
    return switch (value) {
      case Value.Text(var text) -> "t" + text;
      case Value.Amount(var number) -> "n" + number;
      case Value.Flag(var flag) -> "f" + flag;
      case Value.Texts(var texts) -> "l" + String.join("\u0000", texts);
      case Value.Sourced(var number, var source) -> "s" + number + source;
      case Value.Nothing() -> "-";
    };
  }
}
