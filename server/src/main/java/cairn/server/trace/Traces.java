package cairn.server.trace;

import cairn.engine.Host;
import cairn.server.http.Route;
import cairn.server.http.Watcher;
import cairn.store.EmbeddedHost;
import cairn.store.StoreWork;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sends traces: a span for each answered request, named by its route, and for each turn of the
 * engine and each commit. The last two serve many requests at once and so stand beside them, not
 * within. What cannot be sent is dropped; nothing waits for it. Safe for many threads.
 */
public final class Traces implements Watcher, StoreWork, AutoCloseable {
  private static final String NAME = "cairn";
  private static final Duration CLOSING_MAX = Duration.ofSeconds(2);
  private static final int FIRST_FAILURE = 500;

  private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
  private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
  private static final AttributeKey<Long> STATUS =
      AttributeKey.longKey("http.response.status_code");
  private static final AttributeKey<Long> COMMANDS = AttributeKey.longKey("cairn.commands");

  private final SdkTracerProvider provider;
  private final Tracer tracer;
  private final InstantSource clock;
  private final Host host;

  private Traces(SpanExporter exporter, Host host, InstantSource clock) {
    this.provider =
        SdkTracerProvider.builder()
            .setResource(
                Resource.getDefault()
                    .merge(
                        Resource.create(
                            Attributes.of(AttributeKey.stringKey("service.name"), NAME))))
            .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
            .build();
    this.tracer = provider.get(NAME);
    this.clock = clock;
    this.host = host;
    if (host instanceof EmbeddedHost embedded) {
      embedded.watchWork(this);
    }
  }

  /**
   * Begins to send what a host and a server do.
   *
   * @param address where OTLP is taken over HTTP, as {@code http://127.0.0.1:4318/v1/traces}
   */
  public static Traces to(String address, Host host) {
    return new Traces(
        OtlpHttpSpanExporter.builder().setEndpoint(address).build(), host, InstantSource.system());
  }

  @Override
  public void answered(@Nullable Route route, String method, int status, long nanos) {
    var name = route == null ? "unknown" : route.path();
    var span =
        began(route == null ? "request" : method + " " + name, nanos)
            .setSpanKind(SpanKind.SERVER)
            .setAttribute(METHOD, route == null ? "other" : method)
            .setAttribute(ROUTE, name)
            .setAttribute(STATUS, (long) status)
            .startSpan();
    if (status >= FIRST_FAILURE) {
      span.setStatus(StatusCode.ERROR);
    }
    span.end();
  }

  @Override
  public void decided(int commands, long nanos) {
    began("engine turn", nanos).setAttribute(COMMANDS, (long) commands).startSpan().end();
  }

  @Override
  public void synced(long nanos) {
    began("commit", nanos).startSpan().end();
  }

  /** A span that began so long ago and belongs to no other. */
  private SpanBuilder began(String name, long nanosAgo) {
    Instant start = clock.instant().minusNanos(nanosAgo);
    return tracer.spanBuilder(name).setNoParent().setStartTimestamp(start);
  }

  /** Sends what is left, as far as that is possible in a moment. */
  @Override
  public void close() {
    if (host instanceof EmbeddedHost embedded) {
      embedded.watchWork(StoreWork.UNWATCHED);
    }
    var _ = provider.shutdown().join(CLOSING_MAX.toMillis(), TimeUnit.MILLISECONDS);
  }
}
