package cairn.map;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A board read as a map: stages and steps across, lanes down, what lies in each cell, curves, votes
 * and hand-overs, all in the order in which they are shown. Never changed once made.
 */
public final class JourneyMap {
  /**
   * One column of the matrix.
   *
   * @param step the step, or empty for a stage that has no steps
   */
  public record Column(Stage stage, Optional<Step> step) {
    /** The id that cards in this column name. */
    public ElementId id() {
      return step.map(Step::id).orElse(stage.id());
    }

    /** The name at its head. */
    public String name() {
      return step.map(Step::name).orElse(stage.name());
    }
  }

  /** The person is handed over: no team of the earlier column works on the later one. */
  public record HandOver(Column from, Column to, Set<ElementId> fromTeams, Set<ElementId> toTeams) {
    public HandOver {
      fromTeams = Collections.unmodifiableSet(new LinkedHashSet<>(fromTeams));
      toTeams = Collections.unmodifiableSet(new LinkedHashSet<>(toTeams));
    }
  }

  private record Cell(ElementId lane, ElementId column) {}

  private static final Comparator<Element.Placed> BY_PLACE =
      Comparator.comparing(Element.Placed::order).thenComparing(Element.Placed::id);

  private final BoardState state;
  private final List<Stage> stages;
  private final Map<ElementId, List<Step>> steps = new HashMap<>();
  private final List<Column> columns = new ArrayList<>();
  private final List<Lane> lanes;
  private final Map<Cell, List<Element.Placed>> cells = new HashMap<>();
  private final Map<ElementId, List<Element.Placed>> byColumn = new HashMap<>();
  private final List<Element.Placed> unplaced = new ArrayList<>();
  private final Map<ElementId, Integer> votes = new HashMap<>();

  private JourneyMap(BoardState state) {
    this.state = state;
    this.stages = sorted(Stage.class, Comparator.comparing(Stage::order));
    this.lanes = sorted(Lane.class, Comparator.comparing(Lane::order));
    for (Step step : sorted(Step.class, Comparator.comparing(Step::order))) {
      step.stage()
          .ifPresent(stage -> steps.computeIfAbsent(stage, _ -> new ArrayList<>()).add(step));
    }
    for (Stage stage : stages) {
      var inside = steps(stage.id());
      if (inside.isEmpty()) {
        columns.add(new Column(stage, Optional.empty()));
      }
      inside.forEach(step -> columns.add(new Column(stage, Optional.of(step))));
    }
    state.all(Element.Placed.class).forEach(this::place);
    cells.values().forEach(cell -> cell.sort(BY_PLACE));
    byColumn.values().forEach(column -> column.sort(BY_PLACE));
    int round = state.workshop().round();
    for (Vote vote : state.all(Vote.class)) {
      if (vote.round() == round) {
        vote.target().ifPresent(target -> votes.merge(target, 1, Integer::sum));
      }
    }
  }

  /** The map that a board holds. */
  public static JourneyMap of(BoardState state) {
    return new JourneyMap(state);
  }

  /** The board it was read from. */
  public BoardState state() {
    return state;
  }

  /** What the board is about. */
  public BoardInfo info() {
    return state
        .find(BoardInfo.class, BoardInfo.ID)
        .orElseGet(() -> new BoardInfo(BoardInfo.ID, Fields.of(Kind.BOARD)));
  }

  /** The stages from left to right. */
  public List<Stage> stages() {
    return stages;
  }

  /** The steps of a stage from left to right. */
  public List<Step> steps(ElementId stage) {
    return Collections.unmodifiableList(steps.getOrDefault(stage, List.of()));
  }

  /** Every column from left to right: the steps, and stages that have none. */
  public List<Column> columns() {
    return Collections.unmodifiableList(columns);
  }

  /** The lanes from top to bottom. */
  public List<Lane> lanes() {
    return lanes;
  }

  /** What lies in a cell, in order; the column may also be a stage as a whole. */
  public List<Element.Placed> cell(ElementId lane, ElementId column) {
    return Collections.unmodifiableList(cells.getOrDefault(new Cell(lane, column), List.of()));
  }

  /** What lies under a column in any lane. */
  public List<Element.Placed> under(ElementId column) {
    return Collections.unmodifiableList(byColumn.getOrDefault(column, List.of()));
  }

  /** The notes in the lane of that role under a column. */
  public List<Note> notes(LaneRole role, ElementId column) {
    return cell(Lane.standardId(role), column).stream()
        .filter(Note.class::isInstance)
        .map(Note.class::cast)
        .toList();
  }

  /** What lies in no cell, or in one whose lane or column is gone. */
  public List<Element.Placed> unplaced() {
    return Collections.unmodifiableList(unplaced);
  }

  /** Everything of one type, in the order that a comparator gives, then by id. */
  public <E extends Element> List<E> sorted(Class<E> type, Comparator<E> order) {
    var all = state.all(type);
    all.sort(order.thenComparing(Element::id));
    return List.copyOf(all);
  }

  /** The personas in order. */
  public List<Persona> personas() {
    return sorted(Persona.class, Comparator.comparing(Persona::order));
  }

  /** The points of a curve from left to right. */
  public List<FeelingPoint> curve(
      ElementId subject, FeelingPoint.Curve curve, FeelingPoint.Measure measure) {
    var points = new ArrayList<FeelingPoint>();
    for (Column column : columns) {
      point(subject, column.id(), curve, measure).ifPresent(points::add);
    }
    return List.copyOf(points);
  }

  /** One point of a curve. */
  public Optional<FeelingPoint> point(
      ElementId subject, ElementId column, FeelingPoint.Curve curve, FeelingPoint.Measure measure) {
    int length = subject.text().length() + column.text().length();
    return length > 2 * ElementId.SHORT_MAX
        ? Optional.empty()
        : state.find(FeelingPoint.class, FeelingPoint.idOf(subject, column, curve, measure));
  }

  /** The dots that an element has in the latest round. */
  public int votes(ElementId element) {
    return votes.getOrDefault(element, 0);
  }

  /** The teams that work under a column, in the order in which they are named there. */
  public Set<ElementId> teams(ElementId column) {
    var teams = new LinkedHashSet<ElementId>();
    for (Element.Placed placed : under(column)) {
      if (placed instanceof Note || placed instanceof Touchpoint) {
        placed.get(Element.TEAMS).stream().filter(this::isTeam).forEach(teams::add);
      }
    }
    return teams;
  }

  /** Where the person is handed from one team to another, from left to right. */
  public List<HandOver> handOvers() {
    var handOvers = new ArrayList<HandOver>();
    Column before = null;
    Set<ElementId> beforeTeams = Set.of();
    for (Column column : columns) {
      var teams = teams(column.id());
      if (teams.isEmpty()) {
        continue;
      }
      if (before != null && Collections.disjoint(beforeTeams, teams)) {
        handOvers.add(new HandOver(before, column, beforeTeams, teams));
      }
      before = column;
      beforeTeams = teams;
    }
    return List.copyOf(handOvers);
  }

  /** How many statements there are of each strength of evidence, in the order of the strengths. */
  public Map<Evidence, Integer> evidence() {
    var counts = new LinkedHashMap<Evidence, Integer>();
    for (Evidence evidence : Evidence.values()) {
      counts.put(evidence, 0);
    }
    for (Element element : state.elements()) {
      if (element.kind().shape().field(Element.EVIDENCE.name()).isPresent()) {
        counts.merge(element.get(Element.EVIDENCE), 1, Integer::sum);
      }
    }
    return counts;
  }

  private boolean isTeam(ElementId id) {
    return state.find(Team.class, id).isPresent();
  }

  private void place(Element.Placed placed) {
    var lane = placed.lane().filter(id -> state.find(Lane.class, id).isPresent());
    var column = placed.column().filter(this::isColumn);
    if (lane.isEmpty() || column.isEmpty()) {
      unplaced.add(placed);
      return;
    }
    cells.computeIfAbsent(new Cell(lane.get(), column.get()), _ -> new ArrayList<>()).add(placed);
    byColumn.computeIfAbsent(column.get(), _ -> new ArrayList<>()).add(placed);
  }

  private boolean isColumn(ElementId id) {
    return state
        .find(id)
        .filter(found -> found instanceof Stage || found instanceof Step)
        .isPresent();
  }
}
