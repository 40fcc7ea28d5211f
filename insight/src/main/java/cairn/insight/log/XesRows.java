package cairn.insight.log;

import cairn.insight.log.AttributeValue.Flag;
import cairn.insight.log.AttributeValue.Moment;
import cairn.insight.log.AttributeValue.Text;
import cairn.insight.log.LogMapping.Keep;
import cairn.insight.log.Problem.Code;
import cairn.insight.log.Problem.Place;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads XES (IEEE 1849) as a stream: one trace is in memory at a time.
 *
 * <p>It takes logs as they are met: with or without a namespace, times that are strings without a
 * zone, events that have no {@code concept:name} but the labels of journey logs, traces without a
 * name. Attributes within attributes, lists and containers are left aside. No DTD is allowed and no
 * entity outside the file is ever fetched.
 */
final class XesRows {

  private static final String NAME = "concept:name";
  private static final String TIME = "time:timestamp";
  private static final LocalDate NO_EPOCH = LocalDate.EPOCH;

  /** Elements within elements; far beyond any log. */
  private static final int DEPTH_MAX = 100;

  /** Attributes of one trace or event; the rest is left aside. */
  private static final int ATTRIBUTES_MAX = 1_000;

  private final LogMapping mapping;
  private final RowTaker taker;
  private final TimeForm times;
  private final TimeForm iso;
  private final boolean grouped;
  private long number;
  private long traces;

  XesRows(LogMapping mapping, RowTaker taker) {
    this.mapping = mapping;
    this.taker = taker;
    ZoneId zone = Objects.requireNonNullElse(mapping.zone(), TimeForm.DEFAULT_ZONE);
    this.times = TimeForm.of(Objects.requireNonNullElse(mapping.pattern(), TimeForm.ISO), zone);
    this.iso = TimeForm.of(TimeForm.ISO, zone);
    this.grouped = mapping.person() == null;
  }

  void readAll(InputStream bytes) throws LogReadException, IOException, InterruptedException {
    XMLStreamReader xml = null;
    try {
      xml = factory().createXMLStreamReader(bytes);
      readLog(xml);
    } catch (XMLStreamException e) {
      throw broken(e);
    } finally {
      close(xml);
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    // Both limits count &amp; and its like, of which an honest log may have millions; without a DTD
    // no entity can grow.
    factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
    factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
    return factory;
  }

  private void readLog(XMLStreamReader xml)
      throws XMLStreamException, LogReadException, InterruptedException {
    boolean isLog = false;
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.DTD ->
            throw malformed(
                xml,
                "A document type is declared here, which is not allowed.",
                "Remove <!DOCTYPE …>.");
        case XMLStreamConstants.START_ELEMENT -> {
          String name = xml.getLocalName();
          if (!isLog && !name.equals("log")) {
            throw new LogReadException(
                new Problem(
                    Code.UNKNOWN_FORMAT,
                    "This is XML, but its first element is <%s> and not <log>.".formatted(name),
                    "Export the log as XES.",
                    place(xml)));
          }
          if (!isLog) {
            isLog = true;
          } else if (name.equals("trace")) {
            readTrace(xml);
          } else if (name.equals("event")) {
            number++;
            taker.reject(new Reject(number, line(xml), RejectReason.NO_CASE, "trace", null));
            skip(xml);
          } else {
            skip(xml);
          }
        }
        default -> {
          // Text and comments between elements mean nothing in XES.
        }
      }
    }
  }

  /** An event as it stands in the file. */
  private record Raw(Map<String, AttributeValue> attributes, long number, long line) {}

  private void readTrace(XMLStreamReader xml)
      throws XMLStreamException, LogReadException, InterruptedException {
    traces++;
    var attributes = new LinkedHashMap<String, AttributeValue>();
    var events = new ArrayList<Raw>();
    while (xml.next() != XMLStreamConstants.END_ELEMENT) {
      if (!xml.isStartElement()) {
        continue;
      }
      if (!xml.getLocalName().equals("event")) {
        readAttribute(xml, attributes);
        continue;
      }
      number++;
      long line = line(xml);
      var raw = new Raw(new LinkedHashMap<>(), number, line);
      while (xml.next() != XMLStreamConstants.END_ELEMENT) {
        if (xml.isStartElement()) {
          readAttribute(xml, raw.attributes());
        }
      }
      if (events.size() < PersonRows.ROWS_MAX) {
        events.add(raw);
      } else {
        taker.reject(new Reject(number, line, RejectReason.TOO_MANY_ROWS, null, null));
      }
    }
    if (isPlanned(attributes)) {
      events.forEach(event -> taker.plan());
    } else {
      take(attributes, events);
    }
  }

  private static boolean isPlanned(Map<String, AttributeValue> attributes) {
    return switch (attributes.get("isPlanned")) {
      case Flag(boolean planned) -> planned;
      case Text(String planned) -> planned.equalsIgnoreCase("true");
      case null, default -> false;
    };
  }

  private void take(Map<String, AttributeValue> trace, List<Raw> events)
      throws LogReadException, InterruptedException {
    String caseKey = mapping.caseColumn();
    String caseId =
        caseKey == null ? firstText(trace, NAME, "journey", "LogID") : text(trace, caseKey);
    if (caseId == null) {
      caseId = "trace " + traces;
    }
    String person = mapping.person() == null ? caseId : text(trace, mapping.person());
    var rows = new ArrayList<EventRow>(events.size());
    for (Raw event : events) {
      EventRow row = row(trace, caseId, person, event);
      if (row != null) {
        rows.add(row);
      }
    }
    if (!grouped) {
      for (EventRow row : rows) {
        taker.take(row);
      }
    } else if (!rows.isEmpty()) {
      rows.sort(Comparator.comparing(EventRow::at));
      taker.take(new PersonRows(caseId, trace, rows));
    }
  }

  private @Nullable EventRow row(
      Map<String, AttributeValue> trace, String caseId, @Nullable String person, Raw event)
      throws LogReadException {
    Map<String, AttributeValue> values = event.attributes();
    for (Map.Entry<String, AttributeValue> value : values.entrySet()) {
      boolean isLong =
          value.getValue() instanceof Text(String words)
              && words.length() > CsvRows.VALUE_LENGTH_MAX;
      if (isLong) {
        reject(event, RejectReason.TOO_LONG, value.getKey(), value.getValue().asText());
        return null;
      }
    }
    if (person == null) {
      String key = Objects.requireNonNullElse(mapping.person(), NAME);
      person = text(values, key);
      if (person == null) {
        reject(event, RejectReason.NO_PERSON, key, null);
        return null;
      }
    }
    String activityKey = mapping.activity();
    String activity = activityKey == null ? label(trace, values) : text(values, activityKey);
    if (activity == null) {
      reject(event, RejectReason.NO_ACTIVITY, Objects.requireNonNullElse(activityKey, NAME), null);
      return null;
    }
    String timeKey = timeKey(values);
    AttributeValue time = values.get(timeKey);
    Instant at = time == null ? null : instant(time);
    if (at == null) {
      reject(
          event,
          time == null ? RejectReason.NO_TIME : RejectReason.BAD_TIME,
          timeKey,
          time == null ? null : time.asText());
      return null;
    }
    String lifecycle =
        text(values, Objects.requireNonNullElse(mapping.lifecycle(), "lifecycle:transition"));
    if (mapping.keep() == Keep.COMPLETE && !CsvRows.completes(lifecycle)) {
      taker.leaveOut();
      return null;
    }
    String resource = text(values, Objects.requireNonNullElse(mapping.resource(), "org:resource"));
    var others = new LinkedHashMap<>(values);
    others.remove(timeKey);
    others.remove(activityKey == null ? NAME : activityKey);
    others.remove(Objects.requireNonNullElse(mapping.lifecycle(), "lifecycle:transition"));
    others.remove(Objects.requireNonNullElse(mapping.resource(), "org:resource"));
    if (!grouped) {
      trace.forEach((key, value) -> others.putIfAbsent("case:" + key, value));
    }
    return new EventRow(person, caseId, activity, at, resource, lifecycle, others, event.number());
  }

  /** The label of an event; in journey logs that of the side on which the end user stands. */
  private static @Nullable String label(
      Map<String, AttributeValue> trace, Map<String, AttributeValue> event) {
    String name = text(event, NAME);
    if (name != null) {
      return name;
    }
    String initiator = text(event, "initiatorsLabel");
    String receiver = firstText(event, "receiversLabel", "receiverLabel");
    String user = text(trace, "enduser");
    boolean isReceiver = user != null && user.equals(text(event, "receiver"));
    return initiator == null || (isReceiver && receiver != null) ? receiver : initiator;
  }

  private String timeKey(Map<String, AttributeValue> event) {
    String given = mapping.time();
    if (given != null) {
      return given;
    }
    return !event.containsKey(TIME) && event.containsKey("timeCompleted") ? "timeCompleted" : TIME;
  }

  private @Nullable Instant instant(AttributeValue value) {
    if (value instanceof Moment(Instant moment)) {
      return moment;
    }
    try {
      return times.readKept(value.asText(), Objects.requireNonNullElse(mapping.epoch(), NO_EPOCH));
    } catch (DateTimeException | ArithmeticException e) {
      return null;
    }
  }

  private void reject(Raw event, RejectReason reason, @Nullable String key, @Nullable String value)
      throws LogReadException {
    taker.reject(new Reject(event.number(), event.line(), reason, key, value));
  }

  private void readAttribute(XMLStreamReader xml, Map<String, AttributeValue> into)
      throws XMLStreamException, LogReadException {
    String key = xml.getAttributeValue(null, "key");
    String value = xml.getAttributeValue(null, "value");
    if (key != null && !key.isBlank() && value != null && into.size() < ATTRIBUTES_MAX) {
      AttributeValue typed = typed(xml.getLocalName(), value);
      if (typed != null) {
        into.put(key, typed);
      }
    }
    skip(xml);
  }

  /** The value in its type, or as words when it is not of the type it claims. */
  private @Nullable AttributeValue typed(String type, String value) {
    try {
      return switch (type) {
        case "string", "id" -> new Text(value);
        case "int" -> new AttributeValue.Whole(Long.parseLong(value.strip()));
        case "float" -> new AttributeValue.Real(Double.parseDouble(value.strip()));
        case "date" -> new Moment(iso.readKept(value, NO_EPOCH));
        case "boolean" ->
            value.strip().equalsIgnoreCase("true")
                ? new Flag(true)
                : value.strip().equalsIgnoreCase("false") ? new Flag(false) : new Text(value);
        default -> null;
      };
    } catch (NumberFormatException | DateTimeException e) {
      return new Text(value);
    }
  }

  /** Goes on to the end of the element that was just begun. */
  private static void skip(XMLStreamReader xml) throws XMLStreamException, LogReadException {
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
        if (depth > DEPTH_MAX) {
          throw malformed(
              xml,
              "Elements are nested more than %d deep here.".formatted(DEPTH_MAX),
              "Export the log again without nested attributes.");
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }

  private static @Nullable String text(Map<String, AttributeValue> values, String key) {
    AttributeValue value = values.get(key);
    String text = value == null ? "" : value.asText().strip();
    return text.isEmpty() ? null : text;
  }

  private static @Nullable String firstText(Map<String, AttributeValue> values, String... keys) {
    for (String key : keys) {
      String text = text(values, key);
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  private static LogReadException broken(XMLStreamException error) throws IOException {
    if (error.getNestedException() instanceof IOException cause
        && !(cause instanceof java.io.CharConversionException)) {
      throw cause;
    }
    var at = error.getLocation();
    return new LogReadException(
        new Problem(
            Code.MALFORMED,
            "The XML breaks off or is not well formed here (%s).".formatted(reason(error)),
            "Mend this place, or export the log again; what stands before it was read.",
            at == null ? null : new Place(Math.max(1, at.getLineNumber()), at.getColumnNumber())));
  }

  /** The parser's own words, without its location and without quoting the file's content. */
  private static String reason(XMLStreamException error) {
    String message = Objects.requireNonNullElse(error.getMessage(), "no reason given");
    int said = message.indexOf("Message: ");
    String words = said < 0 ? message : message.substring(said + "Message: ".length());
    return words.strip().replaceAll("\\.$", "");
  }

  private static LogReadException malformed(XMLStreamReader xml, String message, String remedy) {
    return new LogReadException(new Problem(Code.MALFORMED, message, remedy, place(xml)));
  }

  private static Place place(XMLStreamReader xml) {
    return new Place(line(xml), Math.max(0, xml.getLocation().getColumnNumber()));
  }

  private static long line(XMLStreamReader xml) {
    return Math.max(1, xml.getLocation().getLineNumber());
  }

  private static void close(@Nullable XMLStreamReader xml) {
    if (xml != null) {
      try {
        xml.close();
      } catch (XMLStreamException e) {
        // The parser holds nothing but memory; the stream is closed by whoever opened it.
      }
    }
  }
}
