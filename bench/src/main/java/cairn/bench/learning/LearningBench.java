package cairn.bench.learning;

import cairn.adaptive.ChoiceRule;
import cairn.adaptive.Chooser;
import cairn.adaptive.LearnerSettings;
import cairn.bench.Bench;
import cairn.bench.Figures;
import cairn.server.command.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures the learner with its standard settings: quality on the bank's contacts and in simulated
 * worlds, conformance of off-policy estimates, and speed, beside Vowpal Wabbit in the same run.
 */
@Command(name = "learning", description = "How well and how fast the learner learns.")
public final class LearningBench extends Bench {
  /** The logit of the base rate from which the bank's model starts, as every learner there does. */
  private static final double BANK_PRIOR_LOGIT = -2;

  private static final int ACTIONS = 100;
  private static final int REPLICATES = 20;
  private static final double SECONDS = 2;
  private static final int WORLDS_MAX = 1_000;
  private static final long SEED = 20_261_121;

  @Option(
      names = "--worlds",
      paramLabel = "N",
      description = "Simulate so many worlds (default: 5).")
  private int worlds = 5;

  @Option(
      names = "--full",
      description =
          "Also run Vowpal Wabbit with every learning rate, and off-policy evaluation where the"
              + " truth is known.")
  private boolean full;

  @Option(
      names = "--bandit",
      paramLabel = "FILE.csv",
      description = "Run the supervised-to-bandit protocol on this table instead.")
  private @Nullable Path bandit;

  @Option(
      names = "--label",
      paramLabel = "COLUMN",
      description = "The column of that table that holds the class (default: the last).")
  private @Nullable String label;

  private final Figures figures = new Figures();

  @Override
  protected Figures measure() throws IOException {
    if (worlds < 1 || worlds > WORLDS_MAX) {
      throw CommandFailure.misused("--worlds is a number from 1 to " + WORLDS_MAX + ".");
    }
    Path file = bandit;
    if (file != null) {
      measureTable(file);
      return figures;
    }
    Path folder = data();
    if (folder == null || !BankRows.isIn(folder)) {
      throw CommandFailure.misused(
          "no bank-marketing/bank-additional-full.csv in "
              + (folder == null ? "shared/data beside any parent folder" : folder)
              + "; name the data folder with --data");
    }
    measure(folder);
    return figures;
  }

  private void measureTable(Path file) throws IOException {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw CommandFailure.misused("no readable file " + file);
    }
    try {
      measureBandit(file);
    } catch (IllegalArgumentException e) {
      throw CommandFailure.misused(
          e.getMessage() == null ? "the table cannot be read" : e.getMessage());
    }
  }

  private void measure(Path folder) throws IOException {
    BankRows rows = BankRows.read(folder, people(Integer.MAX_VALUE));
    LearnerSettings settings = LearnerSettings.STANDARD;
    boolean vw = VwPeer.isAvailable();
    simulate(rows, settings, vw);
    say("bank: predicting and learning " + rows.size() + " rows");
    LearnerSettings predicting = settings.withPriorLogit(BANK_PRIOR_LOGIT);
    BankProgressive.Result bank = BankProgressive.run(rows, predicting, 0);
    figures.put("bank_logloss", bank.logLoss(), "progressive log-loss, bar .2752");
    figures.put("bank_auc", bank.auc(), "progressive AUC, bar .797");
    figures.put("bank_ece", bank.calibrationErrorLastThird(), "last third, bar .015");
    BankProgressive.Result late = BankProgressive.run(rows, predicting, 500);
    figures.put("bank_auc_delay_500", late.auc(), "learned 500 rows later, bar .77");
    contact(rows, settings, vw);
    conform(folder);
    if (full) {
      cover(rows, settings);
    }
    time(rows, settings, vw);
  }

  private void simulate(BankRows rows, LearnerSettings settings, boolean vw) {
    double share = 0;
    double delayed = 0;
    double adm = 0;
    double regcb = 0;
    double squarecb = 0;
    List<Double> rates = full ? VwPeer.SIM_RATES : List.of(0.5);
    Chooser chooser = new Chooser(ChoiceRule.STANDARD);
    for (int world = 1; world <= worlds; world++) {
      NbaSim sim = NbaSim.of(rows, world);
      double oracle = sim.oracle();
      SimRun run = new SimRun(sim, settings, chooser, SEED + world);
      double ours = run.wanted(0) / oracle;
      double ourDelayed = run.wanted(1_000) / oracle;
      double baseline = AdmSim.wanted(sim, 0, SEED + world) / oracle;
      double vwRegcb = vw ? best(sim, VwPeer.REGCB, rates) / oracle : Double.NaN;
      double vwSquarecb = vw ? best(sim, VwPeer.SQUARECB, rates) / oracle : Double.NaN;
      say(
          "world %d of %d: ours %.4f, delayed %.4f, naive Bayes %.4f, vw regcb %.4f squarecb %.4f"
              .formatted(world, worlds, ours, ourDelayed, baseline, vwRegcb, vwSquarecb));
      share += ours / worlds;
      delayed += ourDelayed / worlds;
      adm += baseline / worlds;
      regcb += vwRegcb / worlds;
      squarecb += vwSquarecb / worlds;
    }
    figures.put("sim_share", share, "of what an oracle gets");
    figures.put("sim_share_delay_1000", delayed, "learned 1,000 people later, bar .73");
    figures.put("naive_bayes_sim_share", adm, "the transparent baseline");
    figures.put("vw_regcb_sim_share", regcb, "same worlds");
    figures.put("vw_squarecb_sim_share", squarecb, "same worlds");
  }

  private static double best(NbaSim sim, String explorer, List<Double> rates) {
    return rates.stream()
        .mapToDouble(rate -> new VwPeer().simWanted(sim, explorer, rate))
        .max()
        .orElse(Double.NaN);
  }

  private void contact(BankRows rows, LearnerSettings settings, boolean vw) {
    say("contact: calling or not");
    double profit = 0;
    for (int i = 0; i < worlds; i++) {
      profit += ContactBandit.profit(rows, settings, ChoiceRule.STANDARD, SEED + i) / worlds;
    }
    figures.put("contact_profit", profit, "per person, bar .0411");
    if (vw) {
      double peer =
          (full ? VwPeer.SIM_RATES : List.of(0.5))
              .stream()
                  .mapToDouble(rate -> new VwPeer().contactProfit(rows, VwPeer.REGCB, rate))
                  .max()
                  .orElse(Double.NaN);
      figures.put("vw_contact_profit", peer, "regcb");
    }
  }

  private void conform(Path folder) throws IOException {
    double worst = Double.NaN;
    if (OpeOracle.isIn(folder)) {
      say("off-policy estimates: comparing");
      worst =
          OpeOracle.compare(folder).stream()
              .mapToDouble(OpeOracle.Comparison::relativeError)
              .max()
              .orElse(Double.NaN);
    }
    figures.put("ope_max_error", worst, "largest difference of an estimate, bar 1e-9");
  }

  private void cover(BankRows rows, LearnerSettings settings) {
    say("off-policy evaluation with known truth");
    double covered = 0;
    int count = 0;
    for (OpeTruth.Line line :
        new OpeTruth(NbaSim.of(rows, 1), settings).run(Integer.MAX_VALUE, REPLICATES)) {
      say(
          "%-12s to %-9s ESS %6.0f, covered %d of %d, errors %s"
              .formatted(
                  line.logging(),
                  line.target(),
                  line.effectiveRows(),
                  line.covered(),
                  REPLICATES,
                  line.errors().stream().map("%.3f"::formatted).toList()));
      if (line.effectiveRows() >= 200) {
        covered += line.covered();
        count++;
      }
    }
    figures.put(
        "ope_covered", covered / count, "of 20 doubly robust intervals, ESS from 200, bar 18");
  }

  private void time(BankRows rows, LearnerSettings settings, boolean vw) {
    say("speed: " + ACTIONS + " actions");
    long nanos = (long) (seconds(SECONDS) * 1e9);
    LearnerSpeed speed = new LearnerSpeed(rows, settings, ACTIONS);
    figures.put("update_us", speed.learn(settings, nanos), "a lesson, bar 20");
    figures.put("choose_us", speed.choose(nanos), "100 actions with uncertainty, bar 62");
    figures.put("means_us", speed.means(nanos), "100 actions, means only, bar 2");
    if (Double.isNaN(speed.sink())) {
      throw new IllegalStateException("a choice or chance that is no number");
    }
    double[] peer = vw ? new VwPeer().chooseMicros(rows, ACTIONS, nanos) : new double[0];
    Arrays.sort(peer);
    figures.put(
        "vw_choose_us",
        peer.length == 0 ? Double.NaN : peer[peer.length / 2],
        "100 actions, regcb predict");
  }

  private void measureBandit(Path file) throws IOException {
    CsvRows table = CsvRows.read(file, people(Integer.MAX_VALUE));
    String column = label == null ? table.header().getLast() : label;
    ClassBandit classes = new ClassBandit(table, column);
    say("%d rows, %d classes".formatted(classes.rounds(), classes.actions()));
    double loss = classes.loss(LearnerSettings.STANDARD, ChoiceRule.STANDARD, SEED);
    figures.put("progressive_loss", loss, "share of rounds in which a wrong class was named");
    figures.put("actions", classes.actions(), "classes");
    figures.put("rounds", classes.rounds(), "rows");
    if (full && VwPeer.isAvailable()) {
      for (String explorer : List.of(VwPeer.REGCB, VwPeer.SQUARECB)) {
        double best =
            VwPeer.CLASS_RATES.stream()
                .mapToDouble(rate -> new VwPeer().classLoss(classes, explorer, rate, SEED))
                .min()
                .orElse(Double.NaN);
        String name = explorer.contains("regcb") ? "vw_regcb_loss" : "vw_squarecb_loss";
        figures.put(name, best, "best of four learning rates");
      }
    }
  }
}
