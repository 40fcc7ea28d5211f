package cairn.server.decide;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where what was learnt rests with the cursors it was learnt up to: one file, replaced at once. */
final class LearningFile {
  private static final System.Logger LOG = System.getLogger(LearningFile.class.getName());
  private static final int MAGIC = 0x434c524e;
  private static final int EDITION = 2;

  /** The edition before what the notes of a learner hold was kept; nothing of it is lost. */
  private static final int EDITION_WITHOUT_NOTES = 1;

  private static final int CURSORS_MAX = 4_096;
  private static final int NAMES_MAX = 100_000;

  private final Path file;

  /**
   * Everything that goes on after a restart.
   *
   * @param again up to where each shard is read for a second time, so that it is not counted twice
   * @param notes what {@link LearningNotes} wrote; empty where nothing is
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once and never compared
  record Kept(
      long[] cursors,
      long[] again,
      byte[] trainer,
      long number,
      long decisions,
      Map<String, long[]> arms,
      Map<String, long[]> actions,
      byte[] notes) {}

  LearningFile(Path file) {
    this.file = file;
  }

  /** What was kept last, or null where nothing is, or nothing that this edition reads. */
  @Nullable Kept read() {
    if (!Files.exists(file)) {
      return null;
    }
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      int edition = in.readInt() == MAGIC ? in.readInt() : 0;
      if (edition != EDITION && edition != EDITION_WITHOUT_NOTES) {
        throw new IOException("another edition");
      }
      boolean noted = edition == EDITION;
      var cursors = numbers(in);
      return new Kept(
          cursors,
          noted ? numbers(in) : new long[cursors.length],
          in.readNBytes(in.readInt()),
          in.readLong(),
          in.readLong(),
          counts(in),
          counts(in),
          noted ? in.readNBytes(in.readInt()) : NO_NOTES);
    } catch (IOException | RuntimeException broken) {
      LOG.log(Level.WARNING, "what was learnt cannot be read; learning anew from the feed");
      return null;
    }
  }

  private static final byte[] NO_NOTES = {};

  private static long[] numbers(DataInputStream in) throws IOException {
    var numbers = new long[ReplacedFile.count(in, CURSORS_MAX)];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = in.readLong();
    }
    return numbers;
  }

  private static Map<String, long[]> counts(DataInputStream in) throws IOException {
    var counts = new TreeMap<String, long[]>();
    for (int i = ReplacedFile.count(in, NAMES_MAX); i > 0; i--) {
      counts.put(in.readUTF(), new long[] {in.readLong(), in.readLong()});
    }
    return counts;
  }

  void write(Kept kept) {
    try {
      ReplacedFile.write(
          file,
          out -> {
            out.writeInt(MAGIC);
            out.writeInt(EDITION);
            numbers(out, kept.cursors());
            numbers(out, kept.again());
            out.writeInt(kept.trainer().length);
            out.write(kept.trainer());
            out.writeLong(kept.number());
            out.writeLong(kept.decisions());
            counts(out, kept.arms());
            counts(out, kept.actions());
            out.writeInt(kept.notes().length);
            out.write(kept.notes());
          });
    } catch (IOException e) {
      throw new UncheckedIOException("what was learnt cannot be kept", e);
    }
  }

  private static void numbers(DataOutputStream out, long[] numbers) throws IOException {
    out.writeInt(numbers.length);
    for (long number : numbers) {
      out.writeLong(number);
    }
  }

  private static void counts(DataOutputStream out, Map<String, long[]> counts) throws IOException {
    out.writeInt(counts.size());
    for (var one : counts.entrySet()) {
      out.writeUTF(one.getKey());
      out.writeLong(one.getValue()[0]);
      out.writeLong(one.getValue()[1]);
    }
  }
}
