package cairn.insight.log;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Finds out, from all bytes of a text, how its letters are written. Bytes go in piece by piece; a
 * letter may lie across two pieces.
 */
final class EncodingGuess {

  /*
   * UTF-8 gives itself away: outside ASCII nearly no other text happens to follow its rules. So count
   * the letters of several bytes that follow them and the bytes that do not. A text that mixes
   * encodings counts as what most of it is; its other rows are rejected one by one.
   */

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private long letters;
  private long strayBytes;
  private boolean hasPrintableControls;
  private int expected;
  private int lead;
  private int seen;
  private final byte[] head = new byte[4];
  private int headLength;

  void add(byte[] bytes, int length) {
    for (int index = 0; index < length; index++) {
      int value = bytes[index] & 0xFF;
      if (headLength < head.length) {
        head[headLength++] = bytes[index];
      }
      if (expected == 0 && value < 0x80) {
        continue;
      }
      step(value);
    }
  }

  private void step(int value) {
    if (expected > 0) {
      if ((value & 0xC0) == 0x80 && !(seen == 1 && isForbiddenSecond(value))) {
        seen++;
        if (seen == expected) {
          letters++;
          expected = 0;
        }
        return;
      }
      stray(lead);
      expected = 0;
      if (value < 0x80) {
        return;
      }
    }
    int wanted = value >= 0xC2 && value < 0xE0 ? 2 : value >= 0xE0 && value < 0xF0 ? 3 : 4;
    if (value < 0xC2 || value > 0xF4) {
      stray(value);
      return;
    }
    lead = value;
    expected = wanted;
    seen = 1;
  }

  /** Second bytes that would make an overlong letter, a surrogate or one beyond Unicode. */
  private boolean isForbiddenSecond(int value) {
    return (lead == 0xE0 && value < 0xA0)
        || (lead == 0xED && value >= 0xA0)
        || (lead == 0xF0 && value < 0x90)
        || (lead == 0xF4 && value >= 0x90);
  }

  private void stray(int value) {
    strayBytes++;
    hasPrintableControls |= value < 0xA0;
  }

  /** The encoding of what was added. */
  Charset charset() {
    Charset marked = marked();
    if (marked != null) {
      return marked;
    }
    if (strayBytes == 0 || letters >= strayBytes) {
      return StandardCharsets.UTF_8;
    }
    return hasPrintableControls ? WINDOWS_1252 : StandardCharsets.ISO_8859_1;
  }

  /** Whether bytes of two encodings seem to stand side by side. */
  boolean isMixed() {
    return marked() == null && letters > 0 && strayBytes > 0;
  }

  private @Nullable Charset marked() {
    if (headLength >= 3 && value(0) == 0xEF && value(1) == 0xBB && value(2) == 0xBF) {
      return StandardCharsets.UTF_8;
    }
    if (headLength >= 2 && value(0) == 0xFF && value(1) == 0xFE) {
      return StandardCharsets.UTF_16LE;
    }
    return headLength >= 2 && value(0) == 0xFE && value(1) == 0xFF
        ? StandardCharsets.UTF_16BE
        : null;
  }

  private int value(int index) {
    return head[index] & 0xFF;
  }
}
