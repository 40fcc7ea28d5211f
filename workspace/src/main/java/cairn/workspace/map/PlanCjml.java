package cairn.workspace.map;

import cairn.map.Element;
import cairn.map.ElementId;
import cairn.map.JourneyMap;
import cairn.map.Persona;
import cairn.map.Stage;
import cairn.map.Step;
import cairn.map.Touchpoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A map in the words of the Customer Journey Modelling Language: actors, and touchpoints that are
 * communication points between two of them or actions of one. The language has no published schema;
 * these are its terms as well-formed XML.
 */
public final class PlanCjml {
  private static final String PERSON = "person";

  private PlanCjml() {}

  /** The planned journey of a map. */
  public static String write(JourneyMap map) {
    return Xml.write(xml -> journey(xml, map));
  }

  private static void journey(XMLStreamWriter xml, JourneyMap map) throws XMLStreamException {
    var actors = actors(map);
    xml.writeStartElement("journey");
    xml.writeAttribute("name", map.info().title());
    xml.writeAttribute("type", "planned");
    xml.writeStartElement("actors");
    for (var actor : actors.entrySet()) {
      xml.writeEmptyElement("actor");
      xml.writeAttribute("id", actor.getValue());
      xml.writeAttribute("name", actor.getKey());
      xml.writeAttribute("role", actor.getKey().equals(PERSON) ? "end-user" : "provider");
    }
    xml.writeEndElement();
    for (Persona persona : map.personas()) {
      xml.writeEmptyElement("persona");
      xml.writeAttribute("name", persona.name());
      xml.writeAttribute("purpose", persona.purpose());
    }
    xml.writeStartElement("phases");
    for (Stage stage : map.stages()) {
      xml.writeStartElement("phase");
      xml.writeAttribute("id", stage.id().text());
      xml.writeAttribute("name", stage.name());
      touchpoints(xml, map, actors, stage.id(), Optional.empty());
      for (Step step : map.steps(stage.id())) {
        touchpoints(xml, map, actors, step.id(), Optional.of(step));
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }

  /** A step without a touchpoint of its own is an action of the person. */
  private static void touchpoints(
      XMLStreamWriter xml,
      JourneyMap map,
      Map<String, String> actors,
      ElementId column,
      Optional<Step> step)
      throws XMLStreamException {
    var found = touchpoints(map, column);
    for (Touchpoint touchpoint : found) {
      boolean communicates = !touchpoint.receiver().isEmpty();
      xml.writeEmptyElement(communicates ? "communicationPoint" : "action");
      xml.writeAttribute("id", touchpoint.id().text());
      xml.writeAttribute("name", touchpoint.name());
      if (communicates) {
        xml.writeAttribute("sender", actor(actors, touchpoint.initiator()));
        xml.writeAttribute("receiver", actor(actors, touchpoint.receiver()));
        xml.writeAttribute("channel", touchpoint.channel());
      } else {
        xml.writeAttribute("initiator", actor(actors, touchpoint.initiator()));
      }
    }
    if (found.isEmpty() && step.isPresent()) {
      xml.writeEmptyElement("action");
      xml.writeAttribute("id", step.get().id().text());
      xml.writeAttribute("name", step.get().name());
      xml.writeAttribute("initiator", actor(actors, PERSON));
    }
  }

  private static List<Touchpoint> touchpoints(JourneyMap map, ElementId column) {
    var found = new ArrayList<Touchpoint>();
    for (Element placed : map.under(column)) {
      if (placed instanceof Touchpoint touchpoint) {
        found.add(touchpoint);
      }
    }
    return found;
  }

  private static Map<String, String> actors(JourneyMap map) {
    var actors = new LinkedHashMap<String, String>();
    actors.put(PERSON, "a1");
    map.sorted(Touchpoint.class, Comparator.comparing(Element.Placed::order))
        .forEach(touchpoint -> {
          for (String name : List.of(touchpoint.initiator(), touchpoint.receiver())) {
            if (!name.isEmpty() && !name.equalsIgnoreCase(PERSON)) {
              actors.computeIfAbsent(name, _ -> "a" + (actors.size() + 1));
            }
          }
        });
    return actors;
  }

  private static String actor(Map<String, String> actors, String name) {
    return actors.getOrDefault(name, "a1");
  }
}
