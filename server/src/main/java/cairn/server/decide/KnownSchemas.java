package cairn.server.decide;

import cairn.adaptive.FeatureSchema;
import cairn.decision.ModelPlan;
import cairn.server.publish.Published;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What models of any blueprint that is kept looked at, by version. For one thread. */
final class KnownSchemas {
  private final Published published;
  private final Map<Integer, FeatureSchema> schemas = new HashMap<>();

  KnownSchemas(Published published) {
    this.published = published;
  }

  /** The predictors of this version, the newest blueprints looked at first, or null. */
  @Nullable FeatureSchema find(int version) {
    var known = schemas.get(version);
    if (known != null) {
      return known;
    }
    remember(ModelPlan.STANDARD.features());
    for (var number : published.numbers().descendingSet()) {
      var kept = published.blueprint(number);
      if (kept != null) {
        remember(kept.catalogue().notes().models().features());
      }
      if (schemas.containsKey(version)) {
        break;
      }
    }
    return schemas.get(version);
  }

  private void remember(FeatureSchema one) {
    schemas.put(one.version(), one);
  }
}
