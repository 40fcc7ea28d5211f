package cairn.map;

/** Where a number comes from; shown beside it wherever it is shown. */
public enum NumberSource {
  /** Counted or computed from real journeys. */
  MEASURED,
  /** The room voted or agreed on it. */
  VOTED,
  /** Somebody assumed it, and said so. */
  ASSUMED
}
