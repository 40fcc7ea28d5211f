package cairn.server.command;

import cairn.store.Backup;
import java.io.PrintWriter;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows on standard error how much of something large was copied. */
final class ByteProgress implements Backup.Progress, AutoCloseable {
  private static final int LINE_CHARS_MAX = 100;
  private static final int UPDATE_MILLIS = 500;

  private final PrintWriter err;
  private final String task;
  private @Nullable ProgressBar bar;

  ByteProgress(PrintWriter err, String task) {
    this.err = err;
    this.task = task;
  }

  @Override
  public void copied(long bytes, long of) {
    var now = bar;
    if (now == null) {
      now =
          new ProgressBarBuilder()
              .setTaskName(task)
              .setInitialMax(of)
              .setUnit(" MB", 1 << 20)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(UPDATE_MILLIS)
              .setConsumer(
                  new DelegatingProgressBarConsumer(
                      line -> {
                        err.print("\r" + line);
                        err.flush();
                      },
                      LINE_CHARS_MAX))
              .build();
      bar = now;
    }
    now.maxHint(of);
    now.stepTo(bytes);
  }

  @Override
  public void close() {
    var now = bar;
    if (now != null) {
      now.close();
      err.println();
      bar = null;
    }
  }
}
