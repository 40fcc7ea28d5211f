package cairn.server.decide;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.engine.Command;
import cairn.engine.Envelope;
import cairn.engine.Priority;
import cairn.log.Entry;
import cairn.person.Identifier;
import cairn.person.PersonKey;
import cairn.server.MemoryHost;
import cairn.server.Worlds;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Learning reads shard after shard; what it cannot take in one keeps it from no other. */
final class FeedCursorsTest {
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
  private static final int PEOPLE = 300;

  private final MemoryHost host =
      new MemoryHost(Worlds.published()::running, InstantSource.fixed(NOON));
  private final FeedCursors cursors = new FeedCursors(host);
  private final Map<PersonKey, Integer> taken = new HashMap<>();

  @Test
  void whatCannotBeTakenIsTriedAgainWhileTheOtherShardsGoOn() {
    var damaged = send("person-0");
    for (int person = 1; person < PEOPLE; person++) {
      send("person-" + person);
    }

    cursors.pass(
        () -> false,
        (item, again) -> {
          if (item.person().shard() == damaged.shard()) {
            throw new IllegalStateException("this entry cannot be taken");
          }
          taken.merge(item.person(), 1, Integer::sum);
        });
    assertThat(taken.keySet()).noneMatch(one -> one.shard() == damaged.shard());
    assertThat(taken).hasSizeGreaterThan(PEOPLE / 2);
    cursors.pass(() -> false, (item, again) -> taken.merge(item.person(), 1, Integer::sum));

    assertThat(taken).hasSize(PEOPLE);
    assertThat(taken.values()).as("each once").containsOnly(1);
  }

  private PersonKey send(String person) {
    var who = Identifier.user(person);
    var key = host.key(who);
    var looked = new Command.TakeEvent("looked", null, Map.of());
    host.submit(
            new Envelope(key, who, "looked", Entry.Origin.LIVE, NOON, looked), Priority.INTERACTIVE)
        .join();
    return key;
  }
}
