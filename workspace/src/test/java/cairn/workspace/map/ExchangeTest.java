package cairn.workspace.map;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.map.BoardState;
import cairn.map.Element;
import cairn.map.ElementId;
import cairn.map.Evidence;
import cairn.map.Fields;
import cairn.map.JourneyMap;
import cairn.map.Kind;
import cairn.map.LaneRole;
import cairn.map.Note;
import cairn.map.Stage;
import cairn.map.template.Templates;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

final class ExchangeTest {
  private static final JourneyMap HOME = JourneyMap.of(Templates.FIRST_HOME.board());

  @Test
  void aCardIsARow() {
    var csv = MapCsv.write(HOME);

    assertThat(csv)
        .startsWith("stage,step,lane,kind,text,persona,evidence,source,teams\r\n")
        .contains(
            """
            Look,Want this one,On stage: people,note,"Whoever picks up, who does not know her",,\
            guess,"Example, to be replaced by your own",Branch\
            """);
    long cards = HOME.state().all(Element.Placed.class).size();
    assertThat(CsvRows.read(csv)).hasSize((int) cards + 1);
  }

  @Test
  void aCellThatLooksLikeAFormulaIsOnlyText() {
    var sum =
        new Note(
            new ElementId("n"), Fields.of(Kind.NOTE).with(Note.TEXT, "=HYPERLINK(\"http://x\")"));
    var map = JourneyMap.of(BoardState.of(1, List.of(sum), List.of()));

    assertThat(MapCsv.write(map)).contains(",\"'=HYPERLINK(\"\"http://x\"\")\",");
    var back = MapCsv.read(MapCsv.write(map), JourneyMap.of(BoardState.EMPTY), "back");
    assertThat(BoardState.EMPTY.apply(back.ops()).all(Note.class))
        .extracting(Note::text)
        .containsExactly("=HYPERLINK(\"http://x\")");
  }

  @Test
  void aPastedTableBecomesNotesWithTheStagesStepsAndLanesTheyNeed() {
    var table =
        """
        Stage;Step;Lane;Text;Evidence;Source
        Dream;;doing;"I ask; twice";said;call 12
        dream;Wonder whether buying is for me;Thinking;Is it stupid?;;
        Afterwards;Tell others;Rumours;We heard;measured;survey
        ;;;No place yet;;
        Dream;;doing;;;
        """;

    var imported = MapCsv.read(table, HOME, "imp");

    assertThat(imported.notes()).isEqualTo(4);
    assertThat(imported.problems()).containsExactly("Row 6 has no text.");
    var after = JourneyMap.of(HOME.state().apply(imported.ops()));
    assertThat(after.stages()).extracting(Stage::name).endsWith("Live there", "Afterwards");
    var dream = after.notes(LaneRole.DOING, new ElementId("s1"));
    assertThat(dream).hasSize(1);
    assertThat(dream.getFirst().text()).isEqualTo("I ask; twice");
    assertThat(dream.getFirst().evidence()).isEqualTo(Evidence.SAID);
    assertThat(after.notes(LaneRole.THINKING, new ElementId("s1-1")))
        .extracting(Note::text)
        .endsWith("Is it stupid?");
    assertThat(after.unplaced()).hasSize(1);
    assertThat(after.lanes().getLast().name()).isEqualTo("Rumours");
  }

  @Test
  void aTableThatCannotBeReadSaysWhatToDo() {
    assertThat(MapCsv.read("", HOME, "x").problems()).containsExactly("The table is empty.");
    assertThat(MapCsv.read("a,b\n1,2", HOME, "x").problems())
        .containsExactly("No column is called text: name the columns in the first row.");
    var longTable = "text\n" + "one more\n".repeat(MapCsv.ROWS_MAX + 1);
    assertThat(MapCsv.read(longTable, HOME, "x").notes()).isEqualTo(MapCsv.ROWS_MAX);
    assertThat(MapCsv.read("text\n" + "a".repeat(2_001), HOME, "x").problems())
        .containsExactly("Row 2 is longer than 2000 characters.");
  }

  @Test
  void aMapGoesOutAndComesBackAsATable() {
    var imported = MapCsv.read(MapCsv.write(HOME), JourneyMap.of(BoardState.EMPTY), "back");
    var back = JourneyMap.of(BoardState.EMPTY.apply(imported.ops()));

    assertThat(imported.problems()).isEmpty();
    assertThat(back.stages())
        .extracting(Stage::name)
        .isEqualTo(HOME.stages().stream().map(Stage::name).toList());
    assertThat(imported.notes()).isEqualTo(HOME.state().all(Element.Placed.class).size());
  }

  @Test
  void aPlannedLogHasATraceForEachEndingAndSaysThatItIsPlanned() throws Exception {
    var xes = parse(PlanXes.write(HOME));

    var traces = xes.getElementsByTagName("trace");
    assertThat(traces.getLength()).isEqualTo(2);
    assertThat(xes.getElementsByTagName("boolean").getLength()).isEqualTo(2);
    assertThat(PlanXes.write(HOME))
        .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<log xes.version=\"1.0\"")
        .contains(
            """
            <event><string key="concept:name" value="Talk to somebody"/>\
            <string key="Id" value="s2-1"/><string key="initiator" value="adviser"/>\
            <string key="receiver" value="person"/><string key="channel" value="branch"/>\
            <string key="org:group" value="Mortgage advice"/></event>\
            """)
        .contains("<boolean key=\"isPlanned\" value=\"true\"/>");
  }

  @Test
  void aPlanSpeaksTheJourneyModellingLanguage() throws Exception {
    var cjml = parse(PlanCjml.write(HOME));

    assertThat(cjml.getElementsByTagName("phase").getLength()).isEqualTo(6);
    assertThat(PlanCjml.write(HOME))
        .contains("<actor id=\"a1\" name=\"person\" role=\"end-user\"/>")
        .contains("<action id=\"s4-3\" name=\"Stay where I am\" initiator=\"a1\"/>");
    assertThat(cjml.getElementsByTagName("communicationPoint").getLength()).isGreaterThan(8);
  }

  @Test
  void noControlCharacterBreaksTheDocument() throws Exception {
    var odd =
        new Stage(
            new ElementId("s"), Fields.of(Kind.STAGE).with(Stage.NAME, "a\u0001<b>\u0008&\"c\""));
    var map = JourneyMap.of(BoardState.of(1, List.of(odd), List.of()));

    var phase = parse(PlanCjml.write(map)).getElementsByTagName("phase").item(0);

    assertThat(phase.getAttributes().getNamedItem("name").getNodeValue()).isEqualTo("a<b>&\"c\"");
  }

  private static Document parse(String xml) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }
}
