package cairn.server.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cairn.blueprint.file.Bundle;
import cairn.engine.Command;
import cairn.engine.Envelope;
import cairn.engine.Priority;
import cairn.log.Entry;
import cairn.person.Identifier;
import cairn.person.Journey;
import cairn.person.PersonState;
import cairn.server.MemoryHost;
import cairn.server.MemoryJournal;
import cairn.server.publish.Published;
import cairn.server.publish.Publisher;
import cairn.value.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everybody is reached when their hour comes, in their own time zone, and once. */
final class RoundsTest {
  private static final String WAITING =
      """
      steps:
        read: {stage: one, name: Read, waitFor: [{on: Read, then: done}]}
        done: {stage: one, name: Done, end: achieved}
        "no": {stage: one, name: "No", end: declined}
      """;

  private static final String LETTER =
      """
      id: letter
      name: A letter
      purpose: Hear once a week
      stages: {one: {name: One}}
      begins: [{every: {time: "09:00", days: [monday]}, when: person.wants, at: read}]
      again: {after: 1h}
      exits: [{on: Enough, to: "no"}]
      """;

  /** A Monday, the moment before nine in Berlin. */
  private static final Instant BEFORE = Instant.parse("2026-03-02T07:59:00Z");

  @TempDir Path folder;
  private final Published published = new Published();
  private final MemoryJournal journal = new MemoryJournal();
  private final Publisher publisher = Publisher.open(journal, published);
  private Instant now = BEFORE;
  private final MemoryHost host = new MemoryHost(published::running, () -> now);
  private int commands;

  @BeforeEach
  void publish() {
    journal.setNow(Instant.parse("2026-02-01T00:00:00Z"));
    publish(LETTER + WAITING, "");
    meet("ada", "Europe/Berlin", true);
    meet("bo", "America/New_York", true);
    meet("cy", "Europe/Berlin", false);
  }

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void aScheduleBeginsAJourneyForWhomItsRuleHoldsAtTheirOwnHour() throws InterruptedException {
    var rounds = rounds();

    upTo(rounds, BEFORE.plusSeconds(59));
    assertThat(journeys("ada")).isZero();
    upTo(rounds, BEFORE.plusSeconds(60));
    assertThat(journeys("ada")).isEqualTo(1);
    assertThat(person("ada").journeys().getFirst().begunAt())
        .isEqualTo(Instant.parse("2026-03-02T08:00:00Z"));
    assertThat(journeys("bo")).isZero();
    assertThat(journeys("cy")).isZero();

    upTo(rounds, Instant.parse("2026-03-02T14:00:30Z"));
    assertThat(journeys("bo")).isEqualTo(1);
    assertThat(journeys("ada")).isEqualTo(1);
  }

  @Test
  void whatWasServedIsNotServedAgainAfterARestart() throws InterruptedException {
    upTo(rounds(), BEFORE.plusSeconds(60));
    tell("ada", new Command.TakeEvent("Read", null, Map.of()), now.plusSeconds(10));

    now = BEFORE.plus(Duration.ofHours(3));
    upTo(rounds(), now);

    assertThat(journeys("ada")).isEqualTo(1);
  }

  @Test
  void aRoundThatIsGoneAgainReachesNobodyTwice() throws InterruptedException {
    upTo(rounds(), BEFORE.plusSeconds(60));
    tell("ada", new Command.TakeEvent("Read", null, Map.of()), now.plusSeconds(10));

    now = BEFORE;
    var again = Rounds.ready(host, published, Optional.of(publisher), () -> now, file("lost"));
    upTo(again, BEFORE.plus(Duration.ofHours(3)));

    assertThat(journeys("ada")).isEqualTo(1);
  }

  @Test
  void whoWasNotReachedWhenARoundBrokeOffIsReachedAfterARestart() throws InterruptedException {
    for (int i = 0; i < 200; i++) {
      meet("reader-" + i, "Europe/Berlin", true);
    }
    var closing = rounds();
    upTo(closing, BEFORE);

    Thread.currentThread().interrupt();
    assertThatExceptionOfType(InterruptedException.class)
        .isThrownBy(() -> upTo(closing, BEFORE.plusSeconds(60)));
    upTo(rounds(), BEFORE.plusSeconds(120));

    for (int i = 0; i < 200; i++) {
      assertThat(journeys("reader-" + i)).isEqualTo(1);
    }
  }

  @Test
  void anHourMissedIsMadeUpForADayAndNoLonger() throws InterruptedException {
    var rounds = rounds();
    upTo(rounds, BEFORE.plus(Duration.ofHours(20)));
    assertThat(journeys("ada")).isEqualTo(1);

    now = BEFORE;
    var stopped = Rounds.ready(host, published, Optional.of(publisher), () -> now, file("other"));
    meet("di", "Europe/Berlin", true);
    upTo(stopped, BEFORE.plus(Duration.ofHours(30)));

    assertThat(journeys("di")).isZero();
  }

  @Test
  void whatIsPublishedLaterInTheDayWaitsForItsHour() throws InterruptedException {
    journal.setNow(BEFORE.minus(Duration.ofDays(2)));
    publish(LETTER.replace("[monday]", "[sunday]") + WAITING, "");
    var rounds = rounds();
    journal.setNow(BEFORE.plus(Duration.ofHours(2)));
    publish(LETTER.replace("[monday]", "[monday, tuesday]") + WAITING, "");

    upTo(rounds, BEFORE.plus(Duration.ofHours(3)));
    assertThat(journeys("ada")).isZero();
    upTo(rounds, BEFORE.plus(Duration.ofHours(24)).plusSeconds(60));

    assertThat(journeys("ada")).isEqualTo(1);
  }

  @Test
  void aPublicationBetweenAnHourAndItsBeingServedDropsNobody() throws InterruptedException {
    var rounds = rounds();
    upTo(rounds, BEFORE);
    journal.setNow(BEFORE.plusSeconds(65));
    publish(LETTER + WAITING + "description: Another\n", "");
    journal.setNow(BEFORE.plusSeconds(66));
    publish(LETTER.replace("[monday]", "[friday]") + WAITING, "");

    upTo(rounds, BEFORE.plusSeconds(67));

    assertThat(journeys("ada")).isEqualTo(1);
  }

  @Test
  void whomNothingCanBeToldIsLeftOutAndNobodyElse() throws InterruptedException {
    meet("di", "Europe/Berlin", true);
    host.faulty(host.key(Identifier.user("ada")));
    var rounds = rounds();

    upTo(rounds, BEFORE.plusSeconds(60));

    assertThat(journeys("ada")).isZero();
    assertThat(journeys("di")).isEqualTo(1);
    upTo(rounds(), BEFORE.plusSeconds(120));
    assertThat(journeys("di")).isEqualTo(1);
  }

  @Test
  void whereNothingIsTakenAtAllTheRoundIsGoneAgain() throws InterruptedException {
    var rounds = rounds();
    host.down(true);
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> upTo(rounds, BEFORE.plusSeconds(60)));
    host.down(false);

    upTo(rounds, BEFORE.plusSeconds(75));

    assertThat(journeys("ada")).isEqualTo(1);
  }

  @Test
  void afterItsFileWasDamagedTheRoundsOfADayAreGoneAgain() throws Exception {
    Files.writeString(file("rounds"), "rubbish");
    now = BEFORE.plus(Duration.ofHours(20));

    upTo(rounds(), now);
    upTo(rounds(), now.plusSeconds(60));

    assertThat(journeys("ada")).isEqualTo(1);
    assertThat(Files.readString(file("rounds"))).startsWith("2026-03-0");
  }

  @Test
  void aMigrationMovesWhoeverStandsOnTheVersionItNames() throws InterruptedException {
    upTo(rounds(), BEFORE.plusSeconds(60));
    publish(
        LETTER + WAITING.replace("read:", "study:").replace("at: read", "at: study"),
        "{journey: letter, from: 1, to: 2, steps: {read: study}}");

    upTo(rounds(), now.plusSeconds(1));

    var journey = person("ada").journeys().getFirst();
    assertThat(journey.version()).isEqualTo(2);
    assertThat(journey.step()).isEqualTo("study");
  }

  @Test
  void whoBelongsToASegmentThatIsNewIsTakenIntoItAndWhoDoesNotIsLeftAlone()
      throws InterruptedException {
    publish(LETTER + WAITING, "", "segments: {keen: {name: Keen, when: person.wants}}");
    long before = person("cy").position();

    upTo(rounds(), now.plusSeconds(1));

    assertThat(person("ada").segments()).containsExactly("keen");
    assertThat(person("cy").segments()).isEmpty();
    assertThat(person("cy").position()).isEqualTo(before);
  }

  private Rounds rounds() {
    return Rounds.ready(host, published, Optional.of(publisher), () -> now, file("rounds"));
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private void upTo(Rounds rounds, Instant moment) throws InterruptedException {
    now = moment;
    rounds.upTo(moment);
  }

  private void publish(String journey, String migration) {
    publish(journey, migration, "");
  }

  private void publish(String journey, String migration, String segments) {
    var files =
        new java.util.HashMap<>(
            Map.of(
                "blueprint.yaml", "{id: b, name: B, timeZoneOf: zone}",
                "profile.yaml", "attributes: {zone: text, wants: flag}",
                "channels.yaml", "channels: {app: {name: App, kind: inbound}}",
                "journeys/letter.yaml",
                    journey.contains("study:")
                        ? journey.replace("at: read", "at: study")
                        : journey));
    if (!migration.isEmpty()) {
      files.put("migrations/one.yaml", migration);
    }
    if (!segments.isEmpty()) {
      files.put("segments.yaml", segments);
    }
    assertThat(publisher.publish(Bundle.of(files), "test"))
        .isInstanceOf(Publisher.Outcome.Runs.class);
  }

  private void meet(String name, String zone, boolean wants) {
    tell(
        name,
        new Command.SetAttributes(Map.of("zone", Value.of(zone), "wants", Value.of(wants))),
        now);
  }

  private void tell(String name, Command command, Instant at) {
    var who = Identifier.user(name);
    var id = "c" + ++commands;
    var envelope = new Envelope(host.key(who), who, id, Entry.Origin.LIVE, at, command);
    host.submit(envelope, Priority.STREAM).join();
  }

  private PersonState person(String name) {
    return host.read(host.key(Identifier.user(name)));
  }

  private long journeys(String name) {
    return person(name).journeys().stream().map(Journey::definition).count();
  }
}
