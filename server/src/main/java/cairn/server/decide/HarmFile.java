package cairn.server.decide;

import cairn.decision.measure.HarmAlarm;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where what people reported as harm rests: one file, replaced at once. People stand in it by
 * numbers from which no key can be read; whoever holds it and a person's key can work out theirs.
 */
final class HarmFile {
  private static final System.Logger LOG = System.getLogger(HarmFile.class.getName());
  private static final int MAGIC = 0x4348524d;
  private static final int EDITION = 1;
  private static final int ACTIONS_MAX = 100_000;

  private final Path file;

  /** What is kept of one action. */
  record Kept(
      String action, Instant since, HarmAlarm.Counts counts, HarmWatch.@Nullable Stop last) {}

  /** Everything that goes on after a restart. */
  record All(Instant since, List<Kept> actions, Collection<Long> places) {}

  HarmFile(Path file) {
    this.file = file;
  }

  /** What was kept last, or null where nothing is, or nothing that can be read. */
  @Nullable All read() {
    if (!Files.exists(file)) {
      return null;
    }
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      if (in.readInt() != MAGIC || in.readInt() != EDITION) {
        throw new IOException("another edition");
      }
      var since = Instant.ofEpochMilli(in.readLong());
      var actions = new ArrayList<Kept>();
      for (int left = ReplacedFile.count(in, ACTIONS_MAX); left > 0; left--) {
        actions.add(action(in));
      }
      return new All(since, actions, numbers(in, HarmWatch.PLACES_MAX));
    } catch (IOException | RuntimeException broken) {
      LOG.log(Level.WARNING, "what was reported as harm cannot be read; counting anew");
      return null;
    }
  }

  private static Kept action(DataInputStream in) throws IOException {
    var action = in.readUTF();
    var since = Instant.ofEpochMilli(in.readLong());
    int shown = in.readInt();
    int known = in.readInt();
    int visitors = in.readInt();
    var reporters = new HashSet<>(numbers(in, HarmAlarm.SHOWN_MAX));
    var counts = new HarmAlarm.Counts(shown, known, visitors, reporters);
    return new Kept(action, since, counts, in.readBoolean() ? stop(in) : null);
  }

  private static HarmWatch.Stop stop(DataInputStream in) throws IOException {
    return new HarmWatch.Stop(
        Instant.ofEpochMilli(in.readLong()), in.readInt(), in.readInt(), in.readInt());
  }

  private static Set<Long> numbers(DataInputStream in, int max) throws IOException {
    var numbers = new LinkedHashSet<Long>();
    for (int left = ReplacedFile.count(in, max); left > 0; left--) {
      numbers.add(in.readLong());
    }
    return numbers;
  }

  void write(All all) {
    try {
      ReplacedFile.write(
          file,
          out -> {
            out.writeInt(MAGIC);
            out.writeInt(EDITION);
            out.writeLong(all.since().toEpochMilli());
            out.writeInt(all.actions().size());
            for (var one : all.actions()) {
              action(out, one);
            }
            numbers(out, all.places());
          });
    } catch (IOException e) {
      throw new UncheckedIOException("what was reported as harm cannot be kept", e);
    }
  }

  private static void action(DataOutputStream out, Kept one) throws IOException {
    out.writeUTF(one.action());
    out.writeLong(one.since().toEpochMilli());
    out.writeInt(one.counts().shown());
    out.writeInt(one.counts().known());
    out.writeInt(one.counts().visitors());
    numbers(out, one.counts().reporters());
    var last = one.last();
    out.writeBoolean(last != null);
    if (last != null) {
      out.writeLong(last.at().toEpochMilli());
      out.writeInt(last.known());
      out.writeInt(last.visitors());
      out.writeInt(last.shown());
    }
  }

  private static void numbers(DataOutputStream out, Collection<Long> numbers) throws IOException {
    out.writeInt(numbers.size());
    for (long number : numbers) {
      out.writeLong(number);
    }
  }
}
