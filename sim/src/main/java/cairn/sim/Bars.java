package cairn.sim;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress bars on standard error. */
final class Bars {
  private static final int UPDATE_MILLIS = 500;

  private Bars() {}

  static ProgressBar of(String task, long parts) {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setInitialMax(parts)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(UPDATE_MILLIS)
        .setConsumer(new ConsoleProgressBarConsumer(System.err))
        .build();
  }
}
