package cairn.server.decide;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.decision.explain.Comparison.Group;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is told of groups beside each other speaks, added or subtracted, of nobody alone. */
final class SafeGroupsTest {
  private static final int PEOPLE_MIN = 20;
  private static final Group RENTS = new Group("segment", "rents");
  private static final Group SAVES = new Group("segment", "saves");
  private static final Group YOUNG = new Group("person.age", "below 40");
  private static final Group OLD = new Group("person.age", "40 and more");

  private final Map<Set<Group>, Integer> cells = new HashMap<>();

  private SafeGroups told() {
    int all = cells.values().stream().mapToInt(Integer::intValue).sum();
    return new SafeGroups(cells, all, PEOPLE_MIN);
  }

  private static List<Set<Group>> group(Group one) {
    return List.of(Set.of(one));
  }

  @Test
  void aGroupThatTooFewAreInOrOutsideOfIsNotTold() {
    cells.put(Set.of(RENTS), PEOPLE_MIN - 1);
    cells.put(Set.of(), 100);
    assertThat(told().tell(group(RENTS))).isFalse();

    cells.put(Set.of(RENTS), 100);
    cells.put(Set.of(), PEOPLE_MIN - 1);
    assertThat(told().tell(group(RENTS))).isFalse();

    cells.put(Set.of(), PEOPLE_MIN);
    assertThat(told().tell(group(RENTS))).isTrue();
  }

  /** Whoever saves rents, but for a few who only rent: the two would be subtracted. */
  @Test
  void ofTwoGroupsThatDifferInAFewOnlyOneIsTold() {
    cells.put(Set.of(RENTS, SAVES), 100);
    cells.put(Set.of(RENTS), PEOPLE_MIN - 1);
    cells.put(Set.of(), 100);
    var told = told();

    assertThat(told.tell(group(RENTS))).isTrue();
    assertThat(told.tell(group(SAVES))).isFalse();

    cells.put(Set.of(RENTS), PEOPLE_MIN);
    var enough = told();
    assertThat(enough.tell(group(RENTS))).isTrue();
    assertThat(enough.tell(group(SAVES))).isTrue();
  }

  /** Everyone rents or saves, a few do both: the two sums less everyone are those few. */
  @Test
  void whatThreeFiguresTogetherSayOfAFewIsNotTold() {
    cells.put(Set.of(RENTS), 100);
    cells.put(Set.of(SAVES), 100);
    cells.put(Set.of(RENTS, SAVES), 3);
    var told = told();

    assertThat(told.tell(group(RENTS))).isTrue();
    assertThat(told.tell(group(SAVES))).isFalse();
  }

  /** With enough people of each other kind no sum leaves those few alone. */
  @Test
  void aFewInTheMiddleOfManyAreNotMadeOut() {
    cells.put(Set.of(RENTS), 100);
    cells.put(Set.of(SAVES), 100);
    cells.put(Set.of(), 100);
    cells.put(Set.of(RENTS, SAVES), 3);
    var told = told();

    assertThat(told.tell(group(RENTS))).isTrue();
    assertThat(told.tell(group(SAVES))).isTrue();
  }

  /** A segment that is a band of ages and a few more beside the bands themselves. */
  @Test
  void segmentsAndGroupsOfAnAttributeAreLookedAtTogether() {
    cells.put(Set.of(OLD, SAVES), 30);
    cells.put(Set.of(YOUNG), 30);
    cells.put(Set.of(YOUNG, SAVES), 3);
    var told = told();

    assertThat(told.tell(List.of(Set.of(OLD), Set.of(YOUNG)))).isTrue();
    assertThat(told.tell(group(SAVES))).isFalse();
    assertThat(told().tell(group(SAVES))).as("without the bands beside it").isTrue();
  }

  @Test
  void whereNotEverybodyIsCountedOnlyWhatIsSafeForAnybodyIsTold() {
    cells.put(Set.of(RENTS, SAVES), 100);
    cells.put(Set.of(), 100);
    var told = new SafeGroups(cells, 205, PEOPLE_MIN);

    assertThat(told.tell(group(RENTS))).isTrue();
    assertThat(told.tell(group(SAVES))).as("the five others may rent and not save").isFalse();
    assertThat(told().tell(List.of(Set.of(RENTS), Set.of(SAVES)))).as("the same people").isTrue();
  }

  @Test
  void noMoreThanSoManyAreToldBesideEachOther() {
    cells.put(Set.of(RENTS), 100);
    cells.put(Set.of(), 100);
    var told = told();
    for (int i = 0; i < SafeGroups.TOLD_MAX; i++) {
      assertThat(told.tell(group(RENTS))).isTrue();
    }

    assertThat(told.tell(group(RENTS))).isFalse();
  }
}
