package cairn.map;

/** How a journey ends at a step; a declined journey is an ending like any other. */
public enum EndingKind {
  /** It does not end here. */
  NONE,
  ACHIEVED,
  DECLINED,
  CHANGED_PURPOSE,
  LEFT,
  TIMED_OUT
}
