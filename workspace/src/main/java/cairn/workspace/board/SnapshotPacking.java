package cairn.workspace.board;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Packs a board's state by gzip: JSON of many alike notes shrinks to about a tenth. */
final class SnapshotPacking {
  /** Bytes of one unpacked state; a board's own bounds keep it far below. */
  static final int STATE_MAX = 64 << 20;

  private SnapshotPacking() {}

  static byte[] pack(String state) {
    var bytes = state.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > STATE_MAX) {
      throw new IllegalArgumentException("A board's state has at most " + STATE_MAX + " bytes.");
    }
    var packed = new ByteArrayOutputStream(bytes.length / 8 + 64);
    try (var zip = new GZIPOutputStream(packed)) {
      zip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("Memory took no bytes.", e);
    }
    return packed.toByteArray();
  }

  static String unpack(byte[] packed) {
    try (var zip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return new String(zip.readNBytes(STATE_MAX), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("A stored board state is damaged; restore a backup.", e);
    }
  }
}
