package cairn.server.command;

import cairn.engine.Command;
import cairn.engine.Envelope;
import cairn.insight.log.ImportCursor;
import cairn.insight.log.PersonRows;
import cairn.person.PersonKey;
import cairn.server.http.Json;
import cairn.server.imports.LogTarget;
import cairn.server.imports.LogValues;
import cairn.value.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings rows to a running server. */
final class ServerTarget implements LogTarget {
  /** How often a busy server is asked again before the import stops. */
  private static final int TRIES_MAX = 300;

  private static final long PAUSE_MILLIS = 1_000;
  private static final PersonKey NO_KEY = new PersonKey(0, 0);

  private final ServerOptions server;
  private final String source;
  private long taken;
  private long repeated;
  private long refused;

  ServerTarget(ServerOptions server, String source) {
    this.server = server;
    this.source = source;
  }

  @Override
  public void accept(List<PersonRows> batch, ImportCursor after)
      throws IOException, InterruptedException {
    var rows = new ArrayList<Map<String, Object>>();
    for (var person : batch) {
      for (var envelope : LogValues.envelopes(source, person, who -> NO_KEY)) {
        rows.add(row(person.person(), envelope));
      }
    }
    var body = Map.of("rows", rows);
    var answer = server.post("/v1/imports", body);
    for (int tries = 0;
        tries < TRIES_MAX && (answer.statusCode() == 429 || answer.statusCode() == 503);
        tries++) {
      Thread.sleep(PAUSE_MILLIS);
      answer = server.post("/v1/imports", body);
    }
    var told = Json.MAPPER.readTree(answer.body());
    if (answer.statusCode() != 200) {
      throw new IOException("the server answers " + told.path("message").asText());
    }
    taken += told.path("taken").asLong();
    repeated += told.path("repeated").asLong();
    refused += told.path("refused").asLong();
  }

  private static Map<String, Object> row(String person, Envelope envelope) {
    var row = new LinkedHashMap<String, Object>();
    row.put("person", person);
    row.put("id", envelope.id());
    row.put("at", envelope.at());
    var values = new LinkedHashMap<String, Object>();
    switch (envelope.command()) {
      case Command.TakeEvent event -> {
        row.put("name", event.name());
        event.properties().forEach((name, value) -> values.put(name, plain(value)));
      }
      case Command.SetAttributes set ->
          set.attributes().forEach((name, value) -> put(values, name, value));
      default -> throw new IllegalStateException("a log gives events and attributes");
    }
    row.put("values", values);
    return row;
  }

  private static void put(Map<String, Object> values, String name, @Nullable Value value) {
    if (value != null) {
      values.put(name, plain(value));
    }
  }

  private static Object plain(Value value) {
    return switch (value) {
      case Value.Flag(var flag) -> flag;
      case Value.Whole(var whole) -> whole;
      case Value.Decimal(var decimal) -> decimal;
      case Value.Text(var text) -> text;
      case Value.Time(var time) -> time.toString();
      case Value.Texts(var texts) -> String.join(", ", texts);
    };
  }

  @Override
  public long taken() {
    return taken;
  }

  @Override
  public long repeated() {
    return repeated;
  }

  @Override
  public long refused() {
    return refused;
  }
}
