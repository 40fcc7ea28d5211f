package cairn.bench.decide;

import cairn.bench.Bench;
import cairn.bench.Figures;
import cairn.bench.Rest;
import cairn.bench.ServerProcess;
import cairn.blueprint.file.Bundle;
import cairn.server.command.CommandFailure;
import cairn.store.StoreSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures trying a draft on everyone: the product in a process of its own on a store filled
 * before, asked over HTTP to decide for each person twice, as it runs and as the draft would, among
 * 1,000 actions. The draft counts only what an offer is worth to the person, so that much of what
 * is chosen changes, and has people told by two of their attributes.
 */
@Command(name = "trials", description = "Trying a draft on everyone beside what runs, over HTTP.")
public final class TrialBench extends Bench {
  private static final int PEOPLE = 1_000_000;
  private static final int ACTIONS = 1_000;
  private static final int KEEP_SHARE = 3;
  private static final int PREDICTORS = 16;
  private static final double TALK_SECONDS = 5;
  private static final int AT_ONCE_MAX = 4;

  @Option(
      names = "--at-once",
      paramLabel = "N",
      description = "So many trials of the same draft, begun together (default: ${DEFAULT-VALUE}).")
  private int atOnce = 1;

  @Override
  protected Figures measure() throws Exception {
    if (atOnce < 1 || atOnce > AT_ONCE_MAX) {
      throw CommandFailure.misused("--at-once is a number from 1 to " + AT_ONCE_MAX + ".");
    }
    return inFolder(this::measure);
  }

  private Figures measure(Path folder) throws Exception {
    int people = people(PEOPLE);
    var store = folder.resolve("trials");
    var blueprint = folder.resolve("blueprint");
    delete(store);
    delete(blueprint);
    var files = Scenario.files(ACTIONS, KEEP_SHARE, PREDICTORS);
    try {
      new OnStore(StoreSettings.in(store), 1, PREDICTORS, this::say).fill(people);
      files.write(blueprint);
      say("the server reads what was before");
      try (var server = ServerProcess.start(store, blueprint)) {
        Rest.await(server::cpuSeconds);
        say("people decide and answer, so that models learn");
        OverHttp.load(server.url())
            .run(seconds(TALK_SECONDS), 1, (line, random) -> OverHttp.talk(line, random, people));
        Rest.await(server::cpuSeconds);
        double before = server.peakBytes().orElse(0);
        double cpu = server.cpuSeconds();
        var ended = trials(new TrialCalls(server.url()), draft(files));
        cpu = server.cpuSeconds() - cpu;
        return figures(people, ended, 1e6 * cpu / ((double) people * atOnce), before, server);
      }
    } finally {
      delete(store);
      delete(blueprint);
    }
  }

  /** Counts only what is worth something to the person, and tells people by two attributes. */
  private static Map<String, String> draft(Bundle running) {
    var draft = new LinkedHashMap<String, String>();
    draft.put("arbitration.yaml", "a: 0\n");
    draft.put(
        "features.yaml",
        running.files().get("features.yaml") + "fairness:\n  - person.t00\n  - person.t01\n");
    return draft;
  }

  private List<TrialCalls.Ended> trials(TrialCalls calls, Map<String, String> draft)
      throws Exception {
    say("deciding twice for everyone");
    var begun = new ArrayList<String>();
    for (int i = 0; i < atOnce; i++) {
      begun.add(calls.begin(draft));
    }
    var ended = new ArrayList<TrialCalls.Ended>();
    for (var trial : begun) {
      ended.add(calls.await(trial));
    }
    return ended;
  }

  private Figures figures(
      int people,
      List<TrialCalls.Ended> ended,
      double cpuMicros,
      double bytesBefore,
      ServerProcess server) {
    double seconds = ended.stream().mapToDouble(TrialCalls.Ended::seconds).max().orElseThrow();
    var figures = new Figures();
    figures.put("people", people, "in the store, everyone of whom was decided for");
    figures.put("trials", atOnce, "at once, of two decisions for each person");
    figures.put("seconds", seconds, "until the last was done");
    figures.put(
        "people_per_second",
        Math.rint((double) people * atOnce / seconds),
        "decided for twice, all trials");
    figures.put("cpu_us", cpuMicros, "processor time of the server for one of them");
    figures.put("changed_share", (double) ended.getFirst().changed() / people, "get another offer");
    figures.put("read_ms", ended.getFirst().readMillis(), "to read all that was found");
    figures.put("server_mib_before", Math.rint(bytesBefore / (1 << 20)), "of memory, at most");
    server
        .peakBytes()
        .ifPresent(most ->
            figures.put(
                "server_mib", Math.rint(most / (double) (1 << 20)), "the same, afterwards"));
    return figures;
  }
}
