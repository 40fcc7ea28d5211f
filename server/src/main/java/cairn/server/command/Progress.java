package cairn.server.command;

import cairn.insight.log.ImportListener;
import cairn.insight.log.ImportProgress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows on standard error how an import is coming along, one bar for each of its phases. */
final class Progress implements ImportListener, AutoCloseable {
  private static final int LINE_CHARS_MAX = 100;

  private final PrintWriter err;
  private ImportProgress.@Nullable Phase phase;
  private @Nullable ProgressBar bar;

  Progress(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void onProgress(ImportProgress progress) {
    var now = bar;
    if (now == null || progress.phase() != phase) {
      close();
      phase = progress.phase();
      now = begin(progress);
      bar = now;
    }
    now.stepTo(progress.done());
    now.setExtraMessage(
        String.format(
            Locale.ROOT, " %,d rows, %,.0f/s", progress.rows(), progress.rowsPerSecond()));
  }

  private ProgressBar begin(ImportProgress progress) {
    var what =
        switch (progress.phase()) {
          case INSPECTING -> "Looking";
          case READING -> "Reading";
          case DELIVERING -> "Bringing in";
        };
    return new ProgressBarBuilder()
        .setTaskName(what)
        .setInitialMax(progress.total())
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis((int) Duration.ofMillis(500).toMillis())
        .setConsumer(
            new DelegatingProgressBarConsumer(
                line -> {
                  err.print("\r" + line);
                  err.flush();
                },
                LINE_CHARS_MAX))
        .build();
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
