package cairn.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.jackson.JsonFormat;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CloudEvents come in as the SDK writes them. */
class CloudEventsTest {
  @TempDir Path folder;
  private RunningServer server;

  @BeforeEach
  void start() {
    server = new RunningServer(folder);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static CloudEvent event(String id, String type) {
    return event(id, type, OffsetDateTime.parse("2026-01-02T03:04:05Z"));
  }

  private static CloudEvent event(String id, String type, OffsetDateTime time) {
    return CloudEventBuilder.v1()
        .withId(id)
        .withSource(URI.create("urn:homes"))
        .withType(type)
        .withSubject("ada")
        .withTime(time)
        .withData("application/json", "{\"home\":{\"rooms\":3}}".getBytes(StandardCharsets.UTF_8))
        .build();
  }

  @Test
  void binaryAndStructuredAreTheSameEventTakenOnce() {
    var binary = server.request("/v1/cloudevents");
    HttpMessageFactory.createWriter(
            (name, value) -> binary.header(name, value),
            body -> binary.POST(BodyPublishers.ofByteArray(body)))
        .writeBinary(event("1", "looked"));
    var structured = server.request("/v1/cloudevents");
    HttpMessageFactory.createWriter(
            (name, value) -> structured.header(name, value),
            body -> structured.POST(BodyPublishers.ofByteArray(body)))
        .writeStructured(event("1", "looked"), new JsonFormat());

    assertThat(server.send(binary).text()).isEqualTo("{\"accepted\":1,\"duplicates\":0}");
    assertThat(server.send(structured).text()).isEqualTo("{\"accepted\":0,\"duplicates\":1}");
    assertThat(server.get("/v1/people/user:ada/timeline").text())
        .contains("Home rooms: 3")
        .contains("\"at\":\"2026-01-02T03:04:05Z\"");
  }

  @Test
  void aBatchIsTakenTogether() {
    var format = new JsonFormat();
    var body =
        "["
            + new String(
                format.serialize(
                    event("1", "looked", OffsetDateTime.now(ZoneOffset.UTC).plusSeconds(5))),
                StandardCharsets.UTF_8)
            + ","
            + new String(
                format.serialize(
                    event("2", "visit_booked", OffsetDateTime.now(ZoneOffset.UTC).plusSeconds(5))),
                StandardCharsets.UTF_8)
            + "]";

    var answer =
        server.send(
            server
                .request("/v1/cloudevents")
                .header("Content-Type", "application/cloudevents-batch+json; charset=utf-8")
                .POST(BodyPublishers.ofString(body)));

    assertThat(answer.text()).isEqualTo("{\"accepted\":2,\"duplicates\":0}");
    assertThat(
            server.get("/v1/people/user:ada").json().path("journeys").path(0).path("step").asText())
        .isEqualTo("visiting");
  }

  @Test
  void whoeverNamesNobodyOrSendsNoCloudEventIsToldSo() {
    var nobody =
        """
        {"specversion":"1.0","id":"1","source":"urn:homes","type":"looked"}
        """;
    var answer =
        server.send(
            server
                .request("/v1/cloudevents")
                .header("Content-Type", "application/cloudevents+json")
                .POST(BodyPublishers.ofString(nobody)));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("field").asText()).isEqualTo("subject");
    assertThat(server.post("/v1/cloudevents", "{}").status()).isEqualTo(400);
    assertThat(
            server
                .send(
                    server
                        .request("/v1/cloudevents")
                        .header("Content-Type", "application/cloudevents+json")
                        .POST(BodyPublishers.ofString("{")))
                .status())
        .isEqualTo(400);
  }
}
