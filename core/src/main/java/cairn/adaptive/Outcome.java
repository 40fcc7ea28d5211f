package cairn.adaptive;

/** What a model learns from a response. */
public enum Outcome {
  /** What the action hoped for happened. */
  WANTED,
  /** The person said no: information, and no wanted outcome. */
  NO,
  /** The person said not now. */
  NOT_NOW,
  /** Nothing happened while the window was open. */
  NONE;

  /** 1 for the wanted outcome, 0 for every other. */
  public double target() {
    return this == WANTED ? 1 : 0;
  }

  boolean isRefusal() {
    return this == NO || this == NOT_NOW;
  }

  /** The number that stands for it in stored bytes, never reused; 0 stands for none. */
  int code() {
    return switch (this) {
      case WANTED -> 1;
      case NO -> 2;
      case NOT_NOW -> 3;
      case NONE -> 4;
    };
  }

  static Outcome ofCode(int code) {
    return switch (code) {
      case 1 -> WANTED;
      case 2 -> NO;
      case 3 -> NOT_NOW;
      case 4 -> NONE;
      default -> throw new IllegalArgumentException("unknown outcome: " + code);
    };
  }
}
