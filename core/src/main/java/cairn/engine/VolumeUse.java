package cairn.engine;

/**
 * What is gone of a limit across people in one period.
 *
 * @param period counted from the epoch in lengths of the limit's period
 * @param leased units that shards hold or have taken; nobody else can take them
 * @param taken of which decisions took
 */
public record VolumeUse(String limit, long period, int leased, int taken) {
  public VolumeUse {
    if (taken < 0 || leased < taken) {
      throw new IllegalArgumentException("what is taken was leased");
    }
  }
}
