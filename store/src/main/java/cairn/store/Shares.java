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
import cairn.engine.World;
import cairn.log.Entry;
import cairn.log.Fact;
import cairn.person.PersonKey;
import cairn.store.codec.In;
import cairn.store.codec.Out;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /** How long a shard that ran out waits until it looks again for units held too long. */
  private static final long LOOK_AGAIN_MILLIS = 1_000;

  /** The most rows of one such look. */
  private static final int LOOKED_AT_MAX = 10_000;

  /** A command of another kind may decide this often, on its way through a journey. */
  private static final int DECISIONS_ON_THE_WAY = 2;

  private static final byte[] SETTLED = {};

  private final Database database;
  private final Volumes volumes;
  private final int meta;
  private final Map<Place, Share> shares = new HashMap<>();
  private final Set<Place> changed = new HashSet<>();

  /** Rows of held units in the batch that is not written yet; empty where one is deleted. */
  private final Map<ByteBuffer, byte[]> unwritten = new HashMap<>();

  private final long[] lookedAt = new long[PersonKey.SHARDS];

  private record Place(int shard, String limit, long period) {}

  private static final class Share {
    int leased;
    int spent;

    int left() {
      return leased - spent;
    }
  }

  Shares(Database database, Volumes volumes, int[] shards) {
    this.database = database;
    this.volumes = volumes;
    this.meta = database.id(Family.META);
    for (int shard : shards) {
      resume(shard);
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
        expire(shard, now, batch);
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

  /** Takes and settles units by what an entry says came about. */
  void settle(PersonKey person, Entry entry, Running running, Batch batch) {
    var blueprint = running.world().blueprint(entry.blueprint());
    if (blueprint == null
        || blueprint.catalogue().volumes().isEmpty()
        || entry.origin() == Entry.Origin.IMPORT) {
      return;
    }
    for (var fact : entry.facts()) {
      if (fact instanceof Fact.DecisionMade(var decision, boolean queued)) {
        take(person, decision, queued, blueprint.catalogue(), batch);
      } else if (fact instanceof Fact.ResponseRecorded response) {
        forget(Layout.held(person, response.decision()), batch);
      } else if (fact instanceof Fact.EffectReleased released) {
        forget(Layout.held(person, released.id()), batch);
      } else if (fact instanceof Fact.EffectWithheld withheld) {
        giveBack(Layout.held(person, withheld.id()), batch);
      } else if (fact instanceof Fact.RecordSealed) {
        var held = Layout.held(person, "");
        batch.deleteRange(meta, held, Layout.after(held));
      }
    }
  }

  private void take(
      PersonKey person, DecisionRecord decision, boolean queued, Catalogue catalogue, Batch batch) {
    for (int slot = 0; slot < decision.slots().size(); slot++) {
      var limits = new ArrayList<Place>();
      for (var id : VolumeUnits.of(catalogue, decision.slots().get(slot).action())) {
        var limit = limit(catalogue, id);
        if (limit != null) {
          long period = Volumes.period(limit, decision.at().toEpochMilli());
          limits.add(new Place(person.shard(), id, period));
        }
      }
      for (var place : limits) {
        share(place, batch).spent++;
        changed.add(place);
      }
      if (!limits.isEmpty()) {
        hold(Layout.held(person, decision.id() + "/" + slot), decision, queued, limits, batch);
      }
    }
  }

  /** What is queued holds its units until it leaves or is withheld, however long that takes. */
  private void hold(
      byte[] key, DecisionRecord decision, boolean queued, List<Place> limits, Batch batch) {
    long until = queued ? Rows.NEVER : decision.at().plus(HELD_FOR).toEpochMilli();
    var out = new Out(64);
    out.number(until);
    out.number(limits.size());
    for (var place : limits) {
      out.text(place.limit());
      out.number(place.period());
    }
    var row = out.copy();
    batch.put(meta, key, row);
    unwritten.put(ByteBuffer.wrap(key), row);
  }

  private void forget(byte[] key, Batch batch) {
    batch.delete(meta, key);
    unwritten.put(ByteBuffer.wrap(key), SETTLED);
  }

  private void giveBack(byte[] key, Batch batch) {
    var fresh = unwritten.get(ByteBuffer.wrap(key));
    var row = fresh == null ? database.get(Family.META, key) : fresh;
    if (row != null && row.length > 0) {
      giveBack(key, new In(row, 0, row.length, "held units"), batch);
    }
  }

  private void giveBack(byte[] key, In row, Batch batch) {
    row.number();
    for (int i = row.items(); i > 0; i--) {
      var place = new Place(key[1], row.text(), row.number());
      var share = shares.get(place);
      if (share != null && share.spent > 0) {
        share.spent--;
        changed.add(place);
      }
    }
    forget(key, batch);
  }

  /** Gives back what was held too long by decisions that nobody reacted to. */
  private void expire(int shard, long now, Batch batch) {
    if (now - lookedAt[shard] < LOOK_AGAIN_MILLIS) {
      return;
    }
    lookedAt[shard] = now;
    var from = new byte[] {'w', (byte) shard};
    var over = new ArrayList<byte[]>();
    int[] seen = {0};
    database.visit(
        Family.META,
        from,
        Layout.after(from),
        (key, value) -> {
          long until = new In(value, 0, value.length, "held units").number();
          if (until <= now && !unwritten.containsKey(ByteBuffer.wrap(key))) {
            over.add(key);
          }
          return ++seen[0] < LOOKED_AT_MAX;
        });
    over.forEach(key -> giveBack(key, batch));
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
    unwritten.clear();
  }
}
