package cairn.server.decide;

import cairn.adaptive.Calibration;
import cairn.adaptive.Contest;
import cairn.adaptive.FeatureSchema;
import cairn.adaptive.FeatureVector;
import cairn.adaptive.LearnerSettings;
import cairn.adaptive.Lesson;
import cairn.adaptive.ModelId;
import cairn.adaptive.ModelSnapshot;
import cairn.adaptive.Observation;
import cairn.adaptive.Outcome;
import cairn.adaptive.Trainer;
import cairn.blueprint.Blueprint;
import cairn.decision.Arm;
import cairn.decision.DecisionRecord;
import cairn.decision.ModelPlan;
import cairn.decision.Response;
import cairn.decision.Slot;
import cairn.decision.measure.Rate;
import cairn.engine.FeedItem;
import cairn.engine.Host;
import cairn.engine.World;
import cairn.log.Fact;
import cairn.person.PersonKey;
import cairn.server.publish.Published;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Learns from what people did with what was shown, in one order: one thread reads the shards' feeds
 * in turn and goes on from cursors that are kept together with what was learnt.
 *
 * <p>An outcome window opens when something was shown: by a {@code shown} response where the person
 * came, by the release of a message where we came. The features are those the decision recorded. A
 * snapshot is published at most every {@link #PUBLISH_EVERY}, and what was learnt is kept at least
 * every {@link #KEEP_EVERY}; after a crash what came since is read again.
 */
final class Learning implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Learning.class.getName());

  /** The shortest time between two snapshots. */
  static final Duration PUBLISH_EVERY = Duration.ofSeconds(2);

  /** The longest time that something learnt is in memory alone. */
  static final Duration KEEP_EVERY = Duration.ofSeconds(15);

  /**
   * Models that begin to look at other things learn anew from what the log holds of so long, so
   * that nobody's answer is lost by a publication.
   */
  static final Duration LEARNT_AGAIN = Duration.ofDays(30);

  /** Items read from one shard at once. */
  private static final int READ_MAX = 500;

  /** Decisions remembered so that a response soon after needs no look into the log. */
  private static final int RECENT_MAX = 20_000;

  /** Entries of a person looked through for the decision that a response names. */
  private static final int LOOKED_AT_MAX = 500;

  private static final long REST_MILLIS = 250;

  /** How long decisions and responses gather until they are read together. */
  private static final long GATHER_MILLIS = 20;

  private final Host host;
  private final Published published;
  private final InstantSource clock;
  private final LearningFile file;
  private final HarmWatch harm;
  private final Thread thread;
  private final Semaphore signal = new Semaphore(0);
  private final Map<String, Remembered> recent =
      new LinkedHashMap<>(256, 0.75f, false) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Remembered> eldest) {
          return size() > RECENT_MAX;
        }
      };
  private final long[] cursors;

  /** Up to where each shard's feed is read a second time: it teaches and is not counted. */
  private final long[] again;

  private final Map<Integer, FeatureSchema> schemas = new HashMap<>();
  private final Map<Arm, long[]> arms = new EnumMap<>(Arm.class);
  private final Map<String, long[]> actions = new TreeMap<>();
  private Trainer trainer;
  private FeatureSchema schema;
  private int blueprint = -1;
  private long number;
  private long decisions;
  private Duration window = Duration.ofDays(7);
  private boolean changed = true;
  private boolean unkept;
  private long publishedAt;
  private long keptAt;
  private volatile boolean closed;
  private LearningNotes notes = new LearningNotes();
  private Instant lastAt = Instant.EPOCH;
  private boolean readsAgain;

  /** Whether there is something to note since models were looked at last. */
  private boolean outcomesCame = true;

  /** Up to here every shard was read: the last item of the slowest that holds more. */
  private Instant readUpTo = Instant.EPOCH;

  private volatile Seen seen =
      new Seen(Map.of(), Map.of(), Map.of(), Map.of(), List.of(), Map.of(), List.of(), 0, 0, 0);

  /**
   * What is known by now.
   *
   * @param calibration by model, like predictions beside what came of them
   * @param contests by model, what it predicted beside simpler ways to
   * @param history how well was predicted as outcomes came in
   * @param histories the same of each model
   * @param fairness whom actions were chosen for, by group
   * @param number the number of the snapshot that runs
   * @param decisions decisions read
   * @param awaited outcomes awaited
   */
  record Seen(
      Map<Arm, Rate> arms,
      Map<String, Rate> actions,
      Map<String, List<Calibration>> calibration,
      Map<String, Contest> contests,
      List<History.Point> history,
      Map<String, List<History.Point>> histories,
      List<FairnessWatch.Told> fairness,
      long number,
      long decisions,
      int awaited) {}

  /** Of a decision only what learning asks for, because thousands are remembered. */
  private record Remembered(
      Arm arm, @Nullable FeatureVector features, List<String> actions, Instant taken) {
    static Remembered of(DecisionRecord record, Instant taken) {
      return new Remembered(
          record.arm(),
          record.features(),
          record.slots().stream().map(Slot::action).toList(),
          taken);
    }
  }

  private Learning(
      Host host, Published published, InstantSource clock, Path folder, HarmWatch harm) {
    this.harm = harm;
    this.host = host;
    this.published = published;
    this.clock = clock;
    this.file = new LearningFile(folder.resolve("learning.bin"));
    this.cursors = new long[PersonKey.SHARDS];
    this.again = new long[PersonKey.SHARDS];
    this.schema = published.plan().features();
    this.trainer = new Trainer(schema, LearnerSettings.STANDARD);
    this.thread = Thread.ofPlatform().name("learning").daemon().unstarted(this::run);
  }

  /** Resumes what a folder keeps, publishes it, and goes on reading. */
  static Learning start(
      Host host, Published published, InstantSource clock, Path folder, HarmWatch harm) {
    var learning = new Learning(host, published, clock, folder, harm);
    learning.resume();
    learning.follow();
    learning.publish();
    host.watch((shard, outbox) -> learning.signal.release());
    learning.thread.start();
    return learning;
  }

  Seen seen() {
    return seen;
  }

  /** The models that run now. */
  @Nullable ModelSnapshot models() {
    var running = running();
    return running == null ? null : running.scoring().snapshot();
  }

  /** The models that run now, under their number. */
  record Running(long number, World.Scoring scoring) {}

  /** The models that run now, with their number; null before there are any. */
  @Nullable Running running() {
    long running = published.running().models();
    var scoring = published.scoring(running);
    return scoring == null ? null : new Running(running, scoring);
  }

  private void resume() {
    var kept = file.read();
    if (kept == null) {
      return;
    }
    for (int shard = 0; shard < cursors.length; shard++) {
      if (kept.cursors()[shard] > host.feedEnd(shard)) {
        LOG.log(Level.WARNING, "what was learnt belongs to another store; learning anew");
        return;
      }
    }
    try {
      trainer = Trainer.fromBytes(kept.trainer());
    } catch (IllegalArgumentException broken) {
      LOG.log(Level.WARNING, "what was learnt cannot be read; learning anew from the feed");
      trainer = new Trainer(schema, LearnerSettings.STANDARD);
      return;
    }
    try {
      notes = LearningNotes.of(kept.notes());
    } catch (IOException | IllegalArgumentException broken) {
      LOG.log(Level.WARNING, "what was noted beside learning cannot be read; noting anew");
    }
    System.arraycopy(kept.cursors(), 0, cursors, 0, cursors.length);
    System.arraycopy(kept.again(), 0, again, 0, again.length);
    schema = trainer.snapshot().schema();
    number = kept.number();
    decisions = kept.decisions();
    kept.arms().forEach((arm, counts) -> arms.put(Arm.valueOf(arm), counts));
    actions.putAll(kept.actions());
  }

  private void run() {
    while (!closed) {
      try {
        int read = pass();
        follow();
        publishIfDue();
        keepIfDue(false);
        rest(read);
      } catch (RuntimeException failure) {
        if (!closed) {
          LOG.log(Level.ERROR, "learning stumbled; going on", failure);
          rest(0);
        }
      }
    }
    keepIfDue(true);
  }

  /** Waits for something new; after a little, for more of it. */
  private void rest(int read) {
    try {
      if (read == 0 && signal.tryAcquire(REST_MILLIS, TimeUnit.MILLISECONDS)) {
        signal.drainPermits();
      } else if (read > 0 && read < READ_MAX) {
        // Nothing waits for what is learnt, and many at once cost less than one by one.
        Thread.sleep(GATHER_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int pass() {
    int read = 0;
    var slowest = Instant.MAX;
    for (int shard = 0; shard < cursors.length && !closed; shard++) {
      var items = host.feed(shard, cursors[shard], READ_MAX);
      for (var item : items) {
        readsAgain = item.sequence() <= again[shard];
        take(item);
        cursors[shard] = item.sequence();
      }
      read += items.size();
      if (items.size() == READ_MAX) {
        slowest = earlier(slowest, items.getLast().entry().now());
      }
    }
    readUpTo = slowest;
    if (read > 0 && outcomesCame && notes.look(lastAt, trainer, models(blueprintOf(blueprint)))) {
      outcomesCame = false;
    }
    return read;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private void take(FeedItem item) {
    lastAt = item.entry().now().isAfter(lastAt) ? item.entry().now() : lastAt;
    for (var fact : item.entry().facts()) {
      if (fact instanceof Fact.DecisionMade made) {
        recent.put(made.decision().id(), Remembered.of(made.decision(), item.entry().now()));
        changed = true;
        if (!readsAgain) {
          decisions++;
          watch(item, made.decision());
        }
      } else if (fact instanceof Fact.EffectReleased released) {
        shown(item, released.id());
      } else if (fact instanceof Fact.ResponseRecorded response) {
        responded(item, response);
      }
    }
  }

  private void watch(FeedItem item, DecisionRecord record) {
    var by = published.blueprint(item.entry().blueprint());
    if (by != null && !by.catalogue().notes().models().fairness().isEmpty()) {
      notes.look(by, host.read(item.person()), record);
    }
  }

  /** The decision and slot that {@code name/slot} means, or null for an effect of another kind. */
  private @Nullable Remembered decision(FeedItem item, String place) {
    int slash = place.lastIndexOf('/');
    if (slash < 1) {
      return null;
    }
    var name = place.substring(0, slash);
    var known = recent.get(name);
    if (known != null) {
      return known;
    }
    for (var entry : host.history(item.person(), item.entry().number() + 1, LOOKED_AT_MAX)) {
      for (var fact : entry.facts()) {
        if (fact instanceof Fact.DecisionMade made && made.decision().id().equals(name)) {
          var found = Remembered.of(made.decision(), entry.now());
          recent.put(name, found);
          return found;
        }
      }
    }
    return null;
  }

  private void shown(FeedItem item, String place) {
    var record = decision(item, place);
    if (record != null) {
      shown(record, place, item);
    }
  }

  private void shown(Remembered record, String place, FeedItem item) {
    var at = item.entry().at();
    var action = action(record, place);
    if (action == null) {
      return;
    }
    if (!readsAgain) {
      harm.shown(action, place, record.taken());
    }
    var features = features(record);
    if (features == null) {
      return;
    }
    var lesson =
        trainer.fold(
            new Observation.Shown(place, List.of(new ModelId(action)), features, at.plus(window)));
    if (lesson == Lesson.WAITING || lesson == Lesson.LEARNED) {
      count(record.arm(), action, 1, 0);
    }
    if (lesson == Lesson.LEARNED) {
      outcomesCame = true;
      count(record.arm(), action, 0, 1);
    }
  }

  /**
   * What the models of now would have seen: a decision may be older than what they look at, or have
   * been made in the moment before models that look at it run.
   */
  private @Nullable FeatureVector features(Remembered record) {
    var features = record.features();
    if (features == null || features.schemaVersion() == schema.version()) {
      return features;
    }
    var from = schema(features.schemaVersion());
    return from == null ? null : trainer.carry(features, from);
  }

  /** The predictors of this version in any blueprint that is kept, or null. */
  private @Nullable FeatureSchema schema(int version) {
    var known = schemas.get(version);
    if (known != null) {
      return known;
    }
    remember(ModelPlan.STANDARD.features());
    for (var number : published.numbers().descendingSet()) {
      var kept = published.blueprint(number);
      if (kept != null) {
        remember(kept.catalogue().notes().models().features());
      }
      if (schemas.containsKey(version)) {
        break;
      }
    }
    return schemas.get(version);
  }

  private void remember(FeatureSchema one) {
    schemas.put(one.version(), one);
  }

  private static @Nullable String action(Remembered record, String place) {
    try {
      int slot = Integer.parseInt(place.substring(place.lastIndexOf('/') + 1));
      return slot < record.actions().size() ? record.actions().get(slot) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private void responded(FeedItem item, Fact.ResponseRecorded fact) {
    var record = decision(item, fact.decision());
    var action = record == null ? null : action(record, fact.decision());
    if (record == null || action == null) {
      return;
    }
    var at = item.entry().at();
    var kind = fact.response().kind();
    // Whoever answered has seen it, told or not.
    shown(record, fact.decision(), item);
    if (kind == Response.Kind.HARM && !readsAgain) {
      harm.harmed(action, item.person(), record.taken(), item.entry().now());
    }
    var outcome = outcome(kind, fact.response().value());
    if (outcome == null) {
      return;
    }
    var lesson = trainer.fold(new Observation.Responded(fact.decision(), outcome, at));
    boolean wanted = outcome == Outcome.WANTED;
    outcomesCame |= lesson == Lesson.LEARNED || lesson == Lesson.CORRECTED;
    if (lesson == Lesson.LEARNED && wanted) {
      count(record.arm(), action, 0, 1);
    } else if (lesson == Lesson.CORRECTED) {
      count(record.arm(), action, 0, wanted ? 1 : -1);
    }
    changed = true;
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

  private void count(Arm arm, String action, int impressions, int accepted) {
    changed = true;
    if (readsAgain) {
      return;
    }
    add(arms.computeIfAbsent(arm, any -> new long[2]), impressions, accepted);
    add(actions.computeIfAbsent(action, any -> new long[2]), impressions, accepted);
  }

  private static void add(long[] counts, int impressions, int accepted) {
    counts[0] += impressions;
    counts[1] = Math.max(0, Math.min(counts[0], counts[1] + accepted));
  }

  /**
   * Follows the blueprint that runs: new actions get models; where models look at other things,
   * they learn anew from the log.
   */
  private void follow() {
    var running = published.current().orElse(null);
    if (running == null || running.number() == blueprint) {
      return;
    }
    blueprint = running.number();
    var plan = running.catalogue().notes().models();
    window = plan.outcomeWindow();
    if (!plan.features().equals(schema)) {
      schema = plan.features();
      trainer = new Trainer(schema, LearnerSettings.STANDARD);
      goBack(clock.instant().minus(LEARNT_AGAIN));
    }
    declare(running);
    changed = true;
    outcomesCame = true;
  }

  /** Reads again from a moment on. */
  private void goBack(Instant since) {
    notes.beginHistoriesAnew();
    lastAt = since;
    for (int shard = 0; shard < cursors.length; shard++) {
      again[shard] = Math.max(again[shard], cursors[shard]);
      long before = 0;
      long after = cursors[shard];
      while (before < after) {
        long middle = (before + after) >>> 1;
        var items = host.feed(shard, middle, 1);
        if (items.isEmpty() || !items.getFirst().entry().now().isBefore(since)) {
          after = middle;
        } else {
          before = middle + 1;
        }
      }
      cursors[shard] = before;
    }
  }

  private @Nullable Blueprint blueprintOf(int number) {
    return number < 0 ? null : published.blueprint(number);
  }

  private static List<ModelId> models(@Nullable Blueprint blueprint) {
    var models = new ArrayList<ModelId>();
    for (int i = 0; blueprint != null && i < blueprint.catalogue().actions().size(); i++) {
      models.add(blueprint.catalogue().model(i));
    }
    return models;
  }

  private void declare(Blueprint running) {
    var catalogue = running.catalogue();
    for (int i = 0; i < catalogue.actions().size(); i++) {
      trainer.fold(
          new Observation.Declared(catalogue.model(i), catalogue.actions().get(i).group()));
    }
  }

  private void publishIfDue() {
    if (System.nanoTime() - publishedAt > PUBLISH_EVERY.toNanos()) {
      // What was answered in time and is not read yet shall not count as unanswered.
      var passed = new Observation.Passed(earlier(clock.instant(), readUpTo));
      if (trainer.fold(passed) == Lesson.LEARNED) {
        changed = true;
        outcomesCame = true;
      }
      if (changed) {
        publish();
      }
    }
  }

  private void publish() {
    number++;
    published.score(number, new World.Scoring(trainer.snapshot(), decisions));
    var snapshot = trainer.snapshot();
    seen =
        new Seen(
            rates(arms),
            rates(actions),
            calibration(snapshot),
            contests(snapshot),
            notes.history(),
            notes.histories(),
            notes.fairness(),
            number,
            decisions,
            trainer.backlog().waiting());
    publishedAt = System.nanoTime();
    changed = false;
    unkept = true;
  }

  private Map<String, List<Calibration>> calibration(ModelSnapshot snapshot) {
    var all = new HashMap<String, List<Calibration>>();
    for (var model : snapshot.models()) {
      if (model.quality().responses() > 0) {
        all.put(model.id().value(), trainer.calibration(model.id()));
      }
    }
    return Map.copyOf(all);
  }

  private Map<String, Contest> contests(ModelSnapshot snapshot) {
    var all = new HashMap<String, Contest>();
    for (var model : snapshot.models()) {
      all.put(model.id().value(), trainer.contest(model.id()));
    }
    return Map.copyOf(all);
  }

  private static <K> Map<K, Rate> rates(Map<K, long[]> counts) {
    var rates = new LinkedHashMap<K, Rate>();
    counts.forEach((key, count) -> rates.put(key, new Rate(count[0], count[1])));
    return rates;
  }

  private void keepIfDue(boolean now) {
    if (unkept && (now || System.nanoTime() - keptAt > KEEP_EVERY.toNanos())) {
      var byArm = new TreeMap<String, long[]>();
      arms.forEach((arm, counts) -> byArm.put(arm.name(), counts));
      file.write(
          new LearningFile.Kept(
              cursors,
              again,
              trainer.toBytes(),
              number,
              decisions,
              byArm,
              actions,
              notes.toBytes()));
      keptAt = System.nanoTime();
      unkept = false;
    }
  }

  /** Keeps what was learnt and stops. */
  @Override
  public void close() {
    closed = true;
    signal.release();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
