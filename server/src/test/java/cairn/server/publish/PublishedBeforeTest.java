package cairn.server.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.blueprint.file.Bundle;
import cairn.rule.Schema;
import cairn.server.Installation;
import cairn.server.Remote;
import cairn.server.Settings;
import cairn.server.http.Json;
import cairn.value.ValueType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A store whose control log holds versions that a check refuses now, as an edition without that
 * check left it: their lines are written past the publisher, and the store is opened again.
 */
final class PublishedBeforeTest {
  private static final String JOURNEY =
      """
      id: j
      name: J
      purpose: Try
      stages: {one: {name: One}}
      begins: [{on: Go, at: by-age}]
      steps:
        by-age: {stage: one, name: By age, split: [{when: person.age > 3, then: wait}], otherwise: wait}
        wait: {stage: one, name: Wait, waitFor: [{on: Refused, then: "no"}]}
        "no": {name: "No", end: declined}
      """;

  private static final Schema SCHEMA =
      new Schema(List.of(new Schema.Attribute(0, "age", ValueType.WHOLE, "", false, false, true)));

  @TempDir private Path folder;

  private Settings settings() {
    return Settings.DEFAULTS.with(Map.of("port", "0", "store", folder.toString()));
  }

  private Installation open() {
    return Installation.open(settings(), InstantSource.system());
  }

  private static Bundle files(String name) {
    return Bundle.of(
        Map.of(
            "blueprint.yaml",
            "{id: b, name: " + name + "}",
            "profile.yaml",
            "attributes: {age: whole}",
            "journeys/j.yaml",
            JOURNEY));
  }

  /** Writes down versions that follow each other, the attributes as they were given out. */
  private void leave(Bundle... versions) {
    try (var installation = open()) {
      int number = 1;
      for (var files : versions) {
        installation
            .host()
            .control()
            .append(
                Publisher.BLUEPRINT,
                Json.bytes(
                    new PublishedFiles(
                        number++,
                        "somebody",
                        files.digest(),
                        PublishedFiles.AttributePart.of(SCHEMA),
                        files.files())));
      }
    }
  }

  @Test
  void whatIsPublishedRunsOnAndIsNotPublishedAnew() throws IOException {
    leave(files("First"), files("Second"));

    try (var installation = open();
        var server = installation.serve()) {
      var remote = new Remote(server.url());
      var go =
          """
          {"person": "ada", "name": "Go", "id": "1"}
          """;
      assertThat(remote.post("/v1/events", go).status()).isEqualTo(200);
      var journey = remote.get("/v1/people/user:ada").json().path("journeys").path(0);
      assertThat(journey.path("step").asText()).isEqualTo("wait");
      assertThat(installation.published().blueprint(1)).as("for people on it").isNotNull();

      var publisher = installation.publisher();
      assertThat(publisher.check(files("Second")))
          .singleElement()
          .asString()
          .contains("no person can be reached");
      assertThat(publisher.publish(files("First"), "somebody"))
          .isInstanceOf(Publisher.Outcome.Refused.class);
      assertThat(publisher.current().map(Publisher.Current::version)).contains(2);
    }
  }

  @Test
  void whatCannotRunAtAllStillKeepsTheServerFromStarting() {
    leave(files("First").with("journeys/j.yaml", JOURNEY.replace("then: wait", "then: wiat")));

    assertThatThrownBy(this::open)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no longer compiles");
  }
}
