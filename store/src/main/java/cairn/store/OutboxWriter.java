package cairn.store;

import cairn.engine.OutboxItem;
import cairn.engine.Post;
import cairn.person.PersonKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes outbox changes into a lane's batch. What the batch holds but the database does not yet is
 * remembered, so that an effect can be queued and withdrawn in one batch.
 */
final class OutboxWriter {
  private record Effect(PersonKey person, String id) {}

  private final Database database;
  private final Batch batch;
  private final int family;
  private final Map<Effect, @Nullable OutboxItem> unwritten = new HashMap<>();

  /** What was read for the entry at hand. */
  private final Map<Effect, OutboxItem> known = new HashMap<>();

  OutboxWriter(Database database, Batch batch) {
    this.database = database;
    this.batch = batch;
    this.family = database.id(Family.OUTBOX);
  }

  /** Reads what the changes of one entry are made to, before anything of it is written. */
  void read(PersonKey person, List<Post> posts) {
    known.clear();
    for (var post : posts) {
      var effect = new Effect(person, post.effect());
      if (!unwritten.containsKey(effect)) {
        var row = database.get(Family.OUTBOX, Layout.effect(person, post.effect()));
        if (row != null) {
          known.put(effect, Rows.effect(row, person));
        }
      }
    }
  }

  /** Writes the changes of one entry, after {@link #read}; true if something new may leave. */
  boolean write(PersonKey person, List<Post> posts) {
    boolean grew = false;
    for (var post : posts) {
      var now = find(person, post.effect());
      switch (post) {
        case Post.Put put -> {
          replace(now, new OutboxItem(person, put.pending(), put.content(), put.due()));
          grew = true;
        }
        case Post.Defer defer -> {
          if (now != null) {
            replace(now, new OutboxItem(person, now.effect(), now.content(), defer.until()));
            grew = true;
          }
        }
        case Post.Release release -> {
          if (now != null) {
            var put = Post.released(now.effect(), now.content(), release.at());
            replace(now, new OutboxItem(person, put.pending(), put.content(), put.due()));
          }
        }
        case Post.Drop _ -> {
          if (now != null) {
            drop(now);
            unwritten.put(new Effect(person, now.effect().id()), null);
          }
        }
      }
    }
    return grew;
  }

  /** The batch is written: the database knows it all. */
  void written() {
    unwritten.clear();
  }

  private @Nullable OutboxItem find(PersonKey person, String id) {
    var effect = new Effect(person, id);
    return unwritten.containsKey(effect) ? unwritten.get(effect) : known.get(effect);
  }

  private void replace(@Nullable OutboxItem before, OutboxItem item) {
    if (before != null) {
      drop(before);
    }
    int start = batch.begin(family, Layout.effect(item.person(), item.effect().id()));
    Rows.effect(batch.out(), item);
    batch.end(start);
    batch.put(family, dueKey(item), new byte[0]);
    unwritten.put(new Effect(item.person(), item.effect().id()), item);
  }

  private void drop(OutboxItem item) {
    batch.delete(family, Layout.effect(item.person(), item.effect().id()));
    batch.delete(family, dueKey(item));
  }

  private static byte[] dueKey(OutboxItem item) {
    return Layout.effectDue(item.person(), millis(item.due()), item.effect().id());
  }

  /** Deletes every effect of a person; a damaged row does not keep the others, nor itself. */
  static void purge(Database database, Batch batch, PersonKey person) {
    int family = database.id(Family.OUTBOX);
    var effects = Layout.effect(person, "");
    boolean[] damaged = {false};
    database.visit(
        Family.OUTBOX,
        effects,
        Layout.after(effects),
        (key, value) -> {
          batch.delete(family, key);
          try {
            batch.delete(family, dueKey(Rows.effect(value, person)));
          } catch (StoreException unreadable) {
            damaged[0] = true;
          }
          return true;
        });
    if (damaged[0]) {
      purgeTimes(database, batch, person);
    }
  }

  /** Deletes a person's rows of times, wherever they sort: what would tell it is damaged. */
  private static void purgeTimes(Database database, Batch batch, PersonKey person) {
    int family = database.id(Family.OUTBOX);
    var times = new byte[] {(byte) person.shard(), 1};
    database.visit(
        Family.OUTBOX,
        times,
        Layout.after(times),
        (key, value) -> {
          if (PersonKey.of(key, Layout.EFFECT_DUE_PERSON).equals(person)) {
            batch.delete(family, key);
          }
          return true;
        });
  }

  /** Epoch milliseconds, never below zero, so that they sort as bytes. */
  static long millis(Instant due) {
    return Math.max(0, due.toEpochMilli());
  }
}
