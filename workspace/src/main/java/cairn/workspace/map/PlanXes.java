package cairn.workspace.map;

import cairn.map.JourneyMap;
import cairn.map.StepRole;
import cairn.map.Touchpoint;
import cairn.map.live.JourneyProposal;
import cairn.map.live.JourneyProposal.StepProposal;
import cairn.map.live.JourneyProposal.Transition;
import cairn.map.live.Proposer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A map as an event log of what was planned (XES): one trace for each ending, the shortest way to
 * it, marked {@code isPlanned}, so that no count takes it for a journey that happened.
 */
public final class PlanXes {
  private PlanXes() {}

  /** The planned journeys of a map. */
  public static String write(JourneyMap map) {
    var proposal = Proposer.propose(map);
    return Xml.write(xml -> log(xml, map, proposal));
  }

  private static void log(XMLStreamWriter xml, JourneyMap map, JourneyProposal proposal)
      throws XMLStreamException {
    xml.writeStartElement("log");
    xml.writeAttribute("xes.version", "1.0");
    xml.writeAttribute("xmlns", "http://www.xes-standard.org/");
    extension(xml, "Concept", "concept");
    extension(xml, "Organizational", "org");
    string(xml, "concept:name", proposal.name());
    int number = 0;
    for (List<StepProposal> way : ways(proposal)) {
      number++;
      xml.writeStartElement("trace");
      string(xml, "concept:name", proposal.id() + "/v" + number);
      string(xml, "journey", proposal.id());
      xml.writeEmptyElement("boolean");
      xml.writeAttribute("key", "isPlanned");
      xml.writeAttribute("value", "true");
      for (StepProposal step : way) {
        event(xml, map, step);
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static void event(XMLStreamWriter xml, JourneyMap map, StepProposal step)
      throws XMLStreamException {
    xml.writeStartElement("event");
    string(xml, "concept:name", step.name());
    string(xml, "Id", step.source().text());
    var touchpoint =
        map.under(step.source()).stream()
            .filter(Touchpoint.class::isInstance)
            .map(Touchpoint.class::cast)
            .findFirst();
    if (touchpoint.isPresent()) {
      string(xml, "initiator", touchpoint.get().initiator());
      string(xml, "receiver", touchpoint.get().receiver());
      string(xml, "channel", touchpoint.get().channel());
    }
    if (!step.team().isEmpty()) {
      string(xml, "org:group", step.team());
    }
    xml.writeEndElement();
  }

  /** The shortest way from a beginning to each ending, in the order of the endings. */
  private static List<List<StepProposal>> ways(JourneyProposal proposal) {
    var cameFrom = new HashMap<String, String>();
    var seen = new HashSet<String>();
    var queue = new ArrayDeque<String>();
    for (var beginning : proposal.beginnings()) {
      if (seen.add(beginning.step())) {
        queue.add(beginning.step());
      }
    }
    while (!queue.isEmpty()) {
      String at = queue.remove();
      for (Transition way : proposal.transitions()) {
        if (way.from().equals(at) && seen.add(way.to())) {
          cameFrom.put(way.to(), at);
          queue.add(way.to());
        }
      }
    }
    var byId = new HashMap<String, StepProposal>();
    proposal.steps().forEach(step -> byId.put(step.id(), step));
    var ways = new ArrayList<List<StepProposal>>();
    for (StepProposal end : proposal.steps()) {
      if (end.kind() == StepRole.ENDING && seen.contains(end.id())) {
        var way = new ArrayList<StepProposal>();
        for (String at = end.id(); at != null; at = cameFrom.get(at)) {
          var step = byId.get(at);
          if (step != null) {
            way.addFirst(step);
          }
        }
        ways.add(way);
      }
    }
    return ways;
  }

  private static void extension(XMLStreamWriter xml, String name, String prefix)
      throws XMLStreamException {
    xml.writeEmptyElement("extension");
    xml.writeAttribute("name", name);
    xml.writeAttribute("prefix", prefix);
    xml.writeAttribute("uri", "http://www.xes-standard.org/" + prefix + ".xesext");
  }

  private static void string(XMLStreamWriter xml, String key, String value)
      throws XMLStreamException {
    xml.writeEmptyElement("string");
    xml.writeAttribute("key", key);
    xml.writeAttribute("value", value);
  }
}
