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
}
