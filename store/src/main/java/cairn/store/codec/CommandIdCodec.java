package cairn.store.codec;

/** Command ids: a UUID in its usual form as 16 bytes behind the number 0, others as text. */
final class CommandIdCodec {
  private static final int UUID_CHARS = 36;
  private static final String DIGITS = "0123456789abcdef";

  private CommandIdCodec() {}

  static void write(Out out, String id) {
    if (!isUuid(id)) {
      out.text(id);
      return;
    }
    out.u8(0);
    int half = -1;
    for (int i = 0; i < UUID_CHARS; i++) {
      char c = id.charAt(i);
      if (c != '-') {
        int digit = Character.digit(c, 16);
        if (half < 0) {
          half = digit;
        } else {
          out.u8((half << 4) | digit);
          half = -1;
        }
      }
    }
  }

  static String read(In in) {
    var text = in.text();
    if (!text.isEmpty()) {
      return text;
    }
    var id = new StringBuilder(UUID_CHARS);
    for (int i = 0; i < 16; i++) {
      if (i == 4 || i == 6 || i == 8 || i == 10) {
        id.append('-');
      }
      int octet = in.u8();
      id.append(DIGITS.charAt(octet >> 4)).append(DIGITS.charAt(octet & 0xf));
    }
    return id.toString();
  }

  private static boolean isUuid(String id) {
    if (id.length() != UUID_CHARS) {
      return false;
    }
    for (int i = 0; i < UUID_CHARS; i++) {
      char c = id.charAt(i);
      boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
      boolean fits = dash ? (c == '-') : (DIGITS.indexOf(c) >= 0);
      if (!fits) {
        return false;
      }
    }
    return true;
  }
}
