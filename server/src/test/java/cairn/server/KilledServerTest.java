package cairn.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real server, loaded by HTTP and killed, again and again. What it answered with 200 is kept as
 * acknowledged; a request that broke off is sent again, under the same ids, to the next process. At
 * the end everybody is read back: nothing acknowledged may be missing, nothing there twice.
 */
final class KilledServerTest {
  private static final int ROUNDS = Boolean.getBoolean("cairn.long") ? 40 : 4;
  private static final int SENDERS = 4;
  private static final int PEOPLE = 40;
  private static final int BATCH = 25;

  /** A server is killed once so many events were acknowledged, however slow the machine is. */
  private static final int LEAST = 150;

  private static final String NAME = "Ride ";

  private final long seed = Long.getLong("cairn.seed", System.nanoTime());
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final Queue<List<String>> brokenOff = new ConcurrentLinkedQueue<>();
  @TempDir private Path folder;

  @Test
  void aServerKilledUnderLoadLosesNothingItAcknowledgedAndTakesNothingTwice() throws Exception {
    var random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      try (var server = ServeProcess.start(folder)) {
        loadAndKill(server, round, 400 + random.nextInt(1_400));
      }
    }

    Map<String, Integer> seen;
    try (var server = ServeProcess.start(folder)) {
      var remote = new Remote(server.url());
      for (var batch : brokenOff) {
        assertThat(remote.post("/v1/events", body(batch)).status()).isEqualTo(200);
        acknowledged.addAll(batch);
      }
      seen = readEverybody(remote);
    }

    assertThat(acknowledged).as("seed %d", seed).hasSizeGreaterThanOrEqualTo(ROUNDS * LEAST);
    assertThat(seen.keySet()).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(acknowledged);
    assertThat(seen.values()).as("seed %d, times each", seed).containsOnly(1);
  }

  private void loadAndKill(ServeProcess server, int round, long millis)
      throws InterruptedException {
    var killed = new CountDownLatch(1);
    var again = List.copyOf(brokenOff);
    brokenOff.clear();
    var senders = new ArrayList<Thread>();
    for (int sender = 0; sender < SENDERS; sender++) {
      var mine = new ArrayList<List<String>>();
      for (int i = sender; i < again.size(); i += SENDERS) {
        mine.add(again.get(i));
      }
      var name = round + "-" + sender + "-";
      senders.add(Thread.ofVirtual().start(() -> send(server, name, mine, killed)));
    }
    int least = acknowledged.size() + LEAST;
    RunningServer.await("the server is under load", () -> acknowledged.size() >= least);
    assertThat(killed.await(millis, TimeUnit.MILLISECONDS)).as("it runs until killed").isFalse();
    server.kill();
    killed.countDown();
    for (var sender : senders) {
      sender.join();
    }
  }

  /** Sends until the server is gone; the last request has an unknown end. */
  private void send(
      ServeProcess server, String name, List<List<String>> first, CountDownLatch killed) {
    var remote = new Remote(server.url());
    int next = 0;
    for (int i = 0; killed.getCount() > 0; i++) {
      List<String> batch = new ArrayList<>();
      if (i < first.size()) {
        batch = first.get(i);
      } else {
        for (int n = 0; n < BATCH; n++) {
          batch.add(name + next++);
        }
      }
      try {
        var answer = remote.post("/v1/events", body(batch));
        if (answer.status() == 200) {
          acknowledged.addAll(batch);
        } else {
          brokenOff.add(batch);
        }
      } catch (IOException gone) {
        brokenOff.add(batch);
        for (var rest : first.subList(Math.min(first.size(), i + 1), first.size())) {
          brokenOff.add(rest);
        }
        return;
      }
    }
  }

  private static String body(List<String> ids) {
    var events = new ArrayList<String>();
    for (var id : ids) {
      events.add(
          "{\"person\":\"person-%d\",\"name\":\"%s%s\",\"id\":\"%s\"}"
              .formatted(Math.floorMod(id.hashCode(), PEOPLE), NAME, id, id));
    }
    return "{\"events\":[" + String.join(",", events) + "]}";
  }

  /** How often each event is in somebody's timeline. */
  private static Map<String, Integer> readEverybody(Remote remote) throws IOException {
    var seen = new HashMap<String, Integer>();
    for (int person = 0; person < PEOPLE; person++) {
      var path = "/v1/people/user:person-" + person + "/timeline?limit=200";
      var page = remote.get(path);
      while (page.status() == 200) {
        for (var entry : page.json().path("entries")) {
          var title = entry.path("title").asText();
          if (title.startsWith(NAME)) {
            seen.merge(title.substring(NAME.length()), 1, Integer::sum);
          }
        }
        var next = page.json().path("next");
        if (!next.isNumber()) {
          break;
        }
        page = remote.get(path + "&before=" + next.asLong());
      }
    }
    return seen;
  }
}
