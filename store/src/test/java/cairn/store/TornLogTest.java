package cairn.store;

import static cairn.store.Fixture.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import cairn.engine.Keyring;
import cairn.person.PersonKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Cuts the write-ahead log of a running store as a power cut might, and opens what is left. Each
 * command is one record of the log here, so a log cut anywhere inside record n must open to exactly
 * the first n - 1 commands: state, log, feed and marks alike. With {@code -Dcairn.long=true} every
 * byte of the last hundred records is tried; otherwise the edge of each, a few within the last, and
 * some drawn from a seed.
 */
final class TornLogTest {
  private static final int COMMANDS = 120;
  private static final int RECORDS = 100;
  private static final int BLOCK = 32 * 1024;
  private static final int HEADER = 7;
  private static final int FIRST_OR_WHOLE_MAX = 2;

  @TempDir private Path folder;
  private Path image = Path.of("");
  private String logName = "";
  private byte[] log = {};
  private PersonKey ada = new PersonKey(0, 0);

  /** Takes a picture of a store while it is open, as its files would stand after a power cut. */
  @BeforeEach
  void picture() throws IOException {
    image = folder.resolve("image");
    Files.createDirectories(image);
    try (var host = new Fixture().open(folder.resolve("store"))) {
      ada = host.key(ADA);
      for (int i = 0; i < COMMANDS; i++) {
        Fixture.send(host, ADA, "n" + i, Fixture.event("Rode"));
      }
      try (var files = Files.list(folder.resolve("store").resolve("db"))) {
        for (var file : files.toList()) {
          Files.copy(file, image.resolve(file.getFileName()));
        }
      }
    }
    try (var files = Files.list(image)) {
      var newest = files.filter(f -> f.toString().endsWith(".log")).sorted().toList().getLast();
      logName = String.valueOf(newest.getFileName());
      log = Files.readAllBytes(newest);
    }
  }

  @Test
  void aLogCutAnywhereOpensToAConsistentPrefix() throws IOException {
    long seed = Long.getLong("cairn.seed", 20_261_121);
    var records = records();
    assertThat(records.size()).isGreaterThan(RECORDS);
    int from = records.size() - RECORDS;
    for (int cut : cuts(records.subList(from, records.size()), new Random(seed))) {
      int whole = 0;
      while (whole < records.size() && end(records, whole) <= cut) {
        whole++;
      }
      check("cut at byte " + cut, Arrays.copyOf(log, cut), commands(records, whole));
    }
  }

  @Test
  void whateverStandsInTheTornEndIsNotTakenUp() throws IOException {
    long seed = Long.getLong("cairn.seed", 20_261_121);
    var random = new Random(seed);
    var records = records();
    for (int round = 0; round < 12; round++) {
      int record = records.size() - 1 - random.nextInt(RECORDS);
      var torn = log.clone();
      int start = records.get(record) + HEADER;
      var noise = new byte[torn.length - start];
      random.nextBytes(noise);
      System.arraycopy(noise, 0, torn, start, noise.length);

      check("seed " + seed + ", round " + round, torn, commands(records, record));
    }
  }

  /** The first records of a new store make it; each after them is one command. */
  private int commands(List<Integer> records, int whole) {
    return Math.max(0, whole - (records.size() - COMMANDS));
  }

  private int end(List<Integer> records, int record) {
    return record + 1 < records.size() ? records.get(record + 1) : log.length;
  }

  private SortedSet<Integer> cuts(List<Integer> records, Random random) {
    var cuts = new TreeSet<Integer>();
    if (Boolean.getBoolean("cairn.long")) {
      for (int cut = records.getFirst(); cut <= log.length; cut++) {
        cuts.add(cut);
      }
      return cuts;
    }
    for (int start : records) {
      cuts.add(start + random.nextInt(2));
    }
    for (int cut = records.get(records.size() - 1); cut <= log.length; cut += 11) {
      cuts.add(cut);
    }
    for (int i = 0; i < 15; i++) {
      cuts.add(records.getFirst() + random.nextInt(log.length - records.getFirst()));
    }
    return cuts;
  }

  /**
   * Where each logical record begins (log_format.h): checksum u32, length u16, type u8, content.
   */
  private List<Integer> records() {
    var starts = new ArrayList<Integer>();
    var bytes = ByteBuffer.wrap(log).order(ByteOrder.LITTLE_ENDIAN);
    int at = 0;
    while (at + HEADER <= log.length) {
      int left = BLOCK - at % BLOCK;
      if (left < HEADER) {
        at += left;
        continue;
      }
      int length = bytes.getShort(at + 4) & 0xffff;
      int type = log[at + 6];
      if (type > 0 && type <= FIRST_OR_WHOLE_MAX) {
        starts.add(at);
      }
      at += HEADER + length;
    }
    return starts;
  }

  private void check(String when, byte[] torn, int commands) throws IOException {
    var copy = folder.resolve("copy");
    Files.createDirectories(copy);
    try (var files = Files.list(image)) {
      for (var file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    Files.write(copy.resolve(logName), torn);
    try (var database = Database.open(copy, 8 << 20)) {
      var state = Rows.person(database.get(Family.STATE, Layout.person(ada)), ada).state();
      assertThat(state.position()).as(when).isEqualTo(commands);
      var keyring =
          new Keyring(Objects.requireNonNull(database.get(Family.META, Layout.name("secret"))));
      for (int i = 0; i < COMMANDS; i++) {
        boolean kept = i < commands;
        var mark = Layout.seen(ada, ada.shard(), keyring.hash("n" + i));
        assertThat(database.get(Family.LOG, Layout.log(ada, i + 1)) != null)
            .as(when)
            .isEqualTo(kept);
        assertThat(database.get(Family.SEEN, mark) != null).as(when).isEqualTo(kept);
        assertThat(database.get(Family.FEED, Layout.shardAndNumber(ada.shard(), i + 1)) != null)
            .as(when)
            .isEqualTo(kept);
      }
      assertThat(new Shards(database).readable(ada.shard())).as(when).isEqualTo(commands);
      assertThat(new Shards(database).people()).as(when).isEqualTo(commands > 0 ? 1 : 0);
    }
    try (var files = Files.list(copy)) {
      for (var file : files.toList()) {
        Files.delete(file);
      }
    }
  }
}
