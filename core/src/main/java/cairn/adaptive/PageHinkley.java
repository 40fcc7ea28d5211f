package cairn.adaptive;

/**
 * An alarm for a rising mean (Page 1954, Hinkley 1971): sums how far each value lies above the mean
 * so far plus a tolerance, and rings when that sum has climbed beyond a threshold from its lowest
 * point. After ringing it starts anew. Owned by one trainer.
 */
public final class PageHinkley {
  private final double tolerance;
  private final double threshold;
  private long count;
  private double mean;
  private double sum;
  private double lowest;

  /** An alarm with this tolerance and threshold, both in the unit of the values. */
  public PageHinkley(double tolerance, double threshold) {
    this.tolerance = tolerance;
    this.threshold = threshold;
  }

  /** Takes one value and answers whether the alarm rings. */
  public boolean rings(double value) {
    count++;
    mean += (value - mean) / count;
    sum += value - mean - tolerance;
    lowest = Math.min(lowest, sum);
    if (sum - lowest <= threshold) {
      return false;
    }
    count = 0;
    mean = 0;
    sum = 0;
    lowest = 0;
    return true;
  }

  void write(ByteSink sink) {
    sink.float64(tolerance);
    sink.float64(threshold);
    sink.count(count);
    sink.float64(mean);
    sink.float64(sum);
    sink.float64(lowest);
  }

  static PageHinkley read(ByteSource source) {
    PageHinkley alarm = new PageHinkley(source.float64(), source.float64());
    alarm.count = source.longCount();
    alarm.mean = source.float64();
    alarm.sum = source.float64();
    alarm.lowest = source.float64();
    return alarm;
  }
}
