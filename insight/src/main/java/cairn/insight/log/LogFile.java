package cairn.insight.log;

import cairn.insight.log.ImportProgress.Phase;
import cairn.insight.log.LogShape.Format;
import cairn.insight.log.Problem.Code;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file that was looked over from end to end: it can be opened, unpacked and is of a known kind.
 *
 * @param path where it lies
 * @param bytes its size
 * @param digest SHA-256 of its bytes, in hex
 * @param compressed whether it is gzipped
 * @param format what it holds
 * @param encoding how its text is written
 */
record LogFile(
    Path path,
    long bytes,
    String digest,
    boolean compressed,
    Format format,
    EncodingGuess encoding) {

  private static final int BUFFER = 64 * 1024;
  private static final int HEAD = 512;

  /** Looks the whole file over once. */
  static LogFile look(Path path, ProgressMeter meter) throws LogReadException {
    try {
      if (Files.isDirectory(path)) {
        throw new LogReadException(
            Code.UNREADABLE,
            "%s is a folder.".formatted(path.getFileName()),
            "Name one file in it.");
      }
      long bytes = Files.size(path);
      if (bytes == 0) {
        throw empty(path);
      }
      meter.begin(Phase.INSPECTING, bytes);
      MessageDigest sha256 = ImportIds.sha256();
      var encoding = new EncodingGuess();
      byte[] head;
      boolean compressed = isGzip(path);
      try (var counted = new CountedStream(Files.newInputStream(path));
          var digested = new DigestInputStream(counted, sha256);
          InputStream text = compressed ? new GZIPInputStream(digested, BUFFER) : digested) {
        head = text.readNBytes(HEAD);
        encoding.add(head, head.length);
        var buffer = new byte[BUFFER];
        for (int read = text.read(buffer); read >= 0; read = text.read(buffer)) {
          encoding.add(buffer, read);
          meter.at(counted.count(), 0);
        }
        digested.transferTo(OutputStream.nullOutputStream());
      }
      meter.end(0);
      if (head.length == 0) {
        throw empty(path);
      }
      return new LogFile(
          path,
          bytes,
          HexFormat.of().formatHex(sha256.digest()),
          compressed,
          format(path, head),
          encoding);
    } catch (IOException e) {
      throw new LogReadException(problem(path, e));
    }
  }

  /** The bytes of the file, once more, counted as they are read. */
  CountedStream open() throws IOException {
    return new CountedStream(Files.newInputStream(path));
  }

  /** The unpacked bytes of what {@link #open} gave. */
  InputStream unpack(CountedStream stream) throws IOException {
    return new BufferedInputStream(
        compressed ? new GZIPInputStream(stream, BUFFER) : stream, BUFFER);
  }

  /** What an I/O error means to whoever brought the file. */
  static Problem problem(Path path, IOException error) {
    String name = String.valueOf(path.getFileName());
    return switch (error) {
      case NoSuchFileException _ ->
          new Problem(
              Code.UNREADABLE, "There is no file %s.".formatted(path), "Check the name.", null);
      case EOFException _ ->
          new Problem(
              Code.DAMAGED,
              "%s ends in the middle of its compressed part.".formatted(name),
              "Fetch or pack the file again: part of it is missing.",
              null);
      case ZipException _ ->
          new Problem(
              Code.DAMAGED,
              "The compressed part of %s is damaged.".formatted(name),
              "Fetch or pack the file again.",
              null);
      default ->
          new Problem(
              Code.UNREADABLE,
              "%s cannot be read.".formatted(name),
              "Check that it may be read by you and that its disk is sound.",
              null);
    };
  }

  private static LogReadException empty(Path path) {
    return new LogReadException(
        Code.EMPTY,
        "%s is empty.".formatted(path.getFileName()),
        "Export the log again, with its events.");
  }

  private static boolean isGzip(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] magic = in.readNBytes(2);
      return magic.length == 2 && (magic[0] & 0xFF) == 0x1F && (magic[1] & 0xFF) == 0x8B;
    }
  }

  private static Format format(Path path, byte[] head) throws LogReadException {
    if (startsWith(head, "PK")) {
      throw unknown(path, "is a ZIP archive or a spreadsheet", "Unpack it, or save it as CSV.");
    }
    if (startsWith(head, "PAR1")) {
      throw unknown(path, "is a Parquet file", "Export it as CSV.");
    }
    String text = visible(head);
    if (text.startsWith("<")) {
      return Format.XES;
    }
    String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".xes") || name.endsWith(".xes.gz")) {
      throw unknown(path, "is called XES but does not begin with <", "Check what it really holds.");
    }
    if (text.startsWith("{") || text.startsWith("[")) {
      throw unknown(path, "looks like JSON", "Export the log as CSV or XES.");
    }
    return Format.CSV;
  }

  private static LogReadException unknown(Path path, String what, String remedy) {
    return new LogReadException(
        Code.UNKNOWN_FORMAT, "%s %s.".formatted(path.getFileName(), what), remedy);
  }

  private static boolean startsWith(byte[] head, String magic) {
    return head.length >= magic.length()
        && new String(head, 0, magic.length(), StandardCharsets.ISO_8859_1).equals(magic);
  }

  /** The beginning without a byte order mark, zero bytes of wide encodings and white space. */
  private static String visible(byte[] head) {
    var text = new StringBuilder();
    for (byte value : head) {
      int letter = value & 0xFF;
      boolean isMark = letter == 0xEF || letter == 0xBB || letter == 0xBF || letter >= 0xFE;
      if (letter != 0 && !(text.isEmpty() && (isMark || Character.isWhitespace(letter)))) {
        text.append((char) letter);
      }
    }
    return text.toString();
  }
}
