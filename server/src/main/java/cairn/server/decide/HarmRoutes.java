package cairn.server.decide;

import cairn.server.http.Access;
import cairn.server.http.Caller;
import cairn.server.http.Reply;
import cairn.server.http.Route;
import cairn.server.http.Shape;
import cairn.server.people.Calling;
import cairn.server.publish.Published;
import cairn.workspace.account.Role;
import cairn.workspace.key.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What people report as harm, and what it stopped. */
final class HarmRoutes {
  private static final Access READERS =
      new Access.Only(
          Scope.INSIGHT,
          Set.of(
              Role.ANALYST,
              Role.DESIGNER,
              Role.APPROVER,
              Role.DATA_PROTECTION_OFFICER,
              Role.OPERATOR));

  /** Fewer than so many are told to none but those who answer for harm. */
  static final int PEOPLE_MIN = Grouping.PEOPLE_MIN;

  private final HarmWatch harm;
  private final Published published;

  record HarmsBody(List<HarmBody> actions) {}

  /**
   * What was reported of one action since it was started last. Counts below {@link #PEOPLE_MIN},
   * none among them, are null except to operators and data protection officers.
   *
   * @param people who were known by a user name a day before what they report was put to them
   * @param visitors who are not; several of them weigh as one of the others
   * @param isStopped by an emergency switch, whoever set it
   * @param last what it was stopped for last, or null
   */
  record HarmBody(
      String action,
      String name,
      @Nullable Integer shown,
      @Nullable Integer people,
      @Nullable Integer visitors,
      boolean isStopped,
      @Nullable StopBody last) {}

  /** What an action was stopped for; small counts are null as above. */
  record StopBody(
      Instant at, @Nullable Integer people, @Nullable Integer visitors, @Nullable Integer shown) {}

  HarmRoutes(HarmWatch harm, Published published) {
    this.harm = harm;
    this.published = published;
  }

  List<Route> routes() {
    return List.of(
        Route.get(
            "/v1/harm",
            READERS,
            "decisions",
            "Reads what people report as harm, by action, and what was stopped for it. Counts below "
                + PEOPLE_MIN
                + " are told to operators and data protection officers alone.",
            Shape.of(HarmsBody.class),
            request -> {
              int least = least(request.caller());
              return Reply.json(
                  new HarmsBody(harm.told().stream().map(told -> body(told, least)).toList()));
            }));
  }

  /** From where on counts are told. */
  private static int least(Caller caller) {
    return caller.is(Role.OPERATOR) || caller.is(Role.DATA_PROTECTION_OFFICER) ? 0 : PEOPLE_MIN;
  }

  private static @Nullable Integer held(int count, int least) {
    return count < least ? null : count;
  }

  private static @Nullable StopBody body(HarmWatch.@Nullable Stop last, int least) {
    return last == null
        ? null
        : new StopBody(
            last.at(),
            held(last.known(), least),
            held(last.visitors(), least),
            held(last.shown(), least));
  }

  private HarmBody body(HarmWatch.Told told, int least) {
    return new HarmBody(
        told.action(),
        Calling.action(published.current().orElse(null), told.action()),
        held(told.counts().shown(), least),
        held(told.counts().known(), least),
        held(told.counts().visitors(), least),
        published.switches().actions().contains(told.action()),
        body(told.last(), least));
  }
}
