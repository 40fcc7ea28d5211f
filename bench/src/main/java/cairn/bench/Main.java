package cairn.bench;

import cairn.bench.board.BoardStoreSpeed;
import cairn.bench.engine.EngineBench;
import cairn.bench.learning.LearningBench;
import java.util.Arrays;

/** Runs one measurement by its name: {@code cairn bench NAME ...}. */
public final class Main {
  private Main() {}

  /** The first argument names the measurement, the others are its own. */
  public static void main(String[] arguments) throws Exception {
    String name = arguments.length == 0 ? "" : arguments[0];
    String[] rest = Arrays.copyOfRange(arguments, Math.min(1, arguments.length), arguments.length);
    switch (name) {
      case "board" -> BoardStoreSpeed.main(rest);
      case "engine" -> EngineBench.main(rest);
      case "learning" -> LearningBench.main(rest);
      default -> {
        System.err.println("cairn bench NAME, where NAME is one of: board, engine, learning");
        System.exit(2);
      }
    }
  }
}
