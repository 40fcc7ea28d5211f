package cairn.blueprint.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files a blueprint is made of, by their path within its folder, in order of path. Immutable;
 * the same files give the same bytes and the same digest.
 */
public record Bundle(SortedMap<String, String> files) {
  /** The most files of one blueprint. */
  public static final int FILES_MAX = 2_000;

  /** The most text of one blueprint, in characters: some 10,000 actions. */
  public static final int CHARS_MAX = 16_000_000;

  private static final int MAGIC = 0x43424c50;
  private static final int EDITION = 1;

  public Bundle {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    long chars = files.values().stream().mapToLong(String::length).sum();
    if (files.size() > FILES_MAX || chars > CHARS_MAX) {
      throw new IllegalArgumentException(
          "a blueprint has at most " + FILES_MAX + " files and " + CHARS_MAX + " characters");
    }
  }

  public static Bundle of(Map<String, String> files) {
    return new Bundle(new TreeMap<>(files));
  }

  /**
   * Reads every YAML and JSON file under a folder; other files and hidden ones are left alone.
   *
   * @throws IOException where a file cannot be read
   */
  public static Bundle read(Path folder) throws IOException {
    var files = new TreeMap<String, String>();
    try (var paths = Files.walk(folder)) {
      for (var path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
        var name = folder.relativize(path).toString().replace('\\', '/');
        if (isPart(name)) {
          files.put(name, Files.readString(path));
        }
      }
    }
    return new Bundle(files);
  }

  private static boolean isPart(String name) {
    boolean hidden = name.startsWith(".") || name.contains("/.");
    return !hidden && (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json"));
  }

  /** The same files with one added or replaced. */
  public Bundle with(String path, String text) {
    var more = new TreeMap<>(files);
    more.put(path, text);
    return new Bundle(more);
  }

  /** Writes every file under a folder. */
  public void write(Path folder) throws IOException {
    for (var file : files.entrySet()) {
      var path = folder.resolve(file.getKey()).normalize();
      if (!path.startsWith(folder.normalize())) {
        throw new IOException("a file of a blueprint lies inside its folder");
      }
      var parent = path.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.writeString(path, file.getValue());
    }
  }

  /** All files as bytes: a head, then path and text of each, lengths first, in UTF-8. */
  public byte[] bytes() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      out.writeInt(EDITION);
      out.writeInt(files.size());
      for (var file : files.entrySet()) {
        write(out, file.getKey());
        write(out, file.getValue());
      }
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    return bytes.toByteArray();
  }

  /** Reads what {@link #bytes()} wrote; refuses anything else. */
  public static Bundle of(byte[] bytes) {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readInt() != MAGIC || in.readInt() != EDITION) {
        throw new IllegalArgumentException("these bytes are no blueprint");
      }
      int count = in.readInt();
      var files = new TreeMap<String, String>();
      for (int i = 0; i < count; i++) {
        files.put(read(in), read(in));
      }
      return new Bundle(files);
    } catch (IOException cut) {
      throw new IllegalArgumentException("these bytes end early", cut);
    }
  }

  /** SHA-256 of the bytes, in hexadecimal. */
  public String digest() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes()));
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException("every JDK has SHA-256", never);
    }
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    var utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }

  private static String read(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > in.available()) {
      throw new IOException("a length beyond the end");
    }
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }
}
