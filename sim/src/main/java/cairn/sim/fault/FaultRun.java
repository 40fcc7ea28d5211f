package cairn.sim.fault;

import cairn.server.publish.Published;
import cairn.sim.world.Worlds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A whole run of faults from one seed.
 *
 * @param seed everything is drawn from it; storms in memory come again step by step, those on disk
 *     up to the order in which threads and disk take turns
 * @param storms how many storms against the host in memory, of seeds from this one on
 * @param restarts rounds on a store on disk
 * @param kills processes to kill
 * @param everyByte whether logs are cut at every byte of their last hundred records
 */
public record FaultRun(long seed, int storms, int restarts, int kills, boolean everyByte) {
  private static final int ACTS = 1_500;
  private static final int ACTS_ON_DISK = 1_200;

  /** What is told on the way. */
  public interface Listener extends Consumer<String> {}

  /**
   * Runs.
   *
   * @param folder an empty folder; what is in it afterwards is left for whoever looks for the cause
   */
  public Report run(Path folder, Listener listener) throws IOException {
    var published = new Published();
    published.add(Worlds.blueprint());
    var report = Report.NOTHING;
    for (int i = 0; i < storms; i++) {
      report = report.plus(SimulatedStorm.play(published, seed + i, ACTS));
    }
    listener.accept(storms + " storms in memory are over");
    var disk = Files.createDirectories(folder.resolve("restarted"));
    report = report.plus(StoreStorm.play(published, seed, disk, restarts, ACTS_ON_DISK));
    listener.accept(2 * restarts + " restarts of a store are over");
    var killed = Files.createDirectories(folder.resolve("killed"));
    report = report.plus(KillStorm.play(published, seed, killed, kills));
    listener.accept(kills + " processes were killed");
    var torn = Files.createDirectories(folder.resolve("torn"));
    report = report.plus(TornLog.play(published, seed, torn, everyByte));
    listener.accept("the log was cut");
    return report;
  }
}
