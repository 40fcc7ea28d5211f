package cairn.insight.log;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.insight.log.AttributeValue.Flag;
import cairn.insight.log.AttributeValue.Moment;
import cairn.insight.log.AttributeValue.Real;
import cairn.insight.log.AttributeValue.Text;
import cairn.insight.log.AttributeValue.Whole;
import cairn.insight.log.ImportOutcome.Stopped;
import cairn.insight.log.Problem.Code;
import cairn.insight.log.Problem.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** XES in; people, rejected events and plain words out. */
final class XesImportTest extends ImportFixture {

  @Test
  void aTraceBecomesAPersonWithTypedAttributes() throws IOException {
    var report =
        doneText(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- made by hand -->
            <log xes.version="1849-2016" xmlns="http://www.xes-standard.org/">
              <global scope="event"><string key="concept:name" value="none"/></global>
              <string key="source" value="a hand"><int key="nested" value="1"/></string>
              <trace>
                <string key="concept:name" value="Ann &amp; Bob"/>
                <float key="amount" value="12.5"/>
                <event>
                  <string key="concept:name" value="Ask"/>
                  <string key="org:resource" value="desk"/>
                  <string key="lifecycle:transition" value="complete"/>
                  <date key="time:timestamp" value="2026-01-05T09:00:00.000+01:00"/>
                  <int key="tries" value="2"/>
                  <boolean key="online" value="true"/>
                  <date key="due" value="2026-02-01"/>
                  <id key="ref" value="x-1"/>
                  <int key="odd" value="two"/>
                  <list key="ignored"><values><string key="a" value="b"/></values></list>
                </event>
              </trace>
            </log>
            """);

    var person = collected.people.getFirst();
    assertThat(person.person()).isEqualTo("Ann & Bob");
    assertThat(person.attributes()).containsEntry("amount", new Real(12.5));
    assertThat(person.rows())
        .containsExactly(
            new EventRow(
                "Ann & Bob",
                "Ann & Bob",
                "Ask",
                Instant.parse("2026-01-05T08:00:00Z"),
                "desk",
                "complete",
                Map.of(
                    "tries", new Whole(2),
                    "online", new Flag(true),
                    "due", new Moment(Instant.parse("2026-02-01T00:00:00Z")),
                    "ref", new Text("x-1"),
                    "odd", new Text("two")),
                1));
    assertThat(report.rejected()).isZero();
  }

  @Test
  void aJourneyLogWithoutStandardKeysIsReadByItsLabels() throws IOException {
    var report =
        doneText(
            """
            <log>
              <trace>
                <string key="journey" value="1"/><string key="enduser" value="u"/>
                <boolean key="isPlanned" value="false"/>
                <event><string key="initiator" value="u"/>
                  <string key="initiatorsLabel" value="Signs up"/>
                  <string key="timeCompleted" value="2021-08-20 15:03:01.611"/></event>
                <event><string key="initiator" value="shop"/><string key="receiver" value="u"/>
                  <string key="initiatorsLabel" value="Sends mail"/>
                  <string key="receiversLabel" value="Gets mail"/>
                  <string key="timeCompleted" value="2021-08-20 16:00:00"/></event>
              </trace>
              <trace>
                <string key="journey" value="plan"/><boolean key="isPlanned" value="true"/>
                <event><string key="initiatorsLabel" value="Signs up"/></event>
              </trace>
            </log>
            """);

    assertThat(collected.journeys()).isEqualTo(Map.of("1", List.of("Signs up", "Gets mail")));
    assertThat(collected.rows().getFirst().at())
        .isEqualTo(Instant.parse("2021-08-20T15:03:01.611Z"));
    assertThat(report.planned()).isEqualTo(1);
    assertThat(report.rejected()).isZero();
  }

  @Test
  void eventsThatCannotBeUsedAreRejectedAndTheRestIsKept() throws IOException {
    var report =
        doneText(
            """
            <log>
              <trace>
                <event><string key="concept:name" value="a"/></event>
                <event><date key="time:timestamp" value="2026-01-05T09:00:00Z"/></event>
                <event><string key="concept:name" value="b"/>
                  <date key="time:timestamp" value="soon"/></event>
                <event><string key="concept:name" value="c"/>
                  <date key="time:timestamp" value="2026-01-05T09:00:00Z"/></event>
              </trace>
            </log>
            """);

    assertThat(collected.journeys()).isEqualTo(Map.of("trace 1", List.of("c")));
    assertThat(report.firstRejects())
        .containsExactly(
            new Reject(1, 3, RejectReason.NO_TIME, "time:timestamp", null),
            new Reject(2, 4, RejectReason.NO_ACTIVITY, "concept:name", null),
            new Reject(3, 5, RejectReason.BAD_TIME, "time:timestamp", "soon"));
  }

  @Test
  void onlyCompletingEventsAreKeptOnRequest() throws IOException {
    var settings = ImportSettings.DEFAULTS.withMapping(mapping(Map.of("keep", "complete")));
    var file =
        write(
            "log.xes",
            """
            <log><trace><string key="concept:name" value="1"/>
              <event><string key="concept:name" value="a"/>
                <string key="lifecycle:transition" value="START"/>
                <date key="time:timestamp" value="2026-01-05T09:00:00Z"/></event>
              <event><string key="concept:name" value="a"/>
                <string key="lifecycle:transition" value="COMPLETE"/>
                <date key="time:timestamp" value="2026-01-05T10:00:00Z"/></event>
            </trace></log>
            """);

    var report = done(file, settings);

    assertThat(collected.rows()).extracting(EventRow::lifecycle).containsExactly("COMPLETE");
    assertThat(report.leftOut()).isEqualTo(1);
  }

  @Test
  void severalTracesOfOnePersonBecomeOneRoadInTime() throws IOException {
    var settings = ImportSettings.DEFAULTS.withMapping(mapping(Map.of("person", "customer")));
    var file =
        write(
            "log.xes",
            """
            <log>
              <trace><string key="concept:name" value="2"/><string key="customer" value="Ann"/>
                <event><string key="concept:name" value="b"/>
                  <date key="time:timestamp" value="2026-01-06T09:00:00Z"/></event></trace>
              <trace><string key="concept:name" value="1"/><string key="customer" value="Ann"/>
                <event><string key="concept:name" value="a"/>
                  <date key="time:timestamp" value="2026-01-05T09:00:00Z"/></event></trace>
            </log>
            """);

    var report = done(file, settings);

    assertThat(collected.people).hasSize(1);
    assertThat(collected.rows()).extracting(EventRow::activity).containsExactly("a", "b");
    assertThat(collected.rows().getFirst().attributes())
        .containsEntry("case:customer", new Text("Ann"));
    assertThat(report.summary().cases()).isEqualTo(2);
    assertThat(report.summary().people()).isEqualTo(1);
  }

  @Test
  void brokenXmlStopsAtItsPlaceAndKeepsWhatStandsBefore() throws IOException {
    var outcome =
        run(
            write(
                "log.xes",
                """
                <log>
                  <trace><string key="concept:name" value="1"/>
                    <event><string key="concept:name" value="a"/>
                      <date key="time:timestamp" value="2026-01-05T09:00:00Z"/></event></trace>
                  <trace><string key="concept:name" value="2"></trace>
                </log>
                """),
            ImportSettings.DEFAULTS);

    var stopped = (Stopped) outcome;
    assertThat(stopped.problem().code()).isEqualTo(Code.MALFORMED);
    assertThat(stopped.problem().place()).isEqualTo(new Place(5, 49));
    assertThat(stopped.problem().remedy()).startsWith("Mend this place");
    assertThat(collected.journeys()).isEqualTo(Map.of("1", List.of("a")));
    assertThat(stopped.report().cursor().people()).isEqualTo(1);
  }

  @Test
  void aDocumentTypeIsRefusedAndNothingOutsideIsFetched() throws IOException {
    Path secret = write("secret.txt", "hidden");
    var outcome =
        run(
            write(
                "log.xes",
                """
                <!DOCTYPE log [<!ENTITY s SYSTEM "%s">]>
                <log><trace><string key="concept:name" value="&s;"/></trace></log>
                """
                    .formatted(secret.toUri())),
            ImportSettings.DEFAULTS);

    assertThat(((Stopped) outcome).problem().message())
        .isEqualTo("A document type is declared here, which is not allowed.");
    assertThat(collected.people).isEmpty();
  }

  @Test
  void manyEscapedLettersAreNoAttack() throws IOException {
    var log = new StringBuilder("<log>");
    for (int trace = 0; trace < 300; trace++) {
      log.append(
          """
          <trace><string key="concept:name" value="%d"/>
            <event><string key="concept:name" value="a"/>
              <string key="note" value="%s"/>
              <date key="time:timestamp" value="2026-01-05T09:00:00Z"/></event></trace>
          """
              .formatted(trace, "&amp;".repeat(1_500)));
    }

    var report = doneText(log.append("</log>").toString());

    assertThat(report.summary().cases()).isEqualTo(300);
  }

  @Test
  void otherXmlIsNamedForWhatItIs() throws IOException {
    var outcome = run(write("net.pnml", "<pnml><net/></pnml>"), ImportSettings.DEFAULTS);

    assertThat(((Stopped) outcome).problem().message())
        .isEqualTo("This is XML, but its first element is <pnml> and not <log>.");
  }
}
