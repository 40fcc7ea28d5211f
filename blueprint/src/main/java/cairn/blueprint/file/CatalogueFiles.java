package cairn.blueprint.file;

import cairn.decision.Catalogue;
import cairn.decision.ModelPlan;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a catalogue together from its files. */
final class CatalogueFiles {
  private final CatalogueReading reading;
  private final ActionFiles actions;

  CatalogueFiles(Known known, Rules rules, ZoneId zone) {
    this.reading = new CatalogueReading(known, rules, zone);
    this.actions = new ActionFiles(reading);
  }

  /** Reads actions first: they bring treatments of their own, which journeys may name too. */
  void actions(List<FileReading> purposeFiles, List<FileReading> actionFiles) {
    purposeFiles.forEach(actions::purposes);
    actionFiles.forEach(actions::actions);
    actions.check(actionFiles);
    reading.covers(actions.actions());
  }

  /**
   * The catalogue, or null where problems stand in the way.
   *
   * @param keep where to note what the models need remembered
   */
  @Nullable Catalogue read(
      List<FileReading> policyFiles,
      @Nullable FileReading arbitrationFile,
      @Nullable FileReading featureFile,
      Map<String, Integer> keep,
      List<Problem> problems) {
    var policies = new PolicyFiles(reading);
    policyFiles.forEach(policies::read);
    var arbitration = new ArbitrationFile(reading, arbitrationFile);
    var how = arbitration.arbitration();
    var weights = arbitration.weights();
    var models = ModelPlan.STANDARD;
    if (featureFile != null) {
      var features = new FeatureFile(reading.known(), featureFile);
      models = features.read();
      features.keep().forEach((event, times) -> keep.merge(event, times, Math::max));
    }
    if (!problems.isEmpty()) {
      return null;
    }
    return new Catalogue(
        actions.actions(),
        policies.policies(),
        policies.contacts(),
        policies.volumes(),
        actions.levers(),
        weights,
        how,
        arbitration.arms(),
        new Catalogue.Notes(
            actions.purposes(), actions.themes(), models, reading.known().context()));
  }
}
