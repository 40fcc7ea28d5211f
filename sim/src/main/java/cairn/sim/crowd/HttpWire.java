package cairn.sim.crowd;

import cairn.blueprint.Question;
import cairn.decision.Response;
import cairn.map.live.Shadow;
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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Travellers who speak HTTP with a running server, through the same intake as everybody else. */
public final class HttpWire implements Wire, AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Map<Response.Kind, String> KINDS =
      Map.of(
          Response.Kind.SHOWN, "shown",
          Response.Kind.CLICKED, "clicked",
          Response.Kind.ACCEPTED, "accepted",
          Response.Kind.NO, "no",
          Response.Kind.NOT_NOW, "notNow",
          Response.Kind.OUTCOME, "outcome",
          Response.Kind.HARM, "harm");

  /** The code of a refusal of an answer to a question that does not run. */
  private static final String ASKED_NO_MORE = "unknown_question";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Map<String, Question.Kind> FORMS =
      Map.of(
          "choice", Question.Kind.CHOICE,
          "text", Question.Kind.TEXT,
          "number", Question.Kind.NUMBER,
          "yesNo", Question.Kind.YES_NO,
          "feeling", Question.Kind.FEELING,
          "effort", Question.Kind.EFFORT);

  /** Requests under way at once: enough that some wait for the disk while others are decided. */
  private static final int AT_ONCE = 24;

  /** How often a busy server is asked again. */
  private static final int TRIES_MAX = 20;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(threads).build();
  private final ExecutorService each =
      Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory());
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

  /**
   * Makes a map from a template, as a user does.
   *
   * @return its id
   */
  public String map(String title, String template) {
    var body = JSON.createObjectNode().put("title", title).put("template", template);
    return post("/v1/boards", body).path("id").asText();
  }

  /** Publishes a map in shadow: it follows people and sends nobody anything. */
  public void shadow(String map) {
    post("/v1/boards/" + map + "/publish", JSON.createObjectNode().put("manner", "shadow"));
  }

  /** Events go in one request; everything else is a request of its own, several at a time. */
  @Override
  public void act(List<Deed> deeds) {
    var events = new ArrayList<Deed.Event>();
    var waiting = new ArrayList<Future<?>>();
    for (var deed : deeds) {
      switch (deed) {
        case Deed.Event e -> events.add(e);
        case Deed.Answer a -> waiting.add(each.submit(() -> answer(a)));
        case Deed.Wish w -> waiting.add(each.submit(() -> wish(w)));
        case Deed.Outcome o -> waiting.add(each.submit(() -> settle(o)));
        case Deed.Visiting v -> waiting.add(each.submit(() -> visit(v)));
        case Deed.Later l -> waiting.add(each.submit(() -> respond(l.reaction(), l.id())));
        case Deed.Allow a -> waiting.add(each.submit(() -> allow(a)));
        case Deed.Limit l -> waiting.add(each.submit(() -> limit(l)));
      }
    }
    if (!events.isEmpty()) {
      send(events);
    }
    for (var one : waiting) {
      finish(one);
    }
  }

  private static void finish(Future<?> one) {
    try {
      one.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a traveller was not understood", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted", e));
    }
  }

  /** Asks what there is for somebody, shows it to them and tells what they did. */
  private void visit(Deed.Visiting visit) {
    var body = JSON.createObjectNode();
    body.put("person", visit.who().id()).put("channel", visit.channel()).put("id", visit.id());
    visit.placements().forEach(body.putArray("placements")::add);
    if (!visit.page().isEmpty()) {
      body.putObject("context").put("page", visit.page());
    }
    var shown = new ArrayList<Shown>();
    for (var item : post("/v1/decisions", body).path("items")) {
      shown.add(shown(item));
    }
    shown.addAll(lying(visit));
    for (var reaction : visit.who().see(visit, shown)) {
      respond(reaction, visit.id());
    }
  }

  /** What a journey's step or an outbound run placed there for them, seen for the first time. */
  private List<Shown> lying(Deed.Visiting visit) {
    var path = "/v1/people/user:" + visit.who().id() + "/items?channel=" + visit.channel();
    var shown = new ArrayList<Shown>();
    for (var placed : get(path).path("items")) {
      if (!placed.path("seen").asBoolean()) {
        shown.add(shown(placed.path("item")));
      }
    }
    return shown;
  }

  private static Shown shown(JsonNode item) {
    return new Shown(
        item.path("token").asText(),
        item.path("action").asText(),
        question(item.at("/content/question")));
  }

  private static @Nullable Question question(JsonNode asked) {
    if (asked.isMissingNode()) {
      return null;
    }
    var choices = new ArrayList<String>();
    asked.path("choices").forEach(choice -> choices.add(choice.asText()));
    var kind = FORMS.getOrDefault(asked.path("kind").asText(), Question.Kind.TEXT);
    return new Question(asked.path("id").asText(), asked.path("text").asText(), kind, choices);
  }

  private void respond(Reaction reaction, String id) {
    var response = reaction.response();
    var body = JSON.createObjectNode();
    body.put("token", reaction.shown().token()).put("id", id);
    body.put("kind", KINDS.get(response.kind()));
    if (response.reason() != null) {
      body.put("reason", response.reason());
    }
    if (response.until() != null) {
      body.put("until", response.until().toString());
    }
    if (response.kind() == Response.Kind.OUTCOME) {
      body.put("value", response.value());
    }
    post("/v1/responses", body);
  }

  private void allow(Deed.Allow deed) {
    var body = JSON.createObjectNode();
    body.put("subject", deed.subject()).put("given", deed.given()).put("source", "their own page");
    post("/v1/people/user:" + deed.who().id() + "/consents", body);
  }

  private void limit(Deed.Limit deed) {
    var body = JSON.createObjectNode();
    body.putArray("caps")
        .addObject()
        .put("contactsMax", deed.contactsMax())
        .put("window", deed.window().toString());
    post("/v1/people/user:" + deed.who().id() + "/limits", body);
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
    try {
      var answer = post("/v1/people/user:" + deed.who().id() + "/answers", body);
      deed.who().hear(standpoints(answer.path("journeys")));
    } catch (UncheckedIOException refused) {
      // Somebody published meanwhile, and nobody asks this any more.
      if (!String.valueOf(refused.getMessage()).contains(ASKED_NO_MORE)) {
        throw refused;
      }
    }
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

  /** Where they stand; nobody knows of a shadow that follows them, or lives by it. */
  private static List<Standpoint> standpoints(JsonNode journeys) {
    var all = new ArrayList<Standpoint>();
    for (var journey : journeys) {
      var id = journey.path("journey").asText();
      if (!Shadow.is(id)) {
        boolean isUnderWay = journey.path("state").asText().equalsIgnoreCase("underWay");
        all.add(new Standpoint(id, journey.path("step").asText(), isUnderWay));
      }
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
        if (answer.statusCode() == 200 || answer.statusCode() == 201) {
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

  /** Says nothing more. */
  @Override
  public void close() {
    each.close();
    client.close();
    threads.close();
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8);
  }
}
