package cairn.sim.fault;

import cairn.chance.Chance;
import cairn.server.publish.Published;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Cuts the write-ahead log of a running store as a power cut might. Its commands came one after the
 * other, so that each is one record of the log: a log cut anywhere inside record n must open to
 * exactly the first n - 1 commands, with every other promise kept.
 */
final class TornLog {
  private static final int COMMANDS = 120;
  private static final int PEOPLE = 3;

  /** The last records are the ones that are cut. */
  private static final int RECORDS = 100;

  // A record of the log (log_format.h): checksum u32, length u16, type u8, content; in blocks.
  private static final int BLOCK = 32 * 1024;
  private static final int HEADER = 7;
  private static final int FIRST_OR_WHOLE_MAX = 2;

  private static final int SAMPLED = 100;

  private final Published published;
  private final Path folder;
  private final Path image;
  private final FaultClock clock = new FaultClock(SimulatedStorm.START);
  private final List<String> marks = new ArrayList<>();
  private final ConcurrentLinkedQueue<String> broken = new ConcurrentLinkedQueue<>();
  private String logName = "";
  private byte[] log = {};

  private TornLog(Published published, Path folder) {
    this.published = published;
    this.folder = folder;
    this.image = folder.resolve("image");
  }

  /**
   * Cuts.
   *
   * @param everyByte true for each byte of the last hundred records, false for their edges and some
   *     bytes drawn from the seed
   */
  static Report play(Published published, long seed, Path folder, boolean everyByte)
      throws IOException {
    var torn = new TornLog(published, folder);
    torn.picture(seed);
    var records = torn.records();
    if (records.size() <= RECORDS) {
      return new Report(0, 0, 0, 0, 0, 0, List.of("the log has no hundred records to cut"));
    }
    var cuts = List.copyOf(torn.cuts(records, new Chance(Chance.seed(seed, -5)), everyByte));
    var threads = new ArrayList<Thread>();
    int together = Math.min(4, Runtime.getRuntime().availableProcessors());
    for (int t = 0; t < together; t++) {
      int first = t;
      threads.add(
          Thread.ofPlatform()
              .start(() -> {
                for (int i = first; i < cuts.size(); i += together) {
                  torn.cut("seed " + seed + ", ", cuts.get(i), records, "copy-" + first);
                }
              }));
    }
    for (var thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return new Report(0, 0, 0, cuts.size(), COMMANDS, COMMANDS, List.copyOf(torn.broken));
  }

  /** Fills a store and copies its files while it is open. */
  private void picture(long seed) throws IOException {
    var store = folder.resolve("whole");
    Files.createDirectories(image);
    try (var host = StoreStorm.open(store, published, clock)) {
      var storm = new Storm(published.current().orElseThrow(), seed, 0, PEOPLE);
      Set<String> acknowledged = new HashSet<>();
      var carrier = new Carrier(host, clock, acknowledged, mark -> {});
      for (int i = 0; i < COMMANDS; i++) {
        var send = storm.plain(i % PEOPLE, clock.instant());
        marks.add(send.id());
        carrier.send(send);
        carrier.quiet();
      }
      if (!acknowledged.containsAll(marks)) {
        throw new IllegalStateException("a store refused an event before anything went wrong");
      }
      copy(store.resolve("db"), image);
    }
    try (var files = Files.list(image)) {
      var newest = files.filter(f -> f.toString().endsWith(".log")).sorted().toList().getLast();
      logName = String.valueOf(newest.getFileName());
      log = Files.readAllBytes(newest);
    }
  }

  private Set<Integer> cuts(List<Integer> records, Chance chance, boolean everyByte) {
    var cuts = new TreeSet<Integer>();
    int from = records.get(records.size() - RECORDS);
    if (everyByte) {
      for (int cut = from; cut <= log.length; cut++) {
        cuts.add(cut);
      }
      return cuts;
    }
    for (int i = 0; i < SAMPLED; i++) {
      int start = records.get(records.size() - 1 - i % RECORDS);
      cuts.add(i % 2 == 0 ? start + chance.nextInt(2) : from + chance.nextInt(log.length - from));
    }
    cuts.add(log.length);
    return cuts;
  }

  /** Where each record begins. */
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

  private void cut(String seed, int at, List<Integer> records, String name) {
    int whole = 0;
    while (whole < records.size()
        && (whole + 1 < records.size() ? records.get(whole + 1) : log.length) <= at) {
      whole++;
    }
    int left = Math.max(0, whole - (records.size() - COMMANDS));
    var when = seed + "log cut at byte " + at + ": ";
    var copy = folder.resolve(name);
    try {
      var database = copy.resolve("db");
      Files.createDirectories(database);
      copy(image, database);
      Files.write(database.resolve(logName), Arrays.copyOf(log, at));
      open(when, copy, left);
      delete(copy);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      broken.add(when + e);
    }
  }

  /** Opens what a cut left: the first commands are there, and no other. */
  private void open(String when, Path store, int left) {
    try (var host = StoreStorm.open(store, published, clock)) {
      var first = new HashSet<>(marks.subList(0, left));
      Invariants.broken(host, published, PEOPLE, first, clock.instant())
          .forEach(sentence -> broken.add(when + sentence));
      long entries = 0;
      for (int person = 0; person < PEOPLE; person++) {
        entries += host.read(host.key(Storm.known(person))).position();
      }
      if (entries != left) {
        broken.add(when + entries + " commands are there instead of " + left);
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.list(from)) {
      for (var file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }
}
