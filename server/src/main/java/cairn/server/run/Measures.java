package cairn.server.run;

import cairn.engine.Host;
import cairn.server.channel.Dispatcher;
import cairn.server.http.Route;
import cairn.server.http.Watcher;
import cairn.server.intake.Intake;
import cairn.server.live.Tailer;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What the server measures of itself, for Prometheus. Labels name routes, never addresses. */
public final class Measures implements Watcher, AutoCloseable {
  private static final System.Logger ACCESS = System.getLogger("cairn.access");

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Map<String, Timer> timers = new ConcurrentHashMap<>();
  private final JvmGcMetrics gc = new JvmGcMetrics();
  private final boolean accessLog;

  /**
   * Measures over nothing yet.
   *
   * @param accessLog whether each answer makes a line: method, route, status, time
   */
  public Measures(boolean accessLog) {
    this.accessLog = accessLog;
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    gc.bindTo(registry);
  }

  /** Measures the parts that are running. */
  public void watch(Host host, Intake intake, Tailer live, Dispatcher dispatcher) {
    counter("cairn.events.taken", "Events taken", intake, Intake::taken);
    counter("cairn.events.repeated", "Events that had been taken before", intake, Intake::repeated);
    counter("cairn.commands.refused", "Commands that the rules refused", intake, Intake::refused);
    counter("cairn.feed.read", "Log entries that the projections read", live, Tailer::read);
    counter("cairn.effects.delivered", "Effects delivered", dispatcher, Dispatcher::delivered);
    counter("cairn.effects.failed", "Effects that failed for good", dispatcher, Dispatcher::failed);
    counter("cairn.effects.withheld", "Effects held back", dispatcher, Dispatcher::withheld);
    Gauge.builder("cairn.people", host, Host::people).description("Open people").register(registry);
  }

  private <T> void counter(
      String name, String description, T of, java.util.function.ToDoubleFunction<T> value) {
    FunctionCounter.builder(name, of, value).description(description).register(registry);
  }

  @Override
  public void answered(@Nullable Route route, String method, int status, long nanos) {
    var path = route == null ? "other" : route.path();
    timers
        .computeIfAbsent(
            method.length() + path + status,
            any ->
                Timer.builder("cairn.http.requests")
                    .description("Requests answered")
                    .tag("method", route == null ? "any" : route.method().name())
                    .tag("route", path)
                    .tag("status", Integer.toString(status))
                    .publishPercentiles(0.5, 0.99)
                    .register(registry))
        .record(nanos, TimeUnit.NANOSECONDS);
    if (accessLog) {
      ACCESS.log(
          Level.INFO,
          (route == null ? "-" : route.method() + " " + path)
              + " "
              + status
              + " "
              + nanos / 1_000
              + "us");
    }
  }

  /** The measures in Prometheus's text form. */
  public String text() {
    return registry.scrape();
  }

  @Override
  public void close() {
    gc.close();
    registry.close();
  }
}
