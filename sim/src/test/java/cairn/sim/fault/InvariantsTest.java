package cairn.sim.fault;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.engine.Command;
import cairn.server.publish.Published;
import cairn.sim.host.SimulatedHost;
import cairn.sim.world.Worlds;
import cairn.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The look at everything kept sees what is wrong, and only that. */
final class InvariantsTest {
  private static final int PEOPLE = 4;

  private final Published published = new Published();
  private final SimulatedHost host = new SimulatedHost(published::running, SimulatedStorm.START, 3);
  private final Carrier carrier = new Carrier(host, host.clock(), new HashSet<>(), mark -> {});

  @BeforeEach
  void publish() {
    published.add(Worlds.blueprint());
  }

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void nothingIsWrongWhereEverythingThatWasAcknowledgedIsThereOnce() {
    happened("id-1", "0.1@2");
    happened("id-1", "0.1@2");

    assertThat(broken(Set.of("0.1@2"))).isEmpty();
  }

  @Test
  void anAcknowledgedEventThatIsNotThereIsLost() {
    happened("id-1", "0.1@2");

    assertThat(broken(Set.of("0.1@2", "0.9@2")))
        .containsExactly("event 0.9@2 was acknowledged and is lost");
  }

  @Test
  void anEventThatWasTakenTwiceIsSeen() {
    happened("id-1", "0.1@2");
    happened("id-2", "0.1@2");

    assertThat(broken(Set.of("0.1@2"))).containsExactly("event 0.1@2 is there 2 times");
  }

  @Test
  void somebodyNobodyAskedAboutIsCounted() {
    happened("id-1", "0.1@9");

    assertThat(broken(Set.of())).containsExactly("1 people are counted and 0 are there");
  }

  private List<String> broken(Set<String> acknowledged) {
    return Invariants.broken(host, published, PEOPLE, acknowledged, host.clock().instant());
  }

  private void happened(String id, String mark) {
    var event = new Command.TakeEvent("Looked around", "web", Map.of(Storm.MARK, Value.of(mark)));
    carrier.send(
        new Act.Send(Storm.known(Storm.personOf(mark)), id, host.clock().instant(), event));
  }
}
