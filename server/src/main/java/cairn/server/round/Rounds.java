package cairn.server.round;

import cairn.blueprint.Blueprint;
import cairn.engine.Command;
import cairn.engine.Engine;
import cairn.engine.Envelope;
import cairn.engine.Host;
import cairn.journey.Beginning;
import cairn.journey.JourneyDefinition;
import cairn.log.Entry;
import cairn.person.PersonKey;
import cairn.person.PersonState;
import cairn.rule.Situation;
import cairn.server.publish.Published;
import cairn.server.publish.Publisher;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Goes through everybody when a schedule comes round somewhere, and when a version was published:
 * to move people as its migrations say, and to ask its segments. It owns one thread, which looks
 * once a second and does one round at a time. The moment up to which schedules were served, and the
 * version that everybody was moved to, stand in a file.
 */
public final class Rounds implements AutoCloseable {
  /** A schedule that nobody served for so long is left out until it comes round again. */
  public static final Duration LATE_MAX = Duration.ofDays(1);

  private static final System.Logger LOG = System.getLogger(Rounds.class.getName());
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final Duration AFTER_TROUBLE = Duration.ofSeconds(15);
  private static final List<ZoneId> ZONES =
      ZoneId.getAvailableZoneIds().stream().map(ZoneId::of).toList();

  private final Host host;
  private final Published published;
  private final Optional<Publisher> publisher;
  private final Path file;
  private final Thread thread;
  private Served served;

  private record Schedule(JourneyDefinition journey, Beginning.OnSchedule beginning) {}

  private Rounds(
      Host host,
      Published published,
      Optional<Publisher> publisher,
      InstantSource clock,
      Path file) {
    this.host = host;
    this.published = published;
    this.publisher = publisher;
    this.file = file;
    this.served = Served.read(file, minute(clock.instant()));
    this.thread = Thread.ofPlatform().name("rounds").daemon().unstarted(() -> work(clock));
  }

  /** Looks from now on. */
  public static Rounds start(
      Host host,
      Published published,
      Optional<Publisher> publisher,
      InstantSource clock,
      Path file) {
    var rounds = ready(host, published, publisher, clock, file);
    rounds.thread.start();
    return rounds;
  }

  /** Rounds that are gone when they are told to. */
  static Rounds ready(
      Host host,
      Published published,
      Optional<Publisher> publisher,
      InstantSource clock,
      Path file) {
    return new Rounds(host, published, publisher, clock, file);
  }

  private void work(InstantSource clock) {
    var pause = LOOK_EVERY;
    while (!Thread.currentThread().isInterrupted()) {
      try {
        Thread.sleep(pause);
        upTo(clock.instant());
        pause = LOOK_EVERY;
      } catch (InterruptedException closing) {
        return;
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "a round broke off and will be gone again", e);
        pause = AFTER_TROUBLE;
      }
    }
  }

  /** Does what is due by a moment; done again it does nothing twice. */
  synchronized void upTo(Instant now) throws InterruptedException {
    var running = published.current().orElse(null);
    if (running != null && running.number() != served.moved()) {
      earlier();
      move(now);
      review(running, now);
      served = new Served(served.upTo(), running.number());
      served.write(file);
    }
    var by = minute(now);
    if (by.isAfter(served.upTo())) {
      var after = latest(served.upTo(), by.minus(LATE_MAX), since());
      boolean any = running != null && schedules(running, after, by);
      served = new Served(by, served.moved());
      if (any) {
        served.write(file);
      }
    }
  }

  /** What came round while an earlier version ran is served as that one said. */
  private void earlier() throws InterruptedException {
    var versions = publisher.map(Publisher::versions).orElse(List.of()).reversed();
    for (int i = 0; i + 1 < versions.size(); i++) {
      var version = versions.get(i);
      var until = versions.get(i + 1).at();
      var after = latest(served.upTo(), until.minus(LATE_MAX), version.at());
      var blueprint = until.isAfter(after) ? published.blueprint(version.version()) : null;
      if (blueprint != null) {
        schedules(blueprint, after, until);
      }
    }
  }

  /** Serves the schedules that came round between two moments; false where none did. */
  private boolean schedules(Blueprint running, Instant after, Instant by)
      throws InterruptedException {
    var all = new ArrayList<Schedule>();
    for (var journey : running.journeys()) {
      for (var beginning : journey.beginnings()) {
        if (beginning instanceof Beginning.OnSchedule schedule) {
          all.add(new Schedule(journey, schedule));
        }
      }
    }
    all.removeIf(one ->
        ZONES.stream().allMatch(z -> Timetable.latest(one.beginning(), z, after, by) == null));
    if (all.isEmpty()) {
      return false;
    }
    everybody(state -> {
      var zone = running.zone(state);
      var begun = new ArrayList<Envelope>();
      for (var one : all) {
        var day = Timetable.latest(one.beginning(), zone, after, by);
        if (day != null && one.beginning().when().holds(Situation.of(state, by))) {
          begun.add(beginning(state.key(), one, day, zone));
        }
      }
      return begun;
    });
    return true;
  }

  private static Envelope beginning(PersonKey person, Schedule one, LocalDate day, ZoneId zone) {
    var journey = one.journey().id();
    var id = one.beginning().id();
    return new Envelope(
        person,
        null,
        "every:" + journey + ":" + id + ":" + day,
        Entry.Origin.LIVE,
        Timetable.at(one.beginning(), day, zone),
        new Command.BeginJourney(journey, id, ""));
  }

  /** Moves whoever stands on a version that a migration of the newest one names. */
  private void move(Instant now) throws InterruptedException {
    var migrations = publisher.map(Publisher::migrations).orElse(List.of());
    if (migrations.isEmpty()) {
      return;
    }
    everybody(state -> {
      var moves = new ArrayList<Envelope>();
      for (var journey : state.journeys()) {
        for (var migration : migrations) {
          if (!journey.isOver()
              && journey.definition().equals(migration.journey())
              && journey.version() == migration.from()) {
            var step = migration.step(journey.step());
            moves.add(
                new Envelope(
                    state.key(),
                    null,
                    "migrate:" + migration.to() + ":" + journey.instance(),
                    Entry.Origin.LIVE,
                    now,
                    new Command.MigrateJourney(journey.instance(), migration.to(), step)));
          }
        }
      }
      return moves;
    });
  }

  /** Takes people into the segments that are new or that others now belong to. */
  private void review(Blueprint running, Instant now) throws InterruptedException {
    everybody(state ->
        Engine.needsReview(running, state, now)
            ? List.of(
                new Envelope(
                    state.key(),
                    null,
                    "review:" + running.number(),
                    Entry.Origin.LIVE,
                    now,
                    new Command.ReviewSegments()))
            : List.of());
  }

  /**
   * Sends each person what they are to be sent.
   *
   * @throws InterruptedException where it was broken off before everybody was reached
   */
  private void everybody(Function<PersonState, List<Envelope>> post) throws InterruptedException {
    int taken = 0;
    int leftOut = 0;
    for (int shard = 0; shard < PersonKey.SHARDS; shard++) {
      var envelopes = new ArrayList<Envelope>();
      host.scan(
          shard,
          state -> {
            try {
              envelopes.addAll(post.apply(state));
            } catch (RuntimeException e) {
              LOG.log(Level.WARNING, "a round leaves somebody out", e);
            }
            return !Thread.currentThread().isInterrupted();
          });
      if (Thread.interrupted()) {
        throw new InterruptedException("the round broke off in shard " + shard);
      }
      var sent = Sending.all(host, envelopes);
      taken += sent.taken();
      leftOut += sent.leftOut();
    }
    if (leftOut > 0) {
      LOG.log(Level.WARNING, "a round left out " + leftOut + " people; the log says why above");
    }
    LOG.log(taken > 0 ? Level.INFO : Level.DEBUG, "a round reached " + taken + " people");
  }

  /** Since when what runs is published. */
  private Instant since() {
    return publisher.flatMap(Publisher::current).map(Publisher.Current::at).orElse(Instant.EPOCH);
  }

  private static Instant latest(Instant first, Instant... others) {
    var latest = first;
    for (var other : others) {
      latest = other.isAfter(latest) ? other : latest;
    }
    return latest;
  }

  private static Instant minute(Instant time) {
    return time.truncatedTo(ChronoUnit.MINUTES);
  }

  /** Breaks off what is under way; it goes on with the next start. */
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
