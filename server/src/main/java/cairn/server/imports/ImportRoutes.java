package cairn.server.imports;

import cairn.engine.Command;
import cairn.engine.Envelope;
import cairn.engine.Host;
import cairn.log.Entry;
import cairn.person.Identifier;
import cairn.server.http.Access;
import cairn.server.http.Code;
import cairn.server.http.HttpRefusal;
import cairn.server.http.Json;
import cairn.server.http.Reply;
import cairn.server.http.Request;
import cairn.server.http.Route;
import cairn.server.http.Shape;
import cairn.server.intake.PlainValue;
import cairn.value.Value;
import cairn.workspace.account.Role;
import cairn.workspace.key.Scope;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes what an import of an event log brings: time comes from the log, and nothing is sent. */
public final class ImportRoutes {
  /** The largest body, in bytes. */
  static final int BODY_BYTES_MAX = 15 * 1024 * 1024;

  private static final Access IMPORTERS = new Access.Only(Scope.ADMIN, Set.of(Role.OPERATOR));

  private final Host host;

  record RowsBody(List<RowBody> rows) {}

  /** One event, or where it has no name, attributes of the person. */
  record RowBody(
      String person,
      String id,
      Instant at,
      @Nullable String name,
      @Nullable Map<String, JsonNode> values) {}

  record TakenBody(long taken, long repeated, long refused) {}

  public ImportRoutes(Host host) {
    this.host = host;
  }

  public List<Route> routes() {
    return List.of(
        Route.post(
            "/v1/imports",
            IMPORTERS,
            "intake",
            "Takes rows of an event log: time comes from the log, and nothing is sent.",
            Shape.of(RowsBody.class),
            Shape.of(TakenBody.class),
            this::take));
  }

  private Reply take(Request request) throws InterruptedException {
    var body = Json.read(request, BODY_BYTES_MAX, RowsBody.class);
    var rows = body.rows() == null ? List.<RowBody>of() : body.rows();
    var envelopes = new ArrayList<Envelope>(rows.size());
    for (var row : rows) {
      envelopes.add(envelope(row, "rows[" + envelopes.size() + "]"));
    }
    var target = new HostTarget(host, "");
    try {
      target.take(envelopes);
    } catch (IOException e) {
      throw HttpRefusal.later(
          Code.UNAVAILABLE, String.valueOf(e.getMessage()), Duration.ofSeconds(5));
    }
    return Reply.json(new TakenBody(target.taken(), target.repeated(), target.refused()));
  }

  private Envelope envelope(RowBody row, String path) {
    try {
      var who = Identifier.user(row.person());
      var values = new HashMap<String, Value>();
      var given = row.values() == null ? Map.<String, JsonNode>of() : row.values();
      for (var value : given.entrySet()) {
        var node = value.getValue();
        if (node != null && !node.isNull()) {
          values.put(value.getKey(), PlainValue.read(node, path + ".values." + value.getKey()));
        }
      }
      var command =
          row.name() == null
              ? new Command.SetAttributes(new HashMap<String, @Nullable Value>(values))
              : new Command.TakeEvent(row.name(), null, values);
      return new Envelope(host.key(who), who, row.id(), Entry.Origin.IMPORT, row.at(), command);
    } catch (IllegalArgumentException | NullPointerException e) {
      throw HttpRefusal.invalid(path, "A row has person, id, at, name and values in bounds.");
    }
  }
}
