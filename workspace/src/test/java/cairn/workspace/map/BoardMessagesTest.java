package cairn.workspace.map;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.map.Batch;
import cairn.map.BatchId;
import cairn.map.BoardState;
import cairn.map.ElementId;
import cairn.map.Member;
import cairn.map.MemberId;
import cairn.map.Op;
import cairn.map.Revision;
import cairn.map.Role;
import cairn.map.Value;
import cairn.map.Verdict;
import cairn.workspace.map.BoardMessages.FromClient;
import cairn.workspace.map.BoardMessages.Presence;
import cairn.workspace.map.BoardMessages.Someone;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class BoardMessagesTest {
  private static final Member ADA = new Member(new MemberId("ada"), Role.FACILITATOR);
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
  private static final Revision REVISION =
      new Revision(
          4, NOON, new Batch(new BatchId("b"), ADA.id(), "", List.of(Op.del(new ElementId("n1")))));

  @Test
  void aBrowserSendsThese() {
    assertThat(read("{\"type\":\"join\",\"since\":12}")).isEqualTo(new FromClient.Join(12));
    assertThat(read("{\"type\":\"join\"}")).isEqualTo(new FromClient.Join(0));
    assertThat(
            read(
                """
                {"type":"batch","batch":{"id":"b","author":"ada","label":"",\
                "ops":[{"op":"del","id":"n1"}]}}\
                """))
        .isEqualTo(new FromClient.Gesture(REVISION.batch()));
    assertThat(
            read(
                """
                {"type":"here","x":10.5,"y":-3,"at":"lane-doing/search","selection":["n1"],\
                "typing":"n1"}\
                """))
        .isEqualTo(
            new FromClient.Here(
                new Presence(
                    10.5,
                    -3,
                    "lane-doing/search",
                    List.of(new ElementId("n1")),
                    Optional.of(new ElementId("n1")))));
  }

  @Test
  void theServerSendsThese() {
    assertThat(BoardMessages.welcome(ADA, "Ada", NOON, BoardState.EMPTY))
        .isEqualTo(
            """
            {"type":"welcome","member":"ada","name":"Ada","role":"facilitator",\
            "at":"2026-05-04T12:00:00Z","snapshot":{"schema":1,"rev":0,"elements":[],"deleted":[]}}\
            """);
    assertThat(BoardMessages.resumed(ADA, "Ada", NOON, List.of(REVISION)))
        .isEqualTo(
            """
            {"type":"resumed","member":"ada","name":"Ada","role":"facilitator",\
            "at":"2026-05-04T12:00:00Z","missed":[{"rev":4,"at":"2026-05-04T12:00:00Z",\
            "batch":{"id":"b","author":"ada","label":"","ops":[{"op":"del","id":"n1"}]}}]}\
            """);
    assertThat(BoardMessages.revision(REVISION))
        .isEqualTo(
            """
            {"type":"revision","rev":4,"at":"2026-05-04T12:00:00Z","batch":{"id":"b",\
            "author":"ada","label":"","ops":[{"op":"del","id":"n1"}]}}\
            """);
    assertThat(BoardMessages.repeated(new BatchId("b"), 4))
        .isEqualTo("{\"type\":\"repeated\",\"batch\":\"b\",\"rev\":4}");
    assertThat(
            BoardMessages.refused(
                Optional.of(new BatchId("b")),
                new Verdict.Refused(
                    Verdict.Reason.CONFLICT,
                    Optional.of(new ElementId("n1")),
                    "text",
                    "Somebody changed this.",
                    Optional.of(Value.of("theirs")))))
        .isEqualTo(
            """
            {"type":"refused","batch":"b","code":"conflict","message":"Somebody changed this.",\
            "element":"n1","field":"text","theirs":"theirs"}\
            """);
    assertThat(
            BoardMessages.people(
                List.of(
                    new Someone(
                        ADA.id(),
                        "Ada",
                        "facilitator",
                        new Presence(1, 2, "", List.of(), Optional.empty())))))
        .isEqualTo(
            """
            {"type":"people","people":[{"id":"ada","name":"Ada","role":"facilitator","x":1.0,\
            "y":2.0,"at":"","selection":[],"typing":""}]}\
            """);
  }

  @Test
  void otherMessagesAreRefused() {
    assertThat(refusal("{\"type\":\"shout\"}").reason()).isEqualTo(Verdict.Reason.INVALID);
    assertThat(refusal("{\"since\":1,\"type\":\"join\"}").message())
        .isEqualTo("A message begins with its type.");
    assertThat(refusal("{\"type\":\"here\",\"x\":\"left\"}").reason())
        .isEqualTo(Verdict.Reason.INVALID);
  }

  private static FromClient read(String json) {
    return switch (BoardMessages.read(json)) {
      case Reading.Read<FromClient>(var message) -> message;
      case Reading.Unreadable<FromClient>(var _, var refusal) ->
          throw new AssertionError(refusal.message());
    };
  }

  private static Verdict.Refused refusal(String json) {
    return switch (BoardMessages.read(json)) {
      case Reading.Read<FromClient> read -> throw new AssertionError("read: " + read);
      case Reading.Unreadable<FromClient>(var _, var refusal) -> refusal;
    };
  }
}
