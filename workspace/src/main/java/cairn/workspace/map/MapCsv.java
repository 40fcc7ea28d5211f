package cairn.workspace.map;

import cairn.map.Bounds;
import cairn.map.Element;
import cairn.map.ElementId;
import cairn.map.Evidence;
import cairn.map.Field;
import cairn.map.Fields;
import cairn.map.JourneyMap;
import cairn.map.Kind;
import cairn.map.Lane;
import cairn.map.LaneRole;
import cairn.map.Note;
import cairn.map.Op;
import cairn.map.OrderKey;
import cairn.map.Persona;
import cairn.map.Stage;
import cairn.map.Step;
import cairn.map.Team;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A map as a table: one row for each card, in the order of the map. */
public final class MapCsv {
  /** Rows that are read at once. */
  public static final int ROWS_MAX = 2_000;

  private static final List<String> HEADER =
      List.of("stage", "step", "lane", "kind", "text", "persona", "evidence", "source", "teams");

  /**
   * What a table holds for a board.
   *
   * @param ops one gesture's operations: new stages, steps and lanes, then the notes
   * @param notes how many notes there are among them
   * @param problems rows that were left out, each in a sentence with its number, the header being 1
   */
  public record Imported(List<Op> ops, int notes, List<String> problems) {
    public Imported {
      ops = List.copyOf(ops);
      problems = List.copyOf(problems);
    }
  }

  private MapCsv() {}

  /** The cards of a map, those that lie in no cell last. */
  public static String write(JourneyMap map) {
    var text = new StringBuilder();
    CsvRows.write(text, HEADER);
    for (Stage stage : map.stages()) {
      for (Lane lane : map.lanes()) {
        map.cell(lane.id(), stage.id())
            .forEach(card -> row(text, map, stage.name(), "", lane, card));
      }
      for (Step step : map.steps(stage.id())) {
        for (Lane lane : map.lanes()) {
          map.cell(lane.id(), step.id())
              .forEach(card -> row(text, map, stage.name(), step.name(), lane, card));
        }
      }
    }
    for (Element.Placed card : map.unplaced()) {
      CsvRows.write(text, cells(map, "", "", "", card));
    }
    return text.toString();
  }

  private static void row(
      StringBuilder text,
      JourneyMap map,
      String stage,
      String step,
      Lane lane,
      Element.Placed card) {
    CsvRows.write(text, cells(map, stage, step, lane.name(), card));
  }

  private static List<String> cells(
      JourneyMap map, String stage, String step, String lane, Element.Placed card) {
    var shape = card.kind().shape();
    var persona =
        card instanceof Note note
            ? note.persona().flatMap(id -> map.state().find(Persona.class, id)).map(Persona::name)
            : Optional.<String>empty();
    return List.of(
        stage,
        step,
        lane,
        card.kind().wireName(),
        card.words(),
        persona.orElse(""),
        shape.field("evidence").isPresent() ? Field.wireName(card.get(Element.EVIDENCE)) : "",
        shape.field("source").isPresent() ? card.get(Element.SOURCE) : "",
        shape.field("teams").isPresent() ? teams(map, card) : "");
  }

  private static String teams(JourneyMap map, Element card) {
    var names = new ArrayList<String>();
    for (ElementId team : card.get(Element.TEAMS)) {
      map.state().find(Team.class, team).ifPresent(found -> names.add(found.name()));
    }
    return String.join("; ", names);
  }

  /**
   * Reads a table into notes, as {@link TableGuess} says its columns are. Stages, steps and lanes
   * are found on the map by name, or made.
   *
   * @param map the board it goes to
   * @param prefix begins every new id; letters and digits the caller has drawn, at most 20
   */
  public static Imported read(String text, JourneyMap map, String prefix) {
    return read(text, TableGuess.of(text).columns(), map, prefix);
  }

  /**
   * As {@link #read(String, JourneyMap, String)}, by columns that somebody chose.
   *
   * @param columns the place of the column, from 0, for each of {@link TableGuess#FIELDS}
   */
  public static Imported read(
      String text, Map<String, Integer> columns, JourneyMap map, String prefix) {
    if (prefix.length() > 20 || !ElementId.isValid(prefix)) {
      throw new IllegalArgumentException("a prefix has 1 to 20 characters of an id");
    }
    var rows = CsvRows.read(text);
    if (rows.isEmpty()) {
      return new Imported(List.of(), 0, List.of("The table is empty."));
    }
    if (!columns.containsKey("text")) {
      return new Imported(
          List.of(), 0, List.of("No column is called text: name the columns in the first row."));
    }
    return new Reader(map, prefix, columns).read(rows);
  }

  private static final class Reader {
    private final JourneyMap map;
    private final String prefix;
    private final Map<String, Integer> columns;
    private final Map<String, ElementId> stages = new LinkedHashMap<>();
    private final Map<String, ElementId> steps = new LinkedHashMap<>();
    private final Map<String, ElementId> lanes = new LinkedHashMap<>();
    private final Map<String, Integer> inCell = new HashMap<>();
    private final List<Op> made = new ArrayList<>();
    private final List<Op> notes = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private OrderKey lastStage;
    private OrderKey lastLane;

    Reader(JourneyMap map, String prefix, Map<String, Integer> columns) {
      this.map = map;
      this.prefix = prefix;
      this.columns = columns;
      this.lastStage = map.stages().isEmpty() ? OrderKey.FIRST : map.stages().getLast().order();
      this.lastLane = map.lanes().isEmpty() ? OrderKey.FIRST : map.lanes().getLast().order();
      for (Stage stage : map.stages()) {
        stages.putIfAbsent(key(stage.name()), stage.id());
        for (Step step : map.steps(stage.id())) {
          steps.putIfAbsent(key(stage.name()) + "\n" + key(step.name()), step.id());
        }
      }
      for (Lane lane : map.lanes()) {
        lanes.putIfAbsent(key(lane.name()), lane.id());
        if (lane.role() != LaneRole.FREE) {
          lanes.putIfAbsent(key(Field.wireName(lane.role())), lane.id());
        }
      }
    }

    Imported read(List<List<String>> rows) {
      for (int at = 1; at < rows.size(); at++) {
        if (at > ROWS_MAX) {
          problems.add(
              "Only the first " + ROWS_MAX + " rows were read: import the rest by itself.");
          break;
        }
        row(at + 1, rows.get(at));
      }
      var ops = new ArrayList<>(made);
      ops.addAll(notes);
      return new Imported(ops, notes.size(), problems);
    }

    private void row(int number, List<String> cells) {
      String words = cell(cells, "text");
      if (words.isEmpty()) {
        problems.add("Row " + number + " has no text.");
        return;
      }
      if (words.length() > Bounds.TEXT_MAX) {
        problems.add("Row " + number + " is longer than " + Bounds.TEXT_MAX + " characters.");
        return;
      }
      var column = column(cell(cells, "stage"), cell(cells, "step"));
      var lane = lane(cell(cells, "lane"));
      String evidence = cell(cells, "evidence").toLowerCase(Locale.ROOT);
      var known = Evidence.GUESS;
      for (Evidence each : Evidence.values()) {
        known = Field.wireName(each).equals(evidence) ? each : known;
      }
      int place =
          inCell.merge(
              lane.map(ElementId::text).orElse("") + "\n" + column.map(ElementId::text).orElse(""),
              1,
              Integer::sum);
      int before =
          lane.isPresent() && column.isPresent() ? map.cell(lane.get(), column.get()).size() : 0;
      notes.add(
          Op.put(
              new Note(
                  new ElementId(prefix + "-" + (notes.size() + 1)),
                  Fields.of(Kind.NOTE)
                      .with(Note.TEXT, words)
                      .with(Element.Placed.LANE, lane)
                      .with(Element.Placed.COLUMN, column)
                      .with(Element.Placed.ORDER, OrderKey.nth(before + place))
                      .with(Element.EVIDENCE, known)
                      .with(Element.SOURCE, cut(cell(cells, "source"), Bounds.SOURCE_MAX)))));
    }

    private Optional<ElementId> column(String stage, String step) {
      if (stage.isEmpty()) {
        return Optional.empty();
      }
      var stageId = stages.get(key(stage));
      if (stageId == null) {
        stageId = new ElementId(prefix + "-stage" + (stages.size() + 1));
        stages.put(key(stage), stageId);
        lastStage = lastStage.after().orElse(OrderKey.FIRST);
        made.add(
            Op.put(
                new Stage(
                    stageId,
                    Fields.of(Kind.STAGE)
                        .with(Stage.NAME, cut(stage, Bounds.NAME_MAX))
                        .with(Stage.ORDER, lastStage))));
      }
      return Optional.of(step.isEmpty() ? stageId : step(stage, stageId, step));
    }

    private ElementId step(String stage, ElementId stageId, String step) {
      String stepKey = key(stage) + "\n" + key(step);
      var known = steps.get(stepKey);
      if (known != null) {
        return known;
      }
      var id = new ElementId(prefix + "-step" + (steps.size() + 1));
      steps.put(stepKey, id);
      made.add(
          Op.put(
              new Step(
                  id,
                  Fields.of(Kind.STEP)
                      .with(Step.STAGE, Optional.of(stageId))
                      .with(Step.NAME, cut(step, Bounds.NAME_MAX))
                      .with(Step.ORDER, OrderKey.nth(1_000 + steps.size())))));
      return id;
    }

    private Optional<ElementId> lane(String name) {
      if (name.isEmpty()) {
        return Optional.empty();
      }
      var known = lanes.get(key(name));
      if (known != null) {
        return Optional.of(known);
      }
      var id = new ElementId(prefix + "-lane" + (lanes.size() + 1));
      lanes.put(key(name), id);
      lastLane = lastLane.after().orElse(OrderKey.FIRST);
      made.add(
          Op.put(
              new Lane(
                  id,
                  Fields.of(Kind.LANE)
                      .with(Lane.ROLE, LaneRole.FREE)
                      .with(Lane.NAME, cut(name, Bounds.NAME_MAX))
                      .with(Lane.ORDER, lastLane))));
      return Optional.of(id);
    }

    private String cell(List<String> cells, String column) {
      Integer at = columns.get(column);
      String cell = at == null || at >= cells.size() ? "" : cells.get(at).strip();
      return CsvRows.unguarded(cell);
    }

    private static String key(String name) {
      return name.strip().toLowerCase(Locale.ROOT);
    }

    private static String cut(String text, int lengthMax) {
      return text.length() <= lengthMax ? text : text.substring(0, lengthMax);
    }
  }
}
