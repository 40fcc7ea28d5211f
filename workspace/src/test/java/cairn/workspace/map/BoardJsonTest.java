package cairn.workspace.map;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.map.Batch;
import cairn.map.BatchId;
import cairn.map.BoardState;
import cairn.map.Element;
import cairn.map.ElementId;
import cairn.map.Evidence;
import cairn.map.Fields;
import cairn.map.Idea;
import cairn.map.Kind;
import cairn.map.Lane;
import cairn.map.MemberId;
import cairn.map.Note;
import cairn.map.NumberSource;
import cairn.map.Op;
import cairn.map.Revision;
import cairn.map.Value;
import cairn.map.Verdict.Reason;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class BoardJsonTest {
  private static final Element NOTE =
      Kind.NOTE.make(
          new ElementId("n1"),
          Fields.of(Kind.NOTE)
              .with(Note.TEXT, "I look at \"flats\"\nat night")
              .with(Element.Placed.LANE, Optional.of(new ElementId("lane-doing")))
              .with(Element.Placed.COLUMN, Optional.of(new ElementId("search")))
              .with(Element.EVIDENCE, Evidence.SAID)
              .with(Element.SOURCE, "interview 3")
              .with(Element.TEAMS, List.of(new ElementId("web"))));

  private static final String NOTE_JSON =
      """
      {"kind":"note","id":"n1","text":"I look at \\"flats\\"\\nat night","lane":"lane-doing",\
      "column":"search","order":"V000","persona":"","evidence":"said","source":"interview 3",\
      "teams":["web"],"colour":"","cluster":"","author":"","hidden":false}\
      """;

  @Test
  void aRevisionHasThisForm() {
    var batch =
        new Batch(
            new BatchId("b7"),
            new MemberId("ada"),
            "Tidy up",
            List.of(
                Op.put(NOTE),
                Op.set(new ElementId("n2"), Note.TEXT, "old", "new"),
                Op.set(
                    new ElementId("i1"),
                    Idea.EFFORT,
                    Optional.of(new Value.Sourced(2.5, NumberSource.VOTED))),
                Op.set(new ElementId("i1"), Idea.REACH, Optional.empty()),
                Op.set(new ElementId("lane-doing"), Lane.LOCKED, true),
                Op.del(new ElementId("n3"))));
    var revision = new Revision(12, Instant.parse("2026-05-04T12:00:00Z"), batch);

    String json = BoardJson.write(revision);

    assertThat(json)
        .isEqualTo(
            """
            {"rev":12,"at":"2026-05-04T12:00:00Z","batch":{"id":"b7","author":"ada",\
            "label":"Tidy up","ops":[{"op":"put","element":\
            """
                + NOTE_JSON
                + """
                },{"op":"set","id":"n2","fields":{"text":"new"},"was":{"text":"old"}},\
                {"op":"set","id":"i1","fields":{"effort":{"number":2.5,"source":"voted"}}},\
                {"op":"set","id":"i1","fields":{"reach":null}},\
                {"op":"set","id":"lane-doing","fields":{"locked":true}},\
                {"op":"del","id":"n3"}]}}\
                """);
    assertThat(BoardJson.readRevision(json)).isEqualTo(revision);
  }

  @Test
  void aSnapshotHasThisForm() {
    var state = BoardState.of(3, List.of(NOTE), List.of());

    String json = BoardJson.write(state);

    assertThat(json)
        .isEqualTo("{\"schema\":1,\"rev\":3,\"elements\":[" + NOTE_JSON + "],\"deleted\":[]}");
    assertThat(BoardJson.readState(json)).isEqualTo(state);
  }

  @Test
  void everyKindOfElementComesBackAsItWent() {
    var elements =
        Arrays.stream(Kind.values())
            .map(kind -> kind.make(new ElementId("e-" + kind.wireName()), Fields.of(kind)))
            .toList();
    var state = BoardState.of(9, elements, List.of(NOTE));

    assertThat(BoardJson.readState(BoardJson.write(state))).isEqualTo(state);
  }

  @Test
  void whatIsLeftOutIsAsWhenNothingWasSaid() {
    var read =
        read(
            """
            {"id":"b","author":"ada","ops":[{"op":"put","element":{"id":"n1","kind":"note"}}]}\
            """);

    assertThat(read.ops())
        .containsExactly(Op.put(Kind.NOTE.make(new ElementId("n1"), Fields.of(Kind.NOTE))));
  }

  @Test
  void whatCannotBeReadIsRefusedWithItsReason() {
    assertThat(refused("not json")).isEqualTo(Reason.INVALID);
    assertThat(refused("[]")).isEqualTo(Reason.INVALID);
    assertThat(refused("{\"id\":\"b\",\"id\":\"c\"}")).isEqualTo(Reason.INVALID);
    assertThat(refused("{\"ops\":[]}")).isEqualTo(Reason.INVALID);
    assertThat(refused("{\"id\":\"b\",\"role\":\"facilitator\"}")).isEqualTo(Reason.UNKNOWN_FIELD);
    assertThat(refusedPut("{\"kind\":\"spaceship\",\"id\":\"x\"}")).isEqualTo(Reason.UNKNOWN_KIND);
    assertThat(refusedPut("{\"kind\":\"note\"}")).isEqualTo(Reason.INVALID);
    assertThat(refusedPut("{\"kind\":\"note\",\"id\":\"a b\"}")).isEqualTo(Reason.INVALID);
    assertThat(refusedPut("{\"kind\":\"note\",\"id\":\"a\",\"mood\":1}"))
        .isEqualTo(Reason.UNKNOWN_FIELD);
    assertThat(refusedPut("{\"kind\":\"note\",\"id\":\"a\",\"text\":1}")).isEqualTo(Reason.INVALID);
    assertThat(refusedPut("{\"kind\":\"note\",\"id\":\"a\",\"evidence\":\"rumour\"}"))
        .isEqualTo(Reason.INVALID);
    assertThat(refusedPut("{\"kind\":\"note\",\"id\":\"a\",\"text\":[[[[[[[1]]]]]]]}"))
        .isEqualTo(Reason.INVALID);
    assertThat(refusedPut("{\"kind\":\"feeling\",\"id\":\"a\",\"value\":1e999}"))
        .isEqualTo(Reason.INVALID);
    assertThat(refusedPut("{\"kind\":\"note\",\"id\":\"a\",\"text\":\"a\\u0000b\"}"))
        .isEqualTo(Reason.INVALID);
    assertThat(refusedPut("{\"kind\":\"note\",\"id\":\"a\",\"text\":\"a\\ud800b\"}"))
        .isEqualTo(Reason.INVALID);
    assertThat(refused("{\"id\":\"b\",\"label\":\"a\\u0000\"}")).isEqualTo(Reason.INVALID);
    assertThat(refused(" ".repeat(BoardJson.MESSAGE_MAX + 1))).isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void aRefusalKnowsItsGesture() {
    var reading =
        BoardJson.readBatch(
            "{\"id\":\"b9\",\"ops\":[{\"op\":\"put\",\"element\":{\"kind\":\"x\",\"id\":\"e\"}}]}");

    var gesture =
        switch (reading) {
          case Reading.Read<Batch>(var batch) -> Optional.of(batch.id());
          case Reading.Unreadable<Batch>(var batch, var _) -> batch;
        };
    assertThat(gesture).contains(new BatchId("b9"));
  }

  private static Batch read(String json) {
    return switch (BoardJson.readBatch(json)) {
      case Reading.Read<Batch>(var batch) -> batch;
      case Reading.Unreadable<Batch>(var _, var refusal) ->
          throw new AssertionError(refusal.message());
    };
  }

  private static Reason refusedPut(String element) {
    return refused("{\"id\":\"b\",\"ops\":[{\"op\":\"put\",\"element\":" + element + "}]}");
  }

  private static Reason refused(String json) {
    return switch (BoardJson.readBatch(json)) {
      case Reading.Read<Batch> read -> throw new AssertionError("read: " + read);
      case Reading.Unreadable<Batch>(var _, var refusal) -> refusal.reason();
    };
  }
}
