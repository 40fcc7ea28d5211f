package cairn.server.decide;

import cairn.decision.Arm;
import cairn.decision.measure.Lift;
import cairn.decision.measure.Rate;
import cairn.server.http.Reply;
import cairn.server.http.Route;
import cairn.server.http.Shape;
import cairn.server.publish.Published;
import cairn.server.words.Tongue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the control arms show beside deciding in full. */
final class ArmRoutes {
  private final Published published;
  private final Learning learning;

  ArmRoutes(Published published, Learning learning) {
    this.published = published;
    this.learning = learning;
  }

  record ListBody(List<RateBody> arms, int perMille, String note) {}

  record RateBody(
      String arm,
      String sentence,
      long impressions,
      long accepted,
      double rate,
      double low,
      double high,
      @Nullable Double lift,
      @Nullable Double plusMinus,
      @Nullable Boolean significant) {}

  List<Route> routes() {
    return List.of(
        Route.get(
            "/v1/arms",
            CatalogueRoutes.READERS,
            "decisions",
            "Compares deciding in full with each control arm.",
            Shape.of(ListBody.class),
            request -> Reply.json(arms(Tongue.of(request)))));
  }

  private ListBody arms(Tongue tongue) {
    var counted = learning.seen().arms();
    var full = counted.getOrDefault(Arm.FULL, new Rate(0, 0));
    var arms = new ArrayList<RateBody>();
    for (var arm : Arm.values()) {
      var rate = counted.getOrDefault(arm, new Rate(0, 0));
      var lift = arm == Arm.FULL || rate.accepted() == 0 ? null : Lift.of(full, rate);
      arms.add(
          new RateBody(
              Words.camel(arm),
              DecisionView.sentence(arm, tongue),
              rate.impressions(),
              rate.accepted(),
              rate.share(),
              rate.low(),
              rate.high(),
              lift == null ? null : lift.lift(),
              lift == null ? null : lift.halfWidth(),
              lift == null ? null : lift.isSignificant()));
    }
    return new ListBody(
        arms,
        Asking.running(published).catalogue().arms().perMille(),
        "lift is of deciding in full over the arm; intervals are of 95 percent");
  }
}
