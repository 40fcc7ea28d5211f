package cairn.map.template;

import cairn.map.BoardInfo;
import cairn.map.Element;
import cairn.map.ElementId;
import cairn.map.EndingKind;
import cairn.map.Evidence;
import cairn.map.FeelingPoint;
import cairn.map.Field;
import cairn.map.Fields;
import cairn.map.Idea;
import cairn.map.Kind;
import cairn.map.Lane;
import cairn.map.LaneRole;
import cairn.map.Link;
import cairn.map.Moment;
import cairn.map.Note;
import cairn.map.OrderKey;
import cairn.map.ParkedItem;
import cairn.map.Persona;
import cairn.map.Stage;
import cairn.map.Step;
import cairn.map.StepRole;
import cairn.map.Team;
import cairn.map.Touchpoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a template that is written as lines of text, one element a line. */
final class TemplateText {
  /*
   * # title                          == stage: description         -- step: description
   * about, scenario: text            persona id: name              team id: name
   * quote, purpose, context, segment: text; functional, emotional, channel, people: one each
   * run: role | event | wait         begin:                        end: kind
   * LANE ROLE: text @team @team ~ source      a note; a source makes it "said"
   * touch: name | channel | initiator > receiver | on or back @team
   * feel PERSONA: now / wanted : why          staff TEAM: now / wanted : why
   * effort TEAM: now / wanted : why
   * moment: title | person, organisation or both | why | impact | need
   * idea: title | description                 detour: step title | label
   * park: text
   *
   * What follows a step belongs to it; before the first step of a stage, to the whole stage.
   */
  private final String id;
  private final String language;
  private final String source;
  private final List<Element> elements = new ArrayList<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<String, ElementId> stepIds = new HashMap<>();
  private final Map<ElementId, Element> open = new LinkedHashMap<>();
  private final List<Detour> detours = new ArrayList<>();
  private String title = "";
  private String about = "";
  private String scenario = "";
  private Optional<ElementId> persona = Optional.empty();
  private Optional<ElementId> mainPersona = Optional.empty();
  private Optional<ElementId> stage = Optional.empty();
  private Optional<ElementId> column = Optional.empty();

  private record Detour(ElementId from, String to, String label) {}

  private TemplateText(String id, String language, String source) {
    this.id = id;
    this.language = language;
    this.source = source;
  }

  /**
   * Reads a template.
   *
   * @param language of its words; empty for English
   * @param source what every element of it gives as its source
   */
  static Template read(String id, String language, String source, String text) {
    var reader = new TemplateText(id, language, source);
    text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(reader::line);
    return reader.template();
  }

  private Template template() {
    var all = new ArrayList<Element>();
    all.add(
        new BoardInfo(
            BoardInfo.ID,
            Fields.of(Kind.BOARD)
                .with(BoardInfo.TITLE, title)
                .with(BoardInfo.SCENARIO, scenario)
                .with(BoardInfo.TEMPLATE, id)
                .with(BoardInfo.LANGUAGE, language)));
    int place = 0;
    for (LaneRole role : LaneRole.values()) {
      if (role != LaneRole.FREE) {
        all.add(
            new Lane(
                Lane.standardId(role),
                Fields.of(Kind.LANE)
                    .with(Lane.ROLE, role)
                    .with(Lane.NAME, role.title())
                    .with(Lane.ORDER, OrderKey.nth(place++))));
      }
    }
    all.addAll(open.values());
    all.addAll(elements);
    for (Detour detour : detours) {
      var to = stepIds.get(detour.to());
      if (to == null) {
        throw new IllegalArgumentException("no step is called " + detour.to());
      }
      all.add(
          new Link(
              new ElementId("link-" + next("link")),
              Fields.of(Kind.LINK)
                  .with(Link.FROM, Optional.of(detour.from()))
                  .with(Link.TO, Optional.of(to))
                  .with(Link.LABEL, detour.label())
                  .with(Link.MEANING, Link.Meaning.DETOUR)));
    }
    return new Template(id, title, about, all);
  }

  private void line(String line) {
    if (line.startsWith("# ")) {
      title = line.substring(2);
      return;
    }
    if (line.startsWith("== ")) {
      stage(line.substring(3));
      return;
    }
    if (line.startsWith("-- ")) {
      step(line.substring(3));
      return;
    }
    int colon = line.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("not a line of a template: " + line);
    }
    var key = line.substring(0, colon).split(" ", 2);
    String text = line.substring(colon + 1).strip();
    entry(key[0], key.length > 1 ? key[1] : "", text);
  }

  private void entry(String key, String name, String text) {
    switch (key) {
      case "about" -> about = text;
      case "scenario" -> scenario = text;
      case "persona" -> persona(name, text);
      case "team" -> team(name, text);
      case "quote" -> onPersona(Persona.QUOTE, text);
      case "purpose" -> onPersona(Persona.PURPOSE, text);
      case "context" -> onPersona(Persona.CONTEXT, text);
      case "segment" -> onPersona(Persona.SEGMENT, text);
      case "functional" -> addToPersona(Persona.FUNCTIONAL_NEEDS, text);
      case "emotional" -> addToPersona(Persona.EMOTIONAL_NEEDS, text);
      case "people" -> addToPersona(Persona.PEOPLE, text);
      case "uses" -> addToPersona(Persona.CHANNELS, text);
      case "run" -> run(text);
      case "begin" -> onStep(Step.BEGINNING, true);
      case "end" -> onStep(Step.ENDING, constant(EndingKind.class, text));
      case "touch" -> touchpoint(text);
      case "feel" -> point(name, text, FeelingPoint.Measure.FEELING);
      case "staff" -> point(name, text, FeelingPoint.Measure.FEELING);
      case "effort" -> point(name, text, FeelingPoint.Measure.EFFORT);
      case "moment" -> moment(text);
      case "idea" -> idea(text);
      case "detour" -> detour(text);
      case "park" -> parked(text);
      default -> note(constant(LaneRole.class, key), text);
    }
  }

  private void persona(String name, String text) {
    var personaId = new ElementId(name);
    persona = Optional.of(personaId);
    mainPersona = mainPersona.or(() -> persona);
    open.put(
        personaId,
        new Persona(
            personaId,
            Fields.of(Kind.PERSONA)
                .with(Persona.NAME, text)
                .with(Element.SOURCE, source)
                .with(Persona.ORDER, OrderKey.nth(next("persona")))));
  }

  private <T> void onPersona(Field<T> field, T value) {
    change(persona.orElseThrow(), field, value);
  }

  private void addToPersona(Field<List<String>> field, String text) {
    var before = open.get(persona.orElseThrow());
    if (before == null) {
      throw new IllegalArgumentException("no persona is open");
    }
    var items = new ArrayList<>(before.get(field));
    items.add(text);
    onPersona(field, List.copyOf(items));
  }

  private void team(String name, String text) {
    var parts = parts(text, 2);
    elements.add(
        new Team(
            new ElementId(name),
            Fields.of(Kind.TEAM)
                .with(Team.NAME, parts[0])
                .with(Team.COLOUR, parts[1])
                .with(Team.ORDER, OrderKey.nth(next("team")))));
  }

  private void stage(String text) {
    var parts = text.split(":", 2);
    var stageId = new ElementId("s" + (next("stage") + 1));
    stage = Optional.of(stageId);
    column = stage;
    elements.add(
        new Stage(
            stageId,
            Fields.of(Kind.STAGE)
                .with(Stage.NAME, parts[0].strip())
                .with(Stage.DESCRIPTION, parts.length > 1 ? parts[1].strip() : "")
                .with(Stage.ORDER, OrderKey.nth(next("stages")))));
  }

  private void step(String text) {
    var parts = text.split(":", 2);
    String stageText = stage.orElseThrow().text();
    int place = next("steps of " + stageText);
    var stepId = new ElementId(stageText + "-" + (place + 1));
    column = Optional.of(stepId);
    stepIds.put(parts[0].strip(), stepId);
    open.put(
        stepId,
        new Step(
            stepId,
            Fields.of(Kind.STEP)
                .with(Step.STAGE, stage)
                .with(Step.NAME, parts[0].strip())
                .with(Step.DESCRIPTION, parts.length > 1 ? parts[1].strip() : "")
                .with(Step.ORDER, OrderKey.nth(place))));
  }

  private void run(String text) {
    var parts = parts(text, 3);
    onStep(Step.ROLE, constant(StepRole.class, parts[0]));
    onStep(Step.EVENT, parts[1]);
    onStep(Step.WAIT, parts[2]);
  }

  private <T> void onStep(Field<T> field, T value) {
    change(column.orElseThrow(), field, value);
  }

  private <T> void change(ElementId element, Field<T> field, T value) {
    var before = open.get(element);
    if (before == null) {
      throw new IllegalArgumentException("nothing is open under " + element.text());
    }
    open.put(element, before.with(field, value));
  }

  private void note(LaneRole role, String text) {
    var words = text.split(" ~ ", 2);
    var said = words.length > 1;
    var teams = teams(words[0]);
    elements.add(
        Kind.NOTE.make(
            fresh(Field.wireName(role)),
            placed(Kind.NOTE, role)
                .with(Note.TEXT, withoutTeams(words[0]))
                .with(Element.TEAMS, teams)
                .with(Element.EVIDENCE, said ? Evidence.SAID : Evidence.GUESS)
                .with(Element.SOURCE, said ? words[1] + " (" + source + ")" : source)));
  }

  private void touchpoint(String text) {
    var parts = parts(withoutTeams(text), 4);
    var sides = parts[2].split(">", 2);
    elements.add(
        Kind.TOUCHPOINT.make(
            fresh("touch"),
            placed(Kind.TOUCHPOINT, LaneRole.CHANNEL)
                .with(Touchpoint.NAME, parts[0])
                .with(Touchpoint.CHANNEL, parts[1])
                .with(Touchpoint.INITIATOR, sides[0].strip())
                .with(Touchpoint.RECEIVER, sides.length > 1 ? sides[1].strip() : "")
                .with(
                    Touchpoint.SIDE,
                    parts[3].equals("back") ? Touchpoint.Side.BACK_STAGE : Touchpoint.Side.ON_STAGE)
                .with(Element.TEAMS, teams(text))
                .with(Element.SOURCE, source)));
  }

  private void point(String subject, String text, FeelingPoint.Measure measure) {
    var parts = text.split(":", 2);
    var values = parts[0].split("/", 2);
    addPoint(
        subject, FeelingPoint.Curve.AS_IS, measure, values[0], parts.length > 1 ? parts[1] : "");
    if (values.length > 1) {
      addPoint(subject, FeelingPoint.Curve.TO_BE, measure, values[1], "");
    }
  }

  private void addPoint(
      String subject,
      FeelingPoint.Curve curve,
      FeelingPoint.Measure measure,
      String value,
      String why) {
    var subjectId = new ElementId(subject);
    var at = column.orElseThrow();
    elements.add(
        Kind.FEELING.make(
            FeelingPoint.idOf(subjectId, at, curve, measure),
            Fields.of(Kind.FEELING)
                .with(FeelingPoint.SUBJECT, Optional.of(subjectId))
                .with(FeelingPoint.COLUMN, Optional.of(at))
                .with(FeelingPoint.CURVE, curve)
                .with(FeelingPoint.MEASURE, measure)
                .with(FeelingPoint.VALUE, Double.valueOf(value.strip()))
                .with(FeelingPoint.WHY, why.strip())
                .with(Element.SOURCE, source)));
  }

  private void moment(String text) {
    var parts = parts(text, 5);
    elements.add(
        Kind.MOMENT.make(
            fresh("moment"),
            placed(Kind.MOMENT, LaneRole.MOMENTS)
                .with(Moment.TITLE, parts[0])
                .with(Moment.PERSONA, mainPersona)
                .with(Moment.MATTERS, constant(Moment.Matters.class, parts[1]))
                .with(Moment.WHY, parts[2])
                .with(Moment.IMPACT, parts[3])
                .with(Moment.NEED, parts[4])
                .with(Element.SOURCE, source)));
  }

  private void idea(String text) {
    var parts = parts(text, 2);
    var moment =
        elements.stream()
            .filter(Moment.class::isInstance)
            .map(Moment.class::cast)
            .filter(each -> each.column().equals(column))
            .findFirst()
            .map(Moment::id);
    elements.add(
        Kind.IDEA.make(
            fresh("idea"),
            placed(Kind.IDEA, LaneRole.IDEAS)
                .with(Idea.TITLE, parts[0])
                .with(Idea.DESCRIPTION, parts[1])
                .with(Idea.MOMENT, moment)));
  }

  private void detour(String text) {
    var parts = parts(text, 2);
    detours.add(new Detour(column.orElseThrow(), parts[0], parts[1]));
  }

  private void parked(String text) {
    elements.add(
        new ParkedItem(
            new ElementId("parked-" + (next("parked") + 1)),
            Fields.of(Kind.PARKED)
                .with(ParkedItem.TEXT, text)
                .with(ParkedItem.ORDER, OrderKey.nth(next("lot")))));
  }

  private Fields placed(Kind kind, LaneRole role) {
    int place = next("cell " + role + " " + column.orElseThrow().text());
    return Fields.of(kind)
        .with(Element.Placed.LANE, Optional.of(Lane.standardId(role)))
        .with(Element.Placed.COLUMN, column)
        .with(Element.Placed.ORDER, OrderKey.nth(place));
  }

  private ElementId fresh(String what) {
    String stem = column.orElseThrow().text() + "-" + what;
    return new ElementId(stem + "-" + (next(stem) + 1));
  }

  private int next(String counter) {
    return counts.merge(counter, 1, Integer::sum) - 1;
  }

  private List<ElementId> teams(String text) {
    var teams = new ArrayList<ElementId>();
    for (String word : text.split(" ", -1)) {
      if (word.startsWith("@")) {
        teams.add(new ElementId(word.substring(1)));
      }
    }
    return teams;
  }

  private static String withoutTeams(String text) {
    return text.replaceAll(" ?@[a-z]+", "").strip();
  }

  private static String[] parts(String text, int count) {
    var parts = new String[count];
    var found = text.split("\\|", count);
    for (int place = 0; place < count; place++) {
      parts[place] = place < found.length ? found[place].strip() : "";
    }
    return parts;
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String wireName) {
    for (E constant : type.getEnumConstants()) {
      if (Field.wireName(constant).equals(wireName)) {
        return constant;
      }
    }
    throw new IllegalArgumentException("no " + type.getSimpleName() + " is called " + wireName);
  }
}
