package cairn.bench.decide;

/** Measures. */
public final class DecisionBench {
  private DecisionBench() {}

  public static void main(String[] args) throws Exception {
    double seconds = args.length > 0 ? Double.parseDouble(args[0]) : 4;
    long t = System.nanoTime();
    for (int predictors : new int[] {16, 40}) {
      var scenario = Scenario.of(1_000, 3, predictors);
      System.out.printf("compiled %.1f%n", (System.nanoTime() - t) / 1e9);
      var people = InMemory.people(scenario, 20, 40);
      System.out.printf("people %.1f%n", (System.nanoTime() - t) / 1e9);
      var taught = scenario.taught(people);
      System.out.printf(
          "taught %.1f dim %d%n",
          (System.nanoTime() - t) / 1e9, java.util.Objects.requireNonNull(taught.models()).model(5).belief().dimension());
      var memory = new InMemory(seconds);
      System.out.printf("elimination %.2f%n", memory.elimination(taught, people));
      System.out.printf("no models %.2f%n", memory.decision(scenario, people));
      System.out.printf("models %.2f%n", memory.decision(taught, people));
      System.out.printf("rule %s%n", memory.rule(taught, people));
    }
  }
}
