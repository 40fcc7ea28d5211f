package cairn.store;

import cairn.blueprint.Blueprint;
import cairn.blueprint.Switches;
import cairn.decision.Balances;
import cairn.decision.Catalogue;
import cairn.decision.DecisionRecord;
import cairn.decision.VolumeLimit;
import cairn.decision.VolumeUnits;
import cairn.engine.Command;
import cairn.engine.Envelope;
import cairn.engine.Running;
import cairn.engine.Stamp;
import cairn.engine.VolumeUse;
import cairn.engine.World;
import cairn.log.Entry;
import cairn.log.Fact;
import cairn.person.PersonKey;
import cairn.store.codec.In;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What one lane's shards hold of volume limits. Belongs to its lane.
 *
 * <p>A decision that may put something limited to a person leases units if its shard has none left
 * ({@link Volumes}); what it chose takes its units in the batch that keeps the decision. Until it
 * is known what came of it, the slot holds them. A response or a release is use, and settles them
 * for good; a message that is withheld, or an answer that nobody reacted to for {@link #HELD_FOR},
 * gives them back to the shard. A record that is sealed keeps for good what it took, since what
 * comes of it is then heard elsewhere. Imports lease and take nothing: what they decide is never
 * sent.
 */
final class Shares {
  /** How long an answered decision holds its units without a response. */
  static final Duration HELD_FOR = Duration.ofHours(1);

  /** The most that is given back beside the commands of one batch. */
  private static final int EXPIRED_BESIDE_MAX = 1_024;

  /** The most a shard that ran out looks for at once; what is left it finds the next time. */
  private static final int EXPIRED_AT_ONCE_MAX = 10_000;

  /** How long a shard whose held units cannot be read is left alone. */
  private static final long DAMAGED_MILLIS = 60_000;

  /** A command of another kind may decide this often, on its way through a journey. */
  private static final int DECISIONS_ON_THE_WAY = 2;

  private final Database database;
  private final int[] shards;
  private final Volumes volumes;
  private final int meta;
  private final Map<Place, Share> shares = new HashMap<>();
  private final Set<Place> changed = new HashSet<>();
  private final Held held;
  private final BiConsumer<String, Throwable> faults;
  private final long[] readAgainAt = new long[PersonKey.SHARDS];

  private record Place(int shard, String limit, long period) {}

  private static final class Share {
    int leased;
    int spent;

    int left() {
      return leased - spent;
    }
  }

  Shares(Database database, Volumes volumes, int[] shards, BiConsumer<String, Throwable> faults) {
    this.database = database;
    this.volumes = volumes;
    this.shards = shards;
    this.faults = faults;
    this.meta = database.id(Family.META);
    held = new Held(database, shards);
    for (int shard : shards) {
      resume(shard);
    }
  }

  /** What all shards hold, as it is written: summed by limit and period. */
  static List<VolumeUse> written(Database database) {
    var sums = new TreeMap<Sum, int[]>();
    var from = new byte[] {'v'};
    database.visit(
        Family.META,
        from,
        Layout.after(from),
        (key, value) -> {
          var in = new In(value, 0, value.length, "a share of a volume limit");
          var limit = new String(key, 10, key.length - 10, StandardCharsets.UTF_8);
          var sum = sums.computeIfAbsent(new Sum(limit, Layout.int64(key, 2)), any -> new int[2]);
          sum[0] += in.count();
          sum[1] += in.count();
          return true;
        });
    return sums.entrySet().stream()
        .map(one ->
            new VolumeUse(
                one.getKey().limit(),
                one.getKey().period(),
                Math.max(one.getValue()[0], one.getValue()[1]),
                one.getValue()[1]))
        .toList();
  }

  private record Sum(String limit, long period) implements Comparable<Sum> {
    @Override
    public int compareTo(Sum other) {
      int byLimit = limit.compareTo(other.limit);
      return byLimit != 0 ? byLimit : Long.compare(period, other.period);
    }
  }

  private void resume(int shard) {
    var from = new byte[] {'v', (byte) shard};
    database.visit(
        Family.META,
        from,
        Layout.after(from),
        (key, value) -> {
          var in = new In(value, 0, value.length, "a share of a volume limit");
          var share = new Share();
          share.leased = in.count();
          share.spent = in.count();
          var limit = new String(key, 10, key.length - 10, StandardCharsets.UTF_8);
          long period = Layout.int64(key, 2);
          shares.put(new Place(shard, limit, period), share);
          volumes.resume(limit, period, share.leased);
          return true;
        });
  }

  /** The world as a command of one shard sees it: with what is left of volume limits. */
  World world(World world, Stamp stamp, int shard, Envelope envelope, Batch batch) {
    var blueprint = world.blueprint(stamp.blueprint());
    if (blueprint == null
        || blueprint.catalogue().volumes().isEmpty()
        || envelope.origin() == Entry.Origin.IMPORT) {
      return world;
    }
    int wanted =
        envelope.command() instanceof Command.RequestDecision asks
            ? asks.request().placements().size()
            : DECISIONS_ON_THE_WAY;
    long now = stamp.now().toEpochMilli();
    return new Limited(
        world,
        id -> {
          var limit = limit(blueprint.catalogue(), id);
          return limit == null ? Integer.MAX_VALUE : left(limit, shard, now, wanted, batch);
        });
  }

  private record Limited(World world, Balances left) implements World {
    @Override
    public @Nullable Blueprint blueprint(int number) {
      return world.blueprint(number);
    }

    @Override
    public @Nullable Scoring scoring(long models) {
      return world.scoring(models);
    }

    @Override
    public Balances balances(int shard) {
      return left;
    }

    @Override
    public Switches switches() {
      return world.switches();
    }
  }

  private static @Nullable VolumeLimit limit(Catalogue catalogue, String id) {
    for (var limit : catalogue.volumes()) {
      if (limit.id().equals(id)) {
        return limit;
      }
    }
    return null;
  }

  private int left(VolumeLimit limit, int shard, long now, int wanted, Batch batch) {
    var place = new Place(shard, limit.id(), Volumes.period(limit, now));
    var share = share(place, batch);
    if (share.left() < wanted) {
      int more = volumes.lease(limit, place.period(), wanted - share.left());
      if (more > 0) {
        share.leased += more;
        changed.add(place);
      } else if (share.left() <= 0) {
        expire(shard, now, EXPIRED_AT_ONCE_MAX, batch);
      }
    }
    return volumes.isOver(limit, place.period()) ? 0 : share.left();
  }

  /** A shard's share; with the first of a new period those long over go. */
  private Share share(Place place, Batch batch) {
    var known = shares.get(place);
    if (known != null) {
      return known;
    }
    var share = new Share();
    shares
        .keySet()
        .removeIf(old -> {
          boolean over =
              old.shard() == place.shard()
                  && old.limit().equals(place.limit())
                  && old.period() < place.period() - Volumes.PERIODS_KEPT;
          if (over) {
            changed.remove(old);
            batch.delete(meta, Layout.share(old.shard(), old.period(), old.limit()));
          }
          return over;
        });
    shares.put(place, share);
    return share;
  }

  /** Reads what an entry settles, before anything of the entry is written. */
  void read(PersonKey person, Entry entry) {
    held.forgetRead();
    if (!held.any(person.shard())) {
      return;
    }
    for (var fact : entry.facts()) {
      if (fact instanceof Fact.ResponseRecorded response) {
        held.read(Layout.held(person, response.decision()));
      } else if (fact instanceof Fact.EffectReleased released) {
        held.read(Layout.held(person, released.id()));
      } else if (fact instanceof Fact.EffectWithheld withheld) {
        held.read(Layout.held(person, withheld.id()));
      } else if (fact instanceof Fact.RecordSealed) {
        held.readAll(person);
      }
    }
  }

  /**
   * Takes and settles units by what an entry says came about; {@link #read} went before. What is
   * imported takes none, but may tell what came of what was decided here.
   */
  void settle(PersonKey person, Entry entry, Running running, Batch batch) {
    var blueprint = running.world().blueprint(entry.blueprint());
    var catalogue = blueprint == null ? Catalogue.EMPTY : blueprint.catalogue();
    if (catalogue.volumes().isEmpty() && !held.any(person.shard())) {
      return;
    }
    for (var fact : entry.facts()) {
      if (fact instanceof Fact.DecisionMade(var decision, boolean queued)) {
        if (entry.origin() == Entry.Origin.LIVE) {
          take(person, decision, queued, catalogue, batch);
        }
      } else if (fact instanceof Fact.ResponseRecorded response) {
        keep(Layout.held(person, response.decision()), batch);
      } else if (fact instanceof Fact.EffectReleased released) {
        keep(Layout.held(person, released.id()), batch);
      } else if (fact instanceof Fact.EffectWithheld withheld) {
        giveBack(Layout.held(person, withheld.id()), batch);
      } else if (fact instanceof Fact.EffectQueued queued && queued.muted()) {
        giveBack(Layout.held(person, queued.effect().id()), batch);
      } else if (fact instanceof Fact.RecordSealed) {
        held.all(person).forEach(units -> held.remove(units, batch));
      }
    }
  }

  private void take(
      PersonKey person, DecisionRecord decision, boolean queued, Catalogue catalogue, Batch batch) {
    // What is queued holds its units until it leaves or is withheld, however long that takes.
    long until = queued ? Held.FOR_EVER : decision.at().plus(HELD_FOR).toEpochMilli();
    for (int slot = 0; slot < decision.slots().size(); slot++) {
      var parts = new ArrayList<Held.Part>();
      for (var id : VolumeUnits.of(catalogue, decision.slots().get(slot).action())) {
        var limit = limit(catalogue, id);
        if (limit != null) {
          long period = Volumes.period(limit, decision.at().toEpochMilli());
          parts.add(new Held.Part(id, period));
          var place = new Place(person.shard(), id, period);
          share(place, batch).spent++;
          changed.add(place);
        }
      }
      if (!parts.isEmpty()) {
        var key = Layout.held(person, decision.id() + "/" + slot);
        held.put(new Held.Units(key, until, parts), batch);
      }
    }
  }

  /** Units that were used are nobody's any more. */
  private void keep(byte[] key, Batch batch) {
    var units = held.find(key);
    if (units != null) {
      held.remove(units, batch);
    }
  }

  private void giveBack(byte[] key, Batch batch) {
    var units = held.find(key);
    if (units != null) {
      giveBack(units, batch);
    }
  }

  private void giveBack(Held.Units units, Batch batch) {
    for (var part : units.parts()) {
      var place = new Place(units.shard(), part.limit(), part.period());
      var share = shares.get(place);
      if (share != null && share.spent > 0) {
        share.spent--;
        changed.add(place);
      }
    }
    held.remove(units, batch);
  }

  /**
   * Gives back some of what was held too long by decisions that nobody reacted to, so that it does
   * not pile up where there is plenty.
   */
  void expire(long now, Batch batch) {
    int left = EXPIRED_BESIDE_MAX;
    for (int i = 0; i < shards.length && left > 0; i++) {
      left -= expire(shards[i], now, left, batch);
    }
  }

  private int expire(int shard, long now, int max, Batch batch) {
    if (now < readAgainAt[shard]) {
      return 0;
    }
    try {
      return held.over(shard, now, max, units -> giveBack(units, batch));
    } catch (StoreException damaged) {
      readAgainAt[shard] = now + DAMAGED_MILLIS;
      faults.accept("looking for units held too long", damaged);
      return 0;
    }
  }

  /** Puts what shards hold now into the batch. */
  void write(Batch batch) {
    for (var place : changed) {
      var share = shares.get(place);
      if (share != null) {
        int start = batch.begin(meta, Layout.share(place.shard(), place.period(), place.limit()));
        batch.out().number(share.leased);
        batch.out().number(share.spent);
        batch.end(start);
      }
    }
    changed.clear();
  }

  /** The batch is written. */
  void written() {
    held.written();
  }
}
