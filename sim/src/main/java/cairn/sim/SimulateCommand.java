package cairn.sim;

import cairn.blueprint.Blueprint;
import cairn.blueprint.file.BlueprintCompiler;
import cairn.blueprint.file.Bundle;
import cairn.blueprint.file.Compilation;
import cairn.person.Ending;
import cairn.person.PersonKey;
import cairn.server.Folder;
import cairn.server.command.CommandFailure;
import cairn.server.publish.Published;
import cairn.server.publish.Publisher;
import cairn.sim.crowd.Crowd;
import cairn.sim.crowd.Habits;
import cairn.sim.crowd.HostWire;
import cairn.sim.crowd.Taste;
import cairn.sim.crush.Crush;
import cairn.sim.host.SimulatedHost;
import cairn.sim.world.Worlds;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cairn simulate}: what would become of people under a blueprint. */
@Command(
    name = "simulate",
    description =
        "Drives a blueprint with simulated people and time, the engine with faults, or its limits"
            + " in a crush; nothing is kept.",
    mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {
  private static final int PEOPLE_MAX = 10_000_000;
  private static final int DAYS_MAX = 3_660;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      arity = "0..1",
      description = "A blueprint's folder; without it, the worlds that ship.")
  private @Nullable Path folder;

  @Option(
      names = "--store",
      paramLabel = "DIR",
      description = "Takes the blueprint that runs in this store, which is left as it is.")
  private @Nullable Path store;

  @Option(names = "--people", description = "How many people (default: ${DEFAULT-VALUE}).")
  private int people = 1_000;

  @Option(names = "--days", description = "How many days (default: ${DEFAULT-VALUE}).")
  private int days = 90;

  @Option(names = "--seed", description = "What chance starts from (default: ${DEFAULT-VALUE}).")
  private long seed = 7;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Option(
      names = "--faults",
      description =
          "Play faults from the seed instead: repeated, swapped and late events, two devices at"
              + " once, a jumping clock, killed processes, cut logs; and look at everything after.")
  private boolean faults;

  @Option(
      names = "--rounds",
      description = "With --faults: how many times over (default: ${DEFAULT-VALUE}).")
  private int rounds = 1;

  @Option(
      names = "--every-byte",
      description = "With --faults: cut the log at every byte of its last hundred records.")
  private boolean everyByte;

  @Option(
      names = "--decisions",
      paramLabel = "N",
      description =
          "Let everybody ask at once instead: N decisions from many threads on a store on disk,"
              + " under caps and limits over all people; then count every log.")
  private @Nullable Integer decisions;

  @Override
  public Integer call() throws IOException {
    if (faults) {
      return new FaultsTeller(seed, rounds, everyByte, json).call();
    }
    if (decisions != null) {
      if (decisions < 1 || decisions > Crush.DECISIONS_MAX) {
        throw CommandFailure.misused(
            "--decisions is a number from 1 to %,d.".formatted(Crush.DECISIONS_MAX));
      }
      return new CrushTeller(decisions, seed, json).call();
    }
    if (people < 1 || people > PEOPLE_MAX || days < 1 || days > DAYS_MAX) {
      throw CommandFailure.misused(
          "--people is a number to %,d, --days one to %,d.".formatted(PEOPLE_MAX, DAYS_MAX));
    }
    var blueprint = blueprint();
    var start = Instant.parse("2026-01-05T00:00:00Z");
    var began = System.nanoTime();
    var published = new Published();
    published.add(blueprint);
    try (var host = new SimulatedHost(published::running, start, seed)) {
      var crowd = new Crowd(() -> blueprint, new HostWire(host, blueprint), new Taste(seed));
      var over = Duration.ofDays(Math.max(1, days * 3L / 4));
      if (folder == null && store == null) {
        for (var world : Worlds.ALL) {
          crowd.arrive(world.habits(), people * world.share() / 100, seed, start, over);
        }
      } else {
        var journeys = blueprint.journeys().stream().map(j -> j.id()).toList();
        crowd.arrive(Habits.usual(journeys), people, seed, start, over);
      }
      var end = start.plus(Duration.ofDays(days));
      try (var bar = Bars.of("Living through " + days + " days", days)) {
        for (var at = start; at.isBefore(end); at = at.plus(Demo.SLICE)) {
          host.moveTo(at);
          crowd.live(at);
          bar.stepTo(Duration.between(start, at).toDays());
        }
        bar.stepTo(days);
      }
      report(host, crowd, (System.nanoTime() - began) / 1e9);
    }
    return 0;
  }

  private Blueprint blueprint() throws IOException {
    if (store != null) {
      return Publisher.check(new Folder(store).root())
          .flatMap(Publisher.Checked::blueprint)
          .orElseThrow(
              () -> CommandFailure.misused("Nothing that can run is published in " + store + "."));
    }
    if (folder == null) {
      return Worlds.blueprint();
    }
    if (!Files.isDirectory(folder)) {
      throw CommandFailure.misused("There is no folder " + folder + ".");
    }
    return switch (BlueprintCompiler.compile(Bundle.read(folder), null, 1)) {
      case Compilation.Compiled compiled -> compiled.blueprint();
      case Compilation.Refused refused -> {
        refused.problems().forEach(problem -> err().println(problem.sentence()));
        throw new CommandFailure(refused.problems().getFirst().sentence());
      }
    };
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }

  private void report(SimulatedHost host, Crowd crowd, double seconds) {
    var endings = new EnumMap<Ending, Integer>(Ending.class);
    var steps = new TreeMap<String, Integer>();
    for (int shard = 0; shard < PersonKey.SHARDS; shard++) {
      host.scan(
          shard,
          person -> {
            for (var journey : person.journeys()) {
              if (journey.ending() == null) {
                steps.merge(journey.definition() + "/" + journey.step(), 1, Integer::sum);
              } else {
                endings.merge(journey.ending(), 1, Integer::sum);
              }
            }
            return true;
          });
    }
    var out = spec.commandLine().getOut();
    if (json) {
      var mapper = new ObjectMapper();
      ObjectNode all = mapper.createObjectNode();
      all.put("people", crowd.size()).put("events", crowd.deeds()).put("seconds", seconds);
      var ended = all.putObject("endings");
      endings.forEach((ending, count) -> ended.put(ending.name(), count));
      var under = all.putObject("underWay");
      steps.forEach(under::put);
      out.println(all);
      return;
    }
    out.printf(
        "%,d people, %,d events, %d days, in %.1f s%n", crowd.size(), crowd.deeds(), days, seconds);
    endings.forEach((ending, count) -> out.printf("  %-16s %,8d%n", ending, count));
    steps.forEach((step, count) -> out.printf("  %-40s %,8d now%n", step, count));
  }
}
