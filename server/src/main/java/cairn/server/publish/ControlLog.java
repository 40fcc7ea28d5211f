package cairn.server.publish;

import cairn.server.http.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The one log in which publishing and switches are written, beside the state: one file an entry,
 * each with its checksum in the first line, written whole and synced before it counts. A gap or a
 * damaged entry stops the start and is named. One process owns it, as it owns the store.
 */
final class ControlLog {
  /** The most entries: a change every ten minutes for years. */
  static final int ENTRIES_MAX = 1_000_000;

  private final Path folder;
  private int last;

  private ControlLog(Path folder) {
    this.folder = folder;
  }

  /** Opens the log in a folder, made if absent. */
  static ControlLog open(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + folder + " cannot be made.", e);
    }
    return new ControlLog(folder);
  }

  /** Reads all entries in order. */
  List<ControlEntry> read() {
    var entries = new ArrayList<ControlEntry>();
    try {
      for (int number = 1; Files.exists(file(number)); number++) {
        entries.add(read(file(number), number));
      }
      try (var files = Files.list(folder)) {
        long all = files.filter(file -> file.toString().endsWith(".json")).count();
        if (all != entries.size()) {
          throw new IllegalStateException(
              "The control log lacks " + file(entries.size() + 1) + ": restore a backup.");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The control log in " + folder + " cannot be read.", e);
    }
    last = entries.size();
    return entries;
  }

  private static ControlEntry read(Path file, int number) throws IOException {
    var text = Files.readString(file);
    int line = text.indexOf('\n');
    var body = line < 0 ? "" : text.substring(line + 1);
    if (line < 0 || !text.substring(0, line).equals(checksum(body))) {
      throw new IllegalStateException(
          "The control log's " + file + " is damaged: restore a backup.");
    }
    try {
      var entry = Json.MAPPER.readValue(body, ControlEntry.class);
      if (entry.number() != number) {
        throw new IllegalStateException(file + " holds another entry: restore a backup.");
      }
      return entry;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(file + " was written by another edition.", e);
    }
  }

  /** The number the next entry gets. */
  int next() {
    return last + 1;
  }

  /** Writes an entry; it is durable once this returns. */
  void append(ControlEntry entry) {
    if (entry.number() != next() || entry.number() > ENTRIES_MAX) {
      throw new IllegalArgumentException("the next entry is number " + next());
    }
    var body = Json.text(entry);
    var file = file(entry.number());
    var partial = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (var channel =
          FileChannel.open(
              partial,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        var bytes =
            ByteBuffer.wrap((checksum(body) + "\n" + body).getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
      try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The control log in " + folder + " cannot be written.", e);
    }
    last = entry.number();
  }

  private Path file(int number) {
    return folder.resolve(String.format("%08d.json", number));
  }

  private static String checksum(String body) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return "sha256 "
          + HexFormat.of().formatHex(sha.digest(body.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
