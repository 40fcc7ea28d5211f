package cairn.server.board;

import cairn.map.CaseForAction;
import cairn.map.Comment;
import cairn.map.Element;
import cairn.map.ElementId;
import cairn.map.Evidence;
import cairn.map.FeelingPoint;
import cairn.map.Idea;
import cairn.map.Initiative;
import cairn.map.JourneyMap;
import cairn.map.MemberId;
import cairn.map.Moment;
import cairn.map.Note;
import cairn.map.ParkedItem;
import cairn.map.Persona;
import cairn.map.Team;
import cairn.server.words.Tongue;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a workshop came to, told from the board alone: every number in it can be counted there.
 * Whoever reads it does so in their own language; what stands on the map is told as it stands.
 */
final class MapSummary {
  /**
   * A heading and its lines.
   *
   * @param lines at least one
   */
  record Section(String heading, List<String> lines) {
    Section {
      lines = List.copyOf(lines);
    }
  }

  /** Dips, moments and ideas that are told. */
  static final int SHOWN_MAX = 5;

  private final JourneyMap map;
  private final Tongue tongue;
  private final List<Section> sections = new ArrayList<>();

  private MapSummary(JourneyMap map, Tongue tongue) {
    this.map = map;
    this.tongue = tongue;
  }

  /** The sections of a map's summary, in the order in which they are read. */
  static List<Section> of(JourneyMap map, Tongue tongue) {
    var summary = new MapSummary(map, tongue);
    summary.add("people", summary.people());
    summary.add("journey", summary.journey());
    summary.add("feelings", summary.feelings());
    summary.add("moments", summary.moments());
    summary.add("ideas", summary.ideas());
    summary.add("initiatives", summary.initiatives());
    summary.add("cases", summary.cases());
    summary.add("evidence", summary.evidence());
    summary.add("open", summary.open());
    return List.copyOf(summary.sections);
  }

  /** What a map without a name is called. */
  static String title(JourneyMap map, Tongue tongue) {
    var title = map.info().title();
    return title.isEmpty() ? tongue.say("summary.untitled") : title;
  }

  private String say(String key, Object... values) {
    return tongue.say("summary." + key, values);
  }

  private void add(String key, List<String> lines) {
    if (!lines.isEmpty()) {
      sections.add(new Section(say("heading." + key), lines));
    }
  }

  private List<String> people() {
    var lines = new ArrayList<String>();
    for (Persona persona : map.personas()) {
      var words =
          persona.purpose().isEmpty()
              ? persona.name()
              : say("purpose", persona.name(), persona.purpose());
      lines.add(persona.quote().isEmpty() ? words : say("quoting", words, persona.quote()));
    }
    return lines;
  }

  private List<String> journey() {
    if (map.stages().isEmpty()) {
      return List.of();
    }
    var lines = new ArrayList<String>();
    lines.add(map.stages().stream().map(stage -> stage.name()).collect(Collectors.joining(" > ")));
    long steps = map.columns().stream().filter(column -> column.step().isPresent()).count();
    lines.add(
        say("counts", map.stages().size(), steps, map.state().all(Note.class).size(), authors()));
    var handOvers = map.handOvers();
    if (!handOvers.isEmpty()) {
      lines.add(say("handOvers", handOvers.size()));
      handOvers.forEach(handOver ->
          lines.add(
              say(
                  "handOver",
                  names(handOver.fromTeams()),
                  names(handOver.toTeams()),
                  handOver.to().name())));
    }
    return lines;
  }

  private List<String> feelings() {
    record Dip(Persona persona, JourneyMap.Column column, FeelingPoint point) {}
    var dips = new ArrayList<Dip>();
    for (Persona persona : map.personas()) {
      for (JourneyMap.Column column : map.columns()) {
        map.point(persona.id(), column.id(), FeelingPoint.Curve.AS_IS, FeelingPoint.Measure.FEELING)
            .filter(point -> point.value() < 0)
            .ifPresent(point -> dips.add(new Dip(persona, column, point)));
      }
    }
    dips.sort(Comparator.comparingDouble(dip -> dip.point().value()));
    return dips.stream()
        .limit(SHOWN_MAX)
        .map(dip -> {
          var told = say("dip", dip.persona().name(), dip.column().name(), dip.point().value());
          return dip.point().why().isEmpty() ? told : say("dipWhy", told, dip.point().why());
        })
        .toList();
  }

  private List<String> moments() {
    return byVotes(map.state().all(Moment.class)).stream()
        .limit(SHOWN_MAX)
        .map(moment ->
            voted(moment.title(), moment.id())
                + (moment.why().isEmpty() ? "" : ": " + moment.why()))
        .toList();
  }

  private List<String> ideas() {
    return byVotes(
            map.state().all(Idea.class).stream()
                .filter(idea -> idea.state() != Idea.State.SET_ASIDE)
                .toList())
        .stream()
        .limit(SHOWN_MAX)
        .map(idea -> {
          var told = voted(idea.title(), idea.id());
          return idea.state() == Idea.State.CHOSEN ? say("chosen", told) : told;
        })
        .toList();
  }

  private List<String> initiatives() {
    return map.sorted(Initiative.class, Comparator.comparing(Initiative::order)).stream()
        .map(initiative ->
            say(
                "initiative",
                initiative.title(),
                orOpen(initiative.owner()),
                orOpen(initiative.firstStep()),
                initiative.due().map(this::day).orElseGet(() -> say("someDay"))))
        .toList();
  }

  private String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(tongue.locale())
        .format(day);
  }

  private List<String> cases() {
    return map.state().all(CaseForAction.class).stream()
        .map(story ->
            story.title()
                + ": "
                + switch (story.decision()) {
                  case OPEN -> say("decision.open");
                  case YES -> say("decision.yes");
                  case NOT_NOW -> say("decision.notNow");
                  case NO -> say("decision.no");
                })
        .toList();
  }

  private List<String> evidence() {
    var counts = map.evidence();
    int guesses = counts.getOrDefault(Evidence.GUESS, 0);
    int said = counts.getOrDefault(Evidence.SAID, 0);
    int measured = counts.getOrDefault(Evidence.MEASURED, 0);
    int all = guesses + said + measured;
    return all == 0 ? List.of() : List.of(say("evidence", all, said, measured, guesses));
  }

  private List<String> open() {
    var lines = new ArrayList<String>();
    for (ParkedItem parked :
        map.sorted(ParkedItem.class, Comparator.comparing(ParkedItem::order))) {
      if (!parked.isResolved()) {
        lines.add(parked.text());
      }
    }
    long remarks =
        map.state().all(Comment.class).stream()
            .filter(comment -> comment.replyTo().isEmpty() && !comment.isResolved())
            .count();
    if (remarks > 0) {
      lines.add(say("comments", remarks));
    }
    return lines;
  }

  private <E extends Element> List<E> byVotes(List<E> elements) {
    return elements.stream()
        .sorted(
            Comparator.<E>comparingInt(element -> -map.votes(element.id()))
                .thenComparing(Element::id))
        .toList();
  }

  private String voted(String words, ElementId id) {
    return map.votes(id) == 0 ? words : say("voted", words, map.votes(id));
  }

  private int authors() {
    var authors = new HashSet<MemberId>();
    map.state().elements().forEach(element -> element.author().ifPresent(authors::add));
    return authors.size();
  }

  private String names(Iterable<ElementId> teams) {
    var names = new ArrayList<String>();
    for (ElementId team : teams) {
      map.state().find(Team.class, team).ifPresent(found -> names.add(found.name()));
    }
    return String.join(" + ", names);
  }

  private String orOpen(String words) {
    return words.isEmpty() ? say("stillOpen") : words;
  }
}
