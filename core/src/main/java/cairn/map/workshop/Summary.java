package cairn.map.workshop;

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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a workshop came to, told from the board alone: every number in it can be counted there.
 *
 * @param sections in the order in which they are read; none is empty
 */
public record Summary(String title, List<Section> sections) {
  /** A heading and its lines. */
  public record Section(String heading, List<String> lines) {
    public Section {
      lines = List.copyOf(lines);
    }
  }

  /** Dips, moments and ideas that are told. */
  public static final int SHOWN_MAX = 5;

  public Summary {
    sections = List.copyOf(sections);
  }

  /** Tells what a map holds. */
  public static Summary of(JourneyMap map) {
    var sections = new ArrayList<Section>();
    add(sections, "The person", people(map));
    add(sections, "The journey", journey(map));
    add(sections, "How it feels", feelings(map));
    add(sections, "Moments that matter", moments(map));
    add(sections, "Ideas", ideas(map));
    add(sections, "What we will do", initiatives(map));
    add(sections, "Cases for action", cases(map));
    add(sections, "How well we know this", evidence(map));
    add(sections, "Still open", open(map));
    String title = map.info().title();
    return new Summary(title.isEmpty() ? "Journey map" : title, sections);
  }

  /** The summary as plain text. */
  public String text() {
    var text = new StringBuilder(title).append('\n');
    for (Section section : sections) {
      text.append('\n').append(section.heading()).append('\n');
      section.lines().forEach(line -> text.append("- ").append(line).append('\n'));
    }
    return text.toString();
  }

  private static void add(List<Section> sections, String heading, List<String> lines) {
    if (!lines.isEmpty()) {
      sections.add(new Section(heading, lines));
    }
  }

  private static List<String> people(JourneyMap map) {
    var lines = new ArrayList<String>();
    for (Persona persona : map.personas()) {
      lines.add(
          persona.name()
              + (persona.purpose().isEmpty() ? "" : " wants: " + persona.purpose())
              + (persona.quote().isEmpty() ? "" : " \"" + persona.quote() + "\""));
    }
    return lines;
  }

  private static List<String> journey(JourneyMap map) {
    if (map.stages().isEmpty()) {
      return List.of();
    }
    var lines = new ArrayList<String>();
    lines.add(map.stages().stream().map(stage -> stage.name()).collect(Collectors.joining(" > ")));
    long steps = map.columns().stream().filter(column -> column.step().isPresent()).count();
    lines.add(
        counted(map.stages().size(), "stage")
            + ", "
            + counted((int) steps, "step")
            + ", "
            + counted(map.state().all(Note.class).size(), "note")
            + " by "
            + counted(authors(map), "person", "people")
            + ".");
    var handOvers = map.handOvers();
    if (!handOvers.isEmpty()) {
      lines.add(
          "The person is handed over "
              + counted(handOvers.size(), "time")
              + ": "
              + handOvers.stream()
                  .map(handOver ->
                      names(map, handOver.fromTeams())
                          + " to "
                          + names(map, handOver.toTeams())
                          + " at "
                          + handOver.to().name())
                  .collect(Collectors.joining("; "))
              + ".");
    }
    return lines;
  }

  private static List<String> feelings(JourneyMap map) {
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
        .map(dip ->
            dip.persona().name()
                + " at "
                + dip.column().name()
                + ": "
                + signed(dip.point().value())
                + (dip.point().why().isEmpty() ? "" : ", \"" + dip.point().why() + "\""))
        .toList();
  }

  private static List<String> moments(JourneyMap map) {
    return byVotes(map, map.state().all(Moment.class)).stream()
        .limit(SHOWN_MAX)
        .map(moment ->
            voted(map, moment.title(), moment.id())
                + (moment.why().isEmpty() ? "" : ": " + moment.why()))
        .toList();
  }

  private static List<String> ideas(JourneyMap map) {
    return byVotes(
            map,
            map.state().all(Idea.class).stream()
                .filter(idea -> idea.state() != Idea.State.SET_ASIDE)
                .toList())
        .stream()
        .limit(SHOWN_MAX)
        .map(idea ->
            voted(map, idea.title(), idea.id())
                + (idea.state() == Idea.State.CHOSEN ? ", chosen" : ""))
        .toList();
  }

  private static List<String> initiatives(JourneyMap map) {
    return map.sorted(Initiative.class, Comparator.comparing(Initiative::order)).stream()
        .map(initiative ->
            initiative.title()
                + ". Owner: "
                + orOpen(initiative.owner())
                + ". First step: "
                + orOpen(initiative.firstStep())
                + ", by "
                + initiative.due().map(Object::toString).orElse("a date still open")
                + ".")
        .toList();
  }

  private static List<String> cases(JourneyMap map) {
    return map.state().all(CaseForAction.class).stream()
        .map(story ->
            story.title()
                + ": "
                + switch (story.decision()) {
                  case OPEN -> "not decided yet";
                  case YES -> "yes";
                  case NOT_NOW -> "not now";
                  case NO -> "no";
                })
        .toList();
  }

  private static List<String> evidence(JourneyMap map) {
    var counts = map.evidence();
    int guesses = counts.getOrDefault(Evidence.GUESS, 0);
    int said = counts.getOrDefault(Evidence.SAID, 0);
    int measured = counts.getOrDefault(Evidence.MEASURED, 0);
    int all = guesses + said + measured;
    return all == 0
        ? List.of()
        : List.of(
            "Of "
                + counted(all, "statement")
                + ", "
                + said
                + " said by a person, "
                + measured
                + " measured, "
                + guesses
                + " guessed.");
  }

  private static List<String> open(JourneyMap map) {
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
      lines.add(counted((int) remarks, "comment") + " not settled.");
    }
    return lines;
  }

  private static <E extends Element> List<E> byVotes(JourneyMap map, List<E> elements) {
    return elements.stream()
        .sorted(
            Comparator.<E>comparingInt(element -> -map.votes(element.id()))
                .thenComparing(Element::id))
        .toList();
  }

  private static String voted(JourneyMap map, String words, ElementId id) {
    return map.votes(id) == 0 ? words : words + " (" + counted(map.votes(id), "dot") + ")";
  }

  private static int authors(JourneyMap map) {
    var authors = new HashSet<MemberId>();
    map.state().elements().forEach(element -> element.author().ifPresent(authors::add));
    return authors.size();
  }

  private static String names(JourneyMap map, Iterable<ElementId> teams) {
    var names = new ArrayList<String>();
    for (ElementId team : teams) {
      map.state().find(Team.class, team).ifPresent(found -> names.add(found.name()));
    }
    return String.join(" and ", names);
  }

  private static String orOpen(String words) {
    return words.isEmpty() ? "still open" : words;
  }

  private static String signed(double value) {
    return String.format(Locale.ROOT, "%+.1f", value);
  }

  private static String counted(int count, String one) {
    return counted(count, one, one + "s");
  }

  private static String counted(int count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
