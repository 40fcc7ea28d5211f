package cairn.bench.journey;

/**
 * What one engine took for each step of the scenario.
 *
 * @param start from the event until the journey waits
 * @param wake from the event waited for until the journey is over
 * @param timer from the due timer until the journey is over
 */
record Costs(Cost start, Cost wake, Cost timer) {
  /**
   * One kind of step.
   *
   * @param cpuMillis of the whole process, for one journey
   * @param perSecond by the wall's clock
   */
  record Cost(double cpuMillis, double perSecond) {
    static Cost of(long count, double cpuSeconds, double seconds) {
      return new Cost(1_000 * cpuSeconds / count, count / seconds);
    }
  }
}
