package cairn.blueprint.file;

import cairn.adaptive.ChoiceRule;
import cairn.decision.Arbitration;
import cairn.decision.ContextWeight;
import cairn.decision.ControlArms;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads how what is left is weighed; without a file, by published defaults. */
final class ArbitrationFile {
  /** The share of people in each control arm where the file names none. */
  private static final int ARMS_PER_MILLE = 10;

  private final CatalogueReading reading;
  private final @Nullable FileReading file;

  ArbitrationFile(CatalogueReading reading, @Nullable FileReading file) {
    this.reading = reading;
    this.file = file;
  }

  Arbitration arbitration() {
    if (file == null) {
      return new Arbitration(0.5, 1, 100, ChoiceRule.STANDARD, true, true, true, true);
    }
    var root = file.root();
    var use = FileReading.mapping(root, "use");
    return new Arbitration(
        within(CatalogueReading.decimal(root, "a", 0.5)),
        above(CatalogueReading.decimal(root, "unit", 1)),
        above(CatalogueReading.decimal(root, "classMax", 100)),
        choice(FileReading.mapping(root, "choice")),
        FileReading.flag(use, "propensity", true),
        FileReading.flag(use, "context", true),
        FileReading.flag(use, "levers", true),
        FileReading.flag(use, "value", true));
  }

  /** Numbers out of bounds were told by their shape; here any good one will do. */
  private static double within(double share) {
    return Math.max(0, Math.min(1, share));
  }

  private static double above(double number) {
    return number > 0 ? number : 1;
  }

  private static ChoiceRule choice(Tree.Mapping choice) {
    var gap = FileReading.mapping(choice, "inverseGap");
    if (!gap.fields().isEmpty()) {
      return new ChoiceRule.InverseGap(
          above(CatalogueReading.decimal(gap, "gain", 100)),
          Math.max(0, CatalogueReading.decimal(gap, "optimism", 1)),
          within(CatalogueReading.decimal(gap, "floor", 0)));
    }
    var thompson = FileReading.mapping(choice, "thompson");
    if (!thompson.fields().isEmpty()) {
      return new ChoiceRule.Thompson(above(CatalogueReading.decimal(thompson, "width", 1)));
    }
    return FileReading.flag(choice, "greedy", false)
        ? new ChoiceRule.Greedy()
        : ChoiceRule.STANDARD;
  }

  List<ContextWeight> weights() {
    var weights = new ArrayList<ContextWeight>();
    if (file == null) {
      return weights;
    }
    FileReading.mapping(file.root(), "context")
        .fields()
        .forEach((id, field) -> {
          if (field.value() instanceof Tree.Mapping fields) {
            weights.add(
                new ContextWeight(
                    id,
                    reading.scope(file, fields),
                    reading.rules().condition(file, fields, "when", CatalogueReading.REQUEST),
                    CatalogueReading.decimal(fields, "percent", 0)));
          }
        });
    return weights;
  }

  /** As the file says; where it says nothing there are arms too, for they are always on. */
  ControlArms arms() {
    if (file == null) {
      return new ControlArms(ARMS_PER_MILLE, "");
    }
    var arms = FileReading.mapping(file.root(), "arms");
    int perMille = FileReading.whole(arms, "perMille", ARMS_PER_MILLE);
    return new ControlArms(
        Math.max(0, Math.min(100, perMille)), FileReading.text(arms, "salt", ""));
  }
}
