package cairn.sim.crowd;

import cairn.value.Value;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/** Travellers who speak HTTP with a running server, through the same intake as everybody else. */
public final class HttpWire implements Wire {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Requests under way at once. */
  private static final int AT_ONCE = 8;

  /** How often a busy server is asked again. */
  private static final int TRIES_MAX = 20;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI server;

  public HttpWire(String server) {
    this.server = URI.create(server);
  }

  @Override
  public void introduce(List<Traveller> people) {
    var body = JSON.createObjectNode();
    var batch = body.putArray("batch");
    for (var who : people) {
      var item = batch.addObject();
      item.put("type", "identify").put("userId", who.id()).put("messageId", who.id() + "-0");
      write(item.putObject("traits"), who.profile());
    }
    post("/v1/batch", body);
  }

  /** Events go in one request; answers and outcomes are a request each, several at a time. */
  @Override
  public void act(List<Deed> deeds) {
    var events = new ArrayList<Deed.Event>();
    try (var each = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      for (var deed : deeds) {
        switch (deed) {
          case Deed.Event e -> events.add(e);
          case Deed.Answer a -> each.execute(() -> answer(a));
          case Deed.Wish w -> each.execute(() -> wish(w));
          case Deed.Outcome o -> each.execute(() -> settle(o));
        }
      }
    }
    if (!events.isEmpty()) {
      send(events);
    }
  }

  private void send(List<Deed.Event> deeds) {
    var body = JSON.createObjectNode();
    ArrayNode events = body.putArray("events");
    var byId = new HashMap<String, Traveller>();
    for (var deed : deeds) {
      byId.put(deed.id(), deed.who());
      var event = events.addObject();
      event.put("person", deed.who().id()).put("name", deed.name()).put("id", deed.id());
      event.put("at", deed.at().toString()).put("channel", deed.channel());
      write(event.putObject("properties"), deed.properties());
    }
    for (var result : post("/v1/events?results=true", body).path("results")) {
      var who = byId.get(result.path("id").asText());
      if (who != null) {
        who.hear(standpoints(result.path("journeys")));
      }
    }
  }

  private void answer(Deed.Answer deed) {
    var body = JSON.createObjectNode();
    body.put("question", deed.question()).put("id", deed.id()).put("at", deed.at().toString());
    write(body, Map.of("answer", deed.value()));
    var answer = post("/v1/people/user:" + deed.who().id() + "/answers", body);
    deed.who().hear(standpoints(answer.path("journeys")));
  }

  private void wish(Deed.Wish deed) {
    var body = JSON.createObjectNode().put("text", deed.text()).put("kind", deed.kind());
    post("/v1/people/user:" + deed.who().id() + "/purposes", body);
  }

  private void settle(Deed.Outcome deed) {
    var person = "/v1/people/user:" + deed.who().id();
    for (var task : get(person + "/tasks").path("tasks")) {
      if (task.path("queue").asText().equals(deed.queue())) {
        var body = JSON.createObjectNode().put("outcome", deed.outcome());
        var path = person + "/tasks/" + task.path("effect").asText() + "/settle";
        deed.who().hear(standpoints(post(path, body).path("journeys")));
        return;
      }
    }
  }

  private static List<Standpoint> standpoints(JsonNode journeys) {
    var all = new ArrayList<Standpoint>();
    for (var journey : journeys) {
      all.add(
          new Standpoint(
              journey.path("journey").asText(),
              journey.path("step").asText(),
              journey.path("state").asText().equalsIgnoreCase("underWay")));
    }
    return all;
  }

  private static void write(ObjectNode into, Map<String, Value> values) {
    values.forEach((name, value) -> {
      switch (value) {
        case Value.Flag v -> into.put(name, v.value());
        case Value.Whole v -> into.put(name, v.value());
        case Value.Decimal v -> into.put(name, v.value());
        case Value.Text v -> into.put(name, v.value());
        case Value.Time v -> into.put(name, v.value().toString());
        case Value.Texts v -> {
          var array = into.putArray(name);
          v.value().forEach(array::add);
        }
      }
    });
  }

  private JsonNode get(String path) {
    return exchange(HttpRequest.newBuilder(server.resolve(path)).GET());
  }

  private JsonNode post(String path, JsonNode body) {
    return exchange(
        HttpRequest.newBuilder(server.resolve(path))
            .header("Content-Type", "application/json")
            .header("X-Cairn", "1")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  private JsonNode exchange(HttpRequest.Builder asking) {
    var request = asking.timeout(PATIENCE).build();
    try {
      for (int tries = 1; ; tries++) {
        var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() == 200) {
          return JSON.readTree(answer.body());
        }
        boolean busy = answer.statusCode() == 429 || answer.statusCode() == 503;
        if (!busy || tries == TRIES_MAX) {
          throw new IOException(
              request.uri().getPath() + " answered " + answer.statusCode() + ": " + text(answer));
        }
        Thread.sleep(250);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted", e));
    }
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8);
  }
}
