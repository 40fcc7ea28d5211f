package cairn.sim.world;

import cairn.blueprint.Blueprint;
import cairn.blueprint.file.BlueprintCompiler;
import cairn.blueprint.file.Bundle;
import cairn.blueprint.file.Compilation;
import cairn.blueprint.file.ShippedBlueprints;
import java.util.LinkedHashMap;
import java.util.List;

/** The worlds that ship, and the one blueprint that runs them side by side. */
public final class Worlds {
  /** Every world. */
  public static final List<World> ALL =
      List.of(FirstHome.world(), FirstYear.world(), CycleToWork.world());

  private Worlds() {}

  /** The files of all worlds, united. */
  public static Bundle bundle() {
    var byWorld = new LinkedHashMap<String, Bundle>();
    for (var world : ALL) {
      byWorld.put(world.folder(), ShippedBlueprints.bundle(world.folder()));
    }
    return BlueprintMerge.of("demo", "A living world", byWorld);
  }

  /** All worlds, compiled. */
  public static Blueprint blueprint() {
    return switch (BlueprintCompiler.compile(bundle(), null, 1)) {
      case Compilation.Compiled compiled -> compiled.blueprint();
      case Compilation.Refused refused ->
          throw new IllegalStateException("the worlds do not compile: " + refused.problems());
    };
  }
}
