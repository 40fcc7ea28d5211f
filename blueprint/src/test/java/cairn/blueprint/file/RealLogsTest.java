package cairn.blueprint.file;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cairn.log.Entry;
import cairn.person.Ending;
import cairn.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The shipped blueprints walked by real people: every case of two published logs goes through the
 * engine, and the endings must be those that the logs themselves tell of.
 */
class RealLogsTest {
  private static @Nullable Path data() {
    for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      var data = at.resolveSibling("shared").resolve("data");
      if (Files.isDirectory(data)) {
        return data;
      }
    }
    return null;
  }

  private record Happening(Instant at, String name) {}

  @Test
  void theLoanLogWalksFirstHome() throws Exception {
    var data = data();
    var log = data == null ? null : data.resolve("augusto-benchmark/BPIC12.xes.gz");
    assumeTrue(
        log != null && Files.exists(log),
        "the data folder ../shared/data is absent, so First home is not walked by the loan log");
    var blueprint = BlueprintCompilerTest.compiled(ShippedBlueprints.bundle("first-home"), null);

    var ends = new TreeMap<String, Integer>();
    for (var trace : traces(log)) {
      var walker = new Walker(blueprint, "case", Entry.Origin.IMPORT);
      for (var happening : trace) {
        walker.event(happening.at(), happening.name(), Map.of());
      }
      var journey = requireNonNull(walker.journey());
      ends.merge(journey.isOver() ? journey.step() : "under way", 1, Integer::sum);
      boolean activated = trace.stream().anyMatch(h -> h.name().equals("A_ACTIVATED"));
      assertThat(journey.ending() == Ending.ACHIEVED).as("%s", trace).isEqualTo(activated);
      boolean cancelled = trace.stream().anyMatch(h -> h.name().equals("A_CANCELLED"));
      if (cancelled) {
        assertThat(journey.ending()).as("%s", trace).isEqualTo(Ending.DECLINED);
      }
    }

    assertThat(ends)
        .isEqualTo(Map.of("have-home", 2_246, "withdrew", 2_807, "under way", 13_087 - 5_053));
  }

  private static List<List<Happening>> traces(Path log) throws IOException, XMLStreamException {
    var traces = new ArrayList<List<Happening>>();
    try (var in = new GZIPInputStream(Files.newInputStream(log))) {
      var xml = XMLInputFactory.newFactory().createXMLStreamReader(in);
      List<Happening> trace = new ArrayList<>();
      String name = "";
      Instant at = Instant.EPOCH;
      boolean event = false;
      while (xml.hasNext()) {
        int kind = xml.next();
        if (kind == XMLStreamConstants.START_ELEMENT) {
          var element = xml.getLocalName();
          event |= element.equals("event");
          var key = xml.getAttributeValue(null, "key");
          if (element.equals("trace")) {
            trace = new ArrayList<>();
          } else if (event && "concept:name".equals(key)) {
            name = xml.getAttributeValue(null, "value");
          } else if (event && "time:timestamp".equals(key)) {
            at = OffsetDateTime.parse(xml.getAttributeValue(null, "value")).toInstant();
          }
        } else if (kind == XMLStreamConstants.END_ELEMENT) {
          if (xml.getLocalName().equals("event")) {
            trace.add(new Happening(at, name));
            event = false;
          } else if (xml.getLocalName().equals("trace")) {
            traces.add(trace);
          }
        }
      }
    }
    return traces;
  }

  @Test
  void theOpenUniversitysStudentsWalkFirstYear() throws Exception {
    var data = data();
    var log = data == null ? null : data.resolve("oulad/student-journeys.csv");
    assumeTrue(
        log != null && Files.exists(log),
        "the data folder ../shared/data is absent, so First year is not walked by real students");
    var blueprint = BlueprintCompilerTest.compiled(ShippedBlueprints.bundle("first-year"), null);
    var start = Instant.parse("2013-10-01T00:00:00Z");
    var cases = new LinkedHashMap<String, List<String[]>>();
    try (var lines = Files.lines(log)) {
      lines
          .skip(1)
          .map(line -> line.split(",", -1))
          .forEach(row -> cases.computeIfAbsent(row[0], any -> new ArrayList<>()).add(row));
    }

    var ends = new TreeMap<String, Integer>();
    for (var rows : cases.values()) {
      var walker = new Walker(blueprint, rows.getFirst()[0], Entry.Origin.IMPORT);
      for (var row : rows) {
        var at = start.plusSeconds(86_400L * Long.parseLong(row[3]));
        var score = row[5].isEmpty() ? Map.<String, Value>of() : score(row[5]);
        walker.event(at, row[4], score);
      }
      var journey = requireNonNull(walker.journey());
      ends.merge(journey.isOver() ? journey.step() : "at " + journey.step(), 1, Integer::sum);
    }

    assertThat(ends)
        .containsEntry("passed", 7_310)
        .containsEntry("distinction", 1_607)
        .containsEntry("at not-this-time", 3_572)
        .hasSize(3);
  }

  private static Map<String, Value> score(String text) {
    return Map.of("score", Value.of(Long.parseLong(text)));
  }
}
