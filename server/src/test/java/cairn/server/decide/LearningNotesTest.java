package cairn.server.decide;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.server.RunningServer;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is noted beside learning outlives the process. */
final class LearningNotesTest {
  private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

  @TempDir private Path folder;

  @Test
  void historiesGoOnWhereTheyWere() throws IOException {
    var history = new History(4);
    for (int i = 0; i < 3; i++) {
      history.add(new History.Total(NOON.plusSeconds(60L * i), 10L * i, i, 6.0 * i, 7.0 * i));
    }
    var bytes = new ByteArrayOutputStream();
    history.write(new DataOutputStream(bytes));

    var again = new History(4);
    again.read(new java.io.DataInputStream(new java.io.ByteArrayInputStream(bytes.toByteArray())));

    assertThat(again.points()).isEqualTo(history.points()).hasSize(2);
    again.add(new History.Total(NOON.plusSeconds(600), 40, 4, 20, 21));
    assertThat(again.points()).hasSize(3);
    assertThat(again.points().getLast().responses()).isEqualTo(20);
  }

  @Test
  void whatALearnerKeptBeforeNotesWereKeptIsStillRead() throws IOException {
    var file = folder.resolve("learning.bin");
    try (var out = new DataOutputStream(Files.newOutputStream(file))) {
      out.writeInt(0x434c524e);
      out.writeInt(1);
      out.writeInt(2);
      out.writeLong(5);
      out.writeLong(6);
      out.writeInt(3);
      out.write(new byte[] {7, 8, 9});
      out.writeLong(11);
      out.writeLong(12);
      out.writeInt(1);
      out.writeUTF("FULL");
      out.writeLong(40);
      out.writeLong(4);
      out.writeInt(0);
    }

    var kept = java.util.Objects.requireNonNull(new LearningFile(file).read());

    assertThat(kept.cursors()).containsExactly(5, 6);
    assertThat(kept.again()).containsExactly(0, 0);
    assertThat(kept.trainer()).containsExactly(7, 8, 9);
    assertThat(kept.number()).isEqualTo(11);
    assertThat(kept.arms()).containsOnlyKeys("FULL");
    assertThat(kept.notes()).isEmpty();
  }

  @Test
  void whatIsNotedIsReadBackWhole() throws IOException {
    try (var server = new RunningServer(folder)) {
      server.published.add(Shop.byAge(2));
      for (int i = 0; i < 24; i++) {
        var person = "person-" + i;
        server.post("/v1/identify", "{\"userId\":\"" + person + "\",\"traits\":{\"age\":50}}");
        server.post(
            "/v1/people/user:" + person + "/purposes", "{\"text\":\"A home\",\"kind\":\"home\"}");
        server.post(
            "/v1/decisions",
            "{\"person\":\"" + person + "\",\"channel\":\"web\",\"placements\":[\"tile\"]}");
      }
      RunningServer.await(
          "they are counted",
          () -> server.get("/v1/models").json().at("/fairness/0/groups/0/weighed").asInt() == 24);
    }

    var kept = java.util.Objects.requireNonNull(new LearningFile(learningFile()).read());
    var notes = LearningNotes.of(kept.notes());

    assertThat(notes.fairness().getFirst().report().groups().getFirst().people()).isEqualTo(24);
    assertThat(LearningNotes.of(notes.toBytes()).fairness()).isEqualTo(notes.fairness());
    assertThat(notes.toBytes()).isEqualTo(kept.notes());
    assertThat(Map.copyOf(kept.actions())).isNotNull();
  }

  @Test
  void notesThatCannotBeReadCostNothingThatWasLearnt() throws IOException {
    try (var server = new RunningServer(folder)) {
      server.published.add(Shop.byAge(2));
      assertThat(server.get("/v1/model-snapshot").status()).isEqualTo(200);
    }
    var file = new LearningFile(learningFile());
    var kept = java.util.Objects.requireNonNull(file.read());
    long number = 1_000;
    file.write(
        new LearningFile.Kept(
            kept.cursors(),
            kept.again(),
            kept.trainer(),
            number,
            kept.decisions(),
            kept.arms(),
            kept.actions(),
            new byte[] {1}));

    try (var server = new RunningServer(folder)) {
      server.published.add(Shop.byAge(2));
      assertThat(server.get("/v1/model-snapshot").json().at("/number").asLong())
          .isGreaterThan(number);
    }
  }

  private Path learningFile() throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(one -> one.endsWith("learning.bin")).findFirst().orElseThrow();
    }
  }
}
