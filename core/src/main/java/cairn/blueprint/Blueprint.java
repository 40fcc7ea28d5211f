package cairn.blueprint;

import cairn.decision.Catalogue;
import cairn.journey.Beginning;
import cairn.journey.JourneyDefinition;
import cairn.journey.Trigger;
import cairn.person.PersonState;
import cairn.rule.Schema;
import cairn.value.Value;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The immutable, versioned, compiled configuration that an engine runs. Built by the compiler from
 * files; the number is given when it is published.
 */
public final class Blueprint {
  private final About about;
  private final Schema schema;
  private final List<JourneyDefinition> journeys;
  private final Map<String, JourneyDefinition> journeysById = new HashMap<>();
  private final List<Segment> segments;
  private final Map<String, Channel> channels;
  private final Map<String, Treatment> treatments;
  private final Map<String, Question> questions;
  private final Catalogue catalogue;
  private final Glossary glossary;
  private final Map<String, Integer> keep;
  private final Map<String, List<Start>> startsByEvent = new HashMap<>();

  /**
   * What names a blueprint.
   *
   * @param zone the time zone of people who gave none
   * @param zoneSlot the attribute that holds a person's time zone, or -1
   * @param nameSlot the attribute that holds what a person is called, or -1
   */
  public record About(
      String id, int number, String name, ZoneId zone, int zoneSlot, int nameSlot) {}

  /** A beginning and the journey it begins. */
  public record Start(JourneyDefinition journey, Beginning beginning) {}

  /**
   * Gathers checked parts.
   *
   * @param keep for each event name and {@code contact:channel}, how many of its latest times the
   *     rules need
   */
  public Blueprint(
      About about,
      Schema schema,
      List<JourneyDefinition> journeys,
      List<Segment> segments,
      List<Channel> channels,
      List<Treatment> treatments,
      List<Question> questions,
      Catalogue catalogue,
      Map<String, Integer> keep) {
    this(
        about,
        schema,
        journeys,
        segments,
        channels,
        treatments,
        questions,
        catalogue,
        keep,
        Glossary.EMPTY);
  }

  /** The same, with what events and attributes are called where people read. */
  public Blueprint(
      About about,
      Schema schema,
      List<JourneyDefinition> journeys,
      List<Segment> segments,
      List<Channel> channels,
      List<Treatment> treatments,
      List<Question> questions,
      Catalogue catalogue,
      Map<String, Integer> keep,
      Glossary glossary) {
    this.about = about;
    this.schema = schema;
    this.journeys = List.copyOf(journeys);
    this.segments = List.copyOf(segments);
    this.channels = index(channels, Channel::id);
    this.treatments = index(treatments, Treatment::id);
    this.questions = index(questions, Question::id);
    this.catalogue = catalogue;
    this.glossary = glossary;
    this.keep = Map.copyOf(keep);
    for (var journey : journeys) {
      journeysById.put(journey.id(), journey);
      for (var beginning : journey.beginnings()) {
        switch (beginning) {
          case Beginning.OnEvent on -> start(on.trigger().event(), journey, on);
          case Beginning.OnAbsence on -> start(on.event(), journey, on);
          case Beginning.OnAttribute on -> {}
          case Beginning.OnSegment on -> {}
          case Beginning.OnSchedule on -> {}
          case Beginning.OnRequest on -> {}
        }
      }
    }
  }

  public About about() {
    return about;
  }

  public int number() {
    return about.number();
  }

  /** The time zone of a person, or the blueprint's where they gave none that is known. */
  public ZoneId zone(PersonState person) {
    if (person.attributes().get(about.zoneSlot()) instanceof Value.Text(var name)) {
      try {
        return ZoneId.of(name);
      } catch (DateTimeException unknown) {
        return about.zone();
      }
    }
    return about.zone();
  }

  public Schema schema() {
    return schema;
  }

  public List<JourneyDefinition> journeys() {
    return journeys;
  }

  public @Nullable JourneyDefinition journey(String id) {
    return journeysById.get(id);
  }

  public List<Segment> segments() {
    return segments;
  }

  public @Nullable Channel channel(String id) {
    return channels.get(id);
  }

  public Map<String, Channel> channels() {
    return channels;
  }

  public @Nullable Treatment treatment(String id) {
    return treatments.get(id);
  }

  public @Nullable Question question(String id) {
    return questions.get(id);
  }

  /** What can be proposed, and the rules on it. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /** What events and attributes are called where people read. */
  public Glossary glossary() {
    return glossary;
  }

  /** How many of the latest times of this event or contact the rules need. */
  public int keep(String subject) {
    return keep.getOrDefault(subject, 0);
  }

  /** The event and absence beginnings this event can start, in order of journey. */
  public List<Start> starts(String event) {
    var named = startsByEvent.getOrDefault(event, List.of());
    var any = startsByEvent.getOrDefault(Trigger.ANY, List.of());
    if (any.isEmpty()) {
      return named;
    }
    var all = new ArrayList<>(named);
    all.addAll(any);
    return all;
  }

  private void start(String event, JourneyDefinition journey, Beginning beginning) {
    startsByEvent
        .computeIfAbsent(event, any -> new ArrayList<>())
        .add(new Start(journey, beginning));
  }

  private static <T> Map<String, T> index(List<T> parts, Function<T, String> id) {
    var byId = new LinkedHashMap<String, T>();
    for (var part : parts) {
      byId.put(id.apply(part), part);
    }
    return Collections.unmodifiableMap(byId);
  }
}
