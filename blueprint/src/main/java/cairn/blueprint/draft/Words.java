package cairn.blueprint.draft;

import java.time.Duration;

/** Names, texts and times cut to what files hold. */
final class Words {
  static final int NAME_MAX = 200;
  static final int DESCRIPTION_MAX = 2_000;
  static final int PURPOSE_MAX = 500;
  static final int ID_MAX = 64;

  private Words() {}

  static String cut(String text, int lengthMax) {
    return text.length() <= lengthMax ? text : text.substring(0, lengthMax - 3) + "...";
  }

  static String named(String name, String otherwise) {
    return name.isEmpty() ? otherwise : cut(name, NAME_MAX);
  }

  /** An id within a blueprint of something that belongs to one step of one journey. */
  static String id(String journey, String step) {
    String whole = journey + "-" + step;
    if (whole.length() <= ID_MAX) {
      return whole;
    }
    String apart = Integer.toHexString(whole.hashCode());
    return whole.substring(0, ID_MAX - apart.length() - 1) + "-" + apart;
  }

  /** A duration as files write it, such as 1d12h; at least a second. */
  static String span(Duration duration) {
    var text = new StringBuilder();
    if (duration.toDays() > 0) {
      text.append(duration.toDays()).append('d');
    }
    if (duration.toHoursPart() > 0) {
      text.append(duration.toHoursPart()).append('h');
    }
    if (duration.toMinutesPart() > 0) {
      text.append(duration.toMinutesPart()).append('m');
    }
    if (duration.toSecondsPart() > 0 || text.isEmpty()) {
      text.append(Math.max(1, duration.toSecondsPart())).append('s');
    }
    return text.toString();
  }
}
