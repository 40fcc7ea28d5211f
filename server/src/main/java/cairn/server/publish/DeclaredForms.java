package cairn.server.publish;

import cairn.server.publish.CatalogueForms.AttributeForm;
import cairn.server.publish.CatalogueForms.CapForm;
import cairn.server.publish.CatalogueForms.ChannelForm;
import cairn.server.publish.CatalogueForms.FeaturesForm;
import cairn.server.publish.CatalogueForms.PredictorForm;
import java.util.List;
import java.util.Map;

/** Channels, features and attributes of a person as they stand in their files, for forms. */
final class DeclaredForms {
  private DeclaredForms() {}

  static ChannelForm channel(FormNode one) {
    var quiet = one.under("quiet");
    return new ChannelForm(
        one.file(),
        one.path(),
        one.id(),
        one.text("name"),
        one.text("kind"),
        one.text("address"),
        one.text("consent"),
        quiet.text("from"),
        quiet.text("to"),
        quiet.text("otherwise"),
        one.items("caps").stream()
            .map(cap -> new CapForm(cap.text("contacts"), cap.text("within")))
            .toList(),
        one.under("placements").all());
  }

  static FeaturesForm features(FormNode file) {
    return new FeaturesForm(
        file.file(),
        file.text("outcomeWindow"),
        predictors(file, "predictors"),
        predictors(file, "fairness"));
  }

  private static List<PredictorForm> predictors(FormNode file, String part) {
    return file.fields().get(part) instanceof List<?> items
        ? items.stream().map(item -> predictor(file, item)).toList()
        : List.of();
  }

  /** A name alone, or a mapping that says how it is cut. */
  private static PredictorForm predictor(FormNode file, Object item) {
    if (item instanceof String name) {
      return new PredictorForm(true, name, null, List.of(), false, null);
    }
    var one = new FormNode(file.file(), List.of(), item instanceof Map<?, ?> map ? map : Map.of());
    return new PredictorForm(
        false,
        one.text("name"),
        one.text("bins"),
        one.texts("edges"),
        one.isFlagged("symbol"),
        one.text("declared"));
  }

  static AttributeForm attribute(FormNode one) {
    return new AttributeForm(one.id(), one.text("name"), one.isFlagged("sensitive"));
  }
}
