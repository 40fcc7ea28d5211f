package cairn.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a journey sends arrives, once, and nothing arrives after a no. */
class ChannelsTest {
  private static final String ADA = "/v1/people/user:ada";

  @TempDir Path folder;
  private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private final List<String> hooks = new CopyOnWriteArrayList<>();
  private final AtomicInteger hookStatus = new AtomicInteger(200);
  private HttpServer hook;
  private RunningServer server;

  @BeforeEach
  void start() throws IOException {
    mail.start();
    hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    hook.createContext(
        "/",
        exchange -> {
          var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          hooks.add(exchange.getRequestHeaders().getFirst("Idempotency-Key") + " " + body);
          exchange.sendResponseHeaders(hookStatus.get(), -1);
          exchange.close();
        });
    hook.start();
    server =
        new RunningServer(
            folder,
            Map.of(
                "mailHost",
                "127.0.0.1",
                "mailPort",
                Integer.toString(mail.getSmtp().getPort()),
                "mailFrom",
                "homes@example.org",
                "webhook.valuer",
                "http://127.0.0.1:" + hook.getAddress().getPort() + "/in"));
  }

  @AfterEach
  void stop() {
    server.close();
    mail.stop();
    hook.stop(0);
  }

  private void meetAda() {
    server.post(
        "/v1/identify",
        "{\"userId\":\"ada\",\"traits\":{\"name\":\"Ada\",\"email\":\"ada@example.org\"}}");
    server.post("/v1/events", "{\"person\":\"ada\",\"name\":\"looked\"}");
  }

  @Test
  void aMessageArrivesWithThePersonsNameInItAndIsSettled() throws MessagingException, IOException {
    meetAda();
    server.post("/v1/events", "{\"person\":\"ada\",\"name\":\"visit_booked\"}");

    RunningServer.await("the mail arrives", () -> mail.getReceivedMessages().length == 1);
    var message = mail.getReceivedMessages()[0];
    assertThat(message.getSubject()).isEqualTo("Thank you, Ada");
    assertThat(message.getContent().toString()).startsWith("We look forward to seeing you, Ada.");
    assertThat(message.getFrom()[0]).hasToString("homes@example.org");
    RunningServer.await(
        "it is settled", () -> server.get(ADA + "/timeline").text().contains("It was sent"));
    assertThat(server.get(ADA).json().path("interactions").path(0).path("channel").asText())
        .isEqualTo("mail");
  }

  @Test
  void nothingLeavesAfterAnObjection() {
    meetAda();
    server.post(ADA + "/objections", "{\"scope\":\"channel\",\"subject\":\"mail\"}");
    server.post("/v1/events", "{\"person\":\"ada\",\"name\":\"visit_booked\"}");

    RunningServer.await(
        "it is held back",
        () ->
            server
                .get(ADA + "/timeline")
                .text()
                .contains("We did not write to you: you objected."));
    assertThat(mail.getReceivedMessages()).isEmpty();
  }

  @Test
  void whoHasNoAddressIsNotWrittenTo() {
    server.post(
        "/v1/events",
        "{\"events\":[{\"person\":\"bo\",\"name\":\"looked\"},"
            + "{\"person\":\"bo\",\"name\":\"visit_booked\"}]}");

    RunningServer.await(
        "it is held back",
        () ->
            server
                .get("/v1/people/user:bo/timeline")
                .text()
                .contains("we have no address for it."));
  }

  @Test
  void aTaskWaitsForAColleagueAndItsOutcomeMovesTheJourney() {
    meetAda();
    server.post("/v1/events", "{\"person\":\"ada\",\"name\":\"visit_booked\"}");
    server.post("/v1/events", "{\"person\":\"ada\",\"name\":\"advice_wanted\"}");
    RunningServer.await(
        "the task lies on the desk",
        () -> server.get("/v1/tasks?queue=advice").json().path("tasks").size() == 1);
    var task = server.get("/v1/tasks").json().path("tasks").path(0);
    assertThat(task.path("team").asText()).isEqualTo("Home team");
    assertThat(task.path("personName").asText()).isEqualTo("Ada");
    assertThat(task.path("outcomes").toString()).isEqualTo("[\"helped\"]");

    var settle =
        "/v1/people/"
            + task.path("person").asText()
            + "/tasks/"
            + task.path("task").asText()
            + "/settle";

    server.post(settle, "{\"outcome\":\"helped\"}");

    assertThat(server.get(ADA).json().path("journeys").path(0).path("step").asText())
        .isEqualTo("visiting");
    RunningServer.await(
        "the desk is empty", () -> server.get("/v1/tasks").json().path("tasks").size() == 0);
  }

  @Test
  void anotherSystemIsToldOnceUnderItsKey() {
    meetAda();
    server.post("/v1/events", "{\"person\":\"ada\",\"name\":\"visit_booked\"}");
    server.post("/v1/events", "{\"person\":\"ada\",\"name\":\"valued\"}");

    RunningServer.await("the hook is called", () -> hooks.size() == 1);
    assertThat(hooks.getFirst()).contains("\"channel\":\"valuer\"").contains("\"journey\":");
    RunningServer.await(
        "it is settled",
        () -> server.get(ADA + "/timeline").text().contains("The other system answered 200"));
    assertThat(hooks).hasSize(1);
  }

  @Test
  void aHookThatRefusesIsNotAskedAgain() {
    hookStatus.set(400);
    meetAda();
    server.post("/v1/events", "{\"person\":\"ada\",\"name\":\"visit_booked\"}");
    server.post("/v1/events", "{\"person\":\"ada\",\"name\":\"valued\"}");

    RunningServer.await(
        "it failed",
        () ->
            server
                .get(ADA + "/timeline")
                .text()
                .contains("\"title\":\"This could not be delivered\",\"detail\":\"answered 400\""));
    assertThat(server.get("/metrics").text()).contains("cairn_effects_failed_total 1.0");
  }
}
