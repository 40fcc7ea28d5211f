package cairn.server.decide;

import cairn.adaptive.Lesson;
import cairn.adaptive.Observation;
import cairn.adaptive.Outcome;
import cairn.blueprint.Blueprint;
import cairn.decision.Arm;
import cairn.decision.DecisionRecord;
import cairn.decision.Pipeline;
import cairn.decision.Response;
import cairn.engine.FeedItem;
import cairn.engine.Host;
import cairn.engine.World;
import cairn.log.Fact;
import cairn.person.PersonState;
import cairn.server.decide.RecentDecisions.Chosen;
import cairn.server.decide.RecentDecisions.Remembered;
import cairn.server.publish.Published;
import cairn.store.StoreException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns what happened into what models learn, and counts it beside. An outcome window opens when
 * something was shown: by a {@code shown} response where the person came, by the release of a
 * message where we came. The features are those the decision recorded. What is read again teaches
 * and is not counted. For one thread.
 */
final class Lessons implements FeedCursors.Reader {
  private static final System.Logger LOG = System.getLogger(Lessons.class.getName());

  private final Host host;
  private final Published published;
  private final HarmWatch harm;
  private final RecentDecisions recent;
  private final TaughtModels models;
  private final ResponseCounts counts = new ResponseCounts();
  private LearningNotes notes = new LearningNotes();
  private Duration window = Duration.ofDays(7);
  private Instant lastAt = Instant.EPOCH;

  /** Whether the item that is being taken was read before. */
  private boolean again;

  /** Whether something came since models were published last. */
  private boolean changed = true;

  /** Whether there is something to note since models were looked at last. */
  private boolean outcomesCame = true;

  Lessons(Host host, Published published, HarmWatch harm) {
    this.host = host;
    this.published = published;
    this.harm = harm;
    this.recent = new RecentDecisions(host);
    this.models = new TaughtModels(published);
  }

  /**
   * Goes on from what was kept.
   *
   * @return false where models cannot be read and learn anew
   */
  boolean resume(LearningFile.Kept kept) {
    try {
      models.resume(kept.trainer());
    } catch (IllegalArgumentException broken) {
      LOG.log(Level.WARNING, "what was learnt cannot be read; learning anew from the feed");
      return false;
    }
    try {
      notes = LearningNotes.of(kept.notes());
    } catch (IOException | IllegalArgumentException broken) {
      LOG.log(Level.WARNING, "what was noted beside learning cannot be read; noting anew");
    }
    counts.resume(kept);
    return true;
  }

  /** Everything that goes on after a restart. */
  LearningFile.Kept keep(FeedCursors cursors, long number) {
    return new LearningFile.Kept(
        cursors.cursors(),
        cursors.again(),
        models.toBytes(),
        number,
        counts.decisions(),
        counts.keptArms(),
        counts.keptActions(),
        notes.toBytes());
  }

  /**
   * Follows a blueprint: new actions get models, and where models look at other things, they begin
   * anew.
   *
   * @param since from when on is read again, where they begin anew
   * @return whether they begin anew
   */
  boolean follow(Blueprint running, Instant since) {
    window = running.catalogue().notes().models().outcomeWindow();
    boolean anew = models.follow(running);
    if (anew) {
      notes.beginHistoriesAnew();
      lastAt = since;
    }
    changed = true;
    outcomesCame = true;
    return anew;
  }

  @Override
  public void take(FeedItem item, boolean readBefore) {
    again = readBefore;
    lastAt = item.entry().now().isAfter(lastAt) ? item.entry().now() : lastAt;
    for (var fact : item.entry().facts()) {
      if (fact instanceof Fact.DecisionMade made) {
        decided(item, made.decision());
      } else if (fact instanceof Fact.EffectReleased released) {
        released(item, released.id());
      } else if (fact instanceof Fact.ResponseRecorded response) {
        responded(item, response);
      }
    }
  }

  private void decided(FeedItem item, DecisionRecord record) {
    recent.remember(record, item.entry().now());
    changed = true;
    if (again) {
      return;
    }
    counts.decided();
    var by = published.blueprint(item.entry().blueprint());
    if (by != null && !by.catalogue().notes().models().fairness().isEmpty()) {
      person(item).ifPresent(person -> notes.look(by, person, record));
    }
  }

  /** Notes how groups fare with what was put to them, where it was decided in full. */
  private void fares(FeedItem item, Remembered record, Chosen chosen, int shown, int wanted) {
    var by = published.blueprint(item.entry().blueprint());
    if (again
        || record.arm() != Arm.FULL
        || by == null
        || by.catalogue().notes().models().fairness().isEmpty()) {
      return;
    }
    person(item)
        .ifPresent(person -> {
          if (shown > 0) {
            notes.shown(by, person, chosen.action(), chosen.chance());
          }
          if (wanted != 0) {
            notes.wanted(by, person, chosen.action(), chosen.probability(), wanted);
          }
        });
  }

  /**
   * The person of an entry; who cannot be read is left out of a comparison, and holds up nobody.
   */
  private Optional<PersonState> person(FeedItem item) {
    try {
      return Optional.of(host.read(item.person()));
    } catch (StoreException damaged) {
      return Optional.empty();
    }
  }

  private void released(FeedItem item, String place) {
    var record = recent.find(item, place);
    if (record != null) {
      shown(item, record, place);
    }
  }

  private void shown(FeedItem item, Remembered record, String place) {
    var chosen = record.chosen(place);
    if (chosen == null) {
      return;
    }
    var action = chosen.action();
    if (!again) {
      harm.shown(action, place, record.taken());
    }
    var features = models.carry(record.features());
    if (features == null) {
      return;
    }
    var taught = models.of(action, record.channel(), chosen.treatment());
    var until = item.entry().at().plus(window);
    var lesson = models.fold(new Observation.Shown(place, taught, features, until));
    boolean learned = lesson == Lesson.LEARNED;
    outcomesCame |= learned;
    if (learned || lesson == Lesson.WAITING) {
      int accepted = learned ? 1 : 0;
      count(item, record, chosen, 1, accepted);
      fares(item, record, chosen, 1, accepted);
    }
  }

  private void responded(FeedItem item, Fact.ResponseRecorded fact) {
    var place = fact.decision();
    var record = recent.find(item, place);
    var chosen = record == null ? null : record.chosen(place);
    if (record == null || chosen == null) {
      return;
    }
    var action = chosen.action();
    // Whoever answered has seen it, told or not.
    shown(item, record, place);
    var kind = fact.response().kind();
    if (kind == Response.Kind.HARM && !again) {
      harm.harmed(action, item.person(), record.taken(), item.entry().now());
    }
    var outcome = outcome(kind, fact.response().value());
    if (outcome == null) {
      return;
    }
    var lesson = models.fold(new Observation.Responded(place, outcome, item.entry().at()));
    boolean wanted = outcome == Outcome.WANTED;
    outcomesCame |= lesson == Lesson.LEARNED || lesson == Lesson.CORRECTED;
    int more = more(lesson, wanted);
    if (more != 0) {
      count(item, record, chosen, 0, more);
      fares(item, record, chosen, 0, more);
    }
    changed = true;
  }

  /** How many more wanted it: one, one less where it was taken back, or none. */
  private static int more(Lesson lesson, boolean wanted) {
    if (lesson == Lesson.CORRECTED) {
      return wanted ? 1 : -1;
    }
    return lesson == Lesson.LEARNED && wanted ? 1 : 0;
  }

  private static @Nullable Outcome outcome(Response.Kind kind, double value) {
    return switch (kind) {
      case SHOWN -> null;
      case CLICKED, ACCEPTED -> Outcome.WANTED;
      case OUTCOME -> value > 0 ? Outcome.WANTED : Outcome.NONE;
      case NO, HARM -> Outcome.NO;
      case NOT_NOW -> Outcome.NOT_NOW;
    };
  }

  private void count(
      FeedItem item, Remembered record, Chosen chosen, int impressions, int accepted) {
    changed = true;
    if (again) {
      return;
    }
    counts.count(chosen.action(), impressions, accepted);
    if (isCompared(item, record, chosen)) {
      counts.compare(record.arm(), impressions, accepted);
    }
  }

  /**
   * Whether chance alone put a person into the arm. Whoever had left experiments is decided for in
   * full by choice. Nothing was drawn for them, so only where that is so are they looked up.
   */
  private boolean isCompared(FeedItem item, Remembered record, Chosen chosen) {
    return record.arm() != Arm.FULL
        || chosen.probability() < 1
        || person(item)
            .filter(person -> !Pipeline.leftExperiments(person, record.taken()))
            .isPresent();
  }

  /** Windows that ended by a moment without an answer teach that nothing came. */
  void passed(Instant until) {
    if (models.fold(new Observation.Passed(until)) == Lesson.LEARNED) {
      changed = true;
      outcomesCame = true;
    }
  }

  /** Notes how well models do, where outcomes came. */
  void note() {
    if (outcomesCame && models.note(lastAt, notes)) {
      outcomesCame = false;
    }
  }

  /** Whether something came since models were published last. */
  boolean isNew() {
    return changed;
  }

  /** Models as they are now were published. */
  void published() {
    changed = false;
  }

  /** What is to run: models as they are now. */
  World.Scoring scoring() {
    return new World.Scoring(models.snapshot(), counts.decisions());
  }

  /** What is known by now, under the number of the snapshot that says it. */
  Seen seen(long number) {
    return new Seen(
        counts.arms(),
        counts.actions(),
        models.calibration(),
        models.contests(),
        notes.history(),
        notes.histories(),
        notes.fairness(),
        number,
        counts.decisions(),
        models.awaited());
  }
}
