package cairn.server.live;

import java.time.Instant;

/** Counts by minute over the last hour. It belongs to whoever holds the lock around it. */
final class MinuteWindow {
  static final int MINUTES = 60;

  private final int[] byMinute = new int[MINUTES];
  private long newest = Long.MIN_VALUE / 2;

  /** Counts something that happened at a time; older than an hour counts nothing. */
  void add(Instant at) {
    long minute = Math.floorDiv(at.getEpochSecond(), 60);
    forward(minute);
    if (minute > newest - MINUTES) {
      byMinute[Math.floorMod(minute, MINUTES)]++;
    }
  }

  /** The count of the hour that ends now. */
  int sum(Instant now) {
    forward(Math.floorDiv(now.getEpochSecond(), 60));
    int sum = 0;
    for (int count : byMinute) {
      sum += count;
    }
    return sum;
  }

  private void forward(long minute) {
    if (minute <= newest) {
      return;
    }
    for (long m = Math.max(newest + 1, minute - MINUTES + 1); m <= minute; m++) {
      byMinute[Math.floorMod(m, MINUTES)] = 0;
    }
    newest = minute;
  }
}
