package cairn.insight.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.decision.measure.Sensitivity;
import cairn.decision.measure.Sensitivity.Factor;
import cairn.decision.measure.Sensitivity.Factors;
import cairn.decision.measure.Variation;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Figures recomputed from a published sample of 100 decisions
 * (pegasystems/pega-datascientist-tools, Apache-2.0): every priority is the product of its factors,
 * and our measures give the golden numbers.
 */
final class PublishedDecisionsTest {
  private static final String SAMPLE = "pds/sample_explainability_extract.parquet";

  /** One candidate of a decision. */
  private record Row(String action, Factors factors, double priority, int rank) {}

  @Test
  void everyPriorityIsTheProductOfItsFactorsAndRanksFollowIt() throws SQLException {
    int rows = 0;
    for (var decision : decisions()) {
      for (int i = 0; i < decision.size(); i++) {
        var row = decision.get(i);
        rows++;
        assertThat(row.factors().p() * row.factors().c() * row.factors().l() * row.factors().v())
            .isCloseTo(row.priority(), within(1e-6 * Math.max(1, row.priority())));
        if (i > 0) {
          assertThat(row.priority()).isLessThanOrEqualTo(decision.get(i - 1).priority() + 1e-9);
        }
      }
    }
    assertThat(rows).isEqualTo(7_297);
  }

  @Test
  void propensityMovesMostWinnersThenContextThenValueThenLevers() throws SQLException {
    var factors =
        decisions().stream().map(rows -> rows.stream().map(Row::factors).toList()).toList();

    assertThat(factors).hasSize(100);
    assertThat(Sensitivity.influence(factors, Factor.P)).isEqualTo(71);
    assertThat(Sensitivity.influence(factors, Factor.C)).isEqualTo(40);
    assertThat(Sensitivity.influence(factors, Factor.V)).isEqualTo(30);
    assertThat(Sensitivity.influence(factors, Factor.L)).isEqualTo(29);
  }

  @Test
  void threeOfEightActionsWinNineTenthsOfDecisions() throws SQLException {
    var winners = new TreeMap<String, Long>();
    for (var decision : decisions()) {
      winners.merge(decision.getFirst().action(), 1L, Long::sum);
    }
    var counts = winners.values().stream().mapToLong(count -> count).toArray();

    assertThat(counts).containsExactlyInAnyOrder(56, 30, 8, 2, 1, 1, 1, 1);
    assertThat(Variation.covering(counts, 0.9)).isEqualTo(3);
    assertThat(Variation.gini(counts)).isCloseTo(0.69, within(0.005));
  }

  /** The sample by interaction, best first. */
  private static List<List<Row>> decisions() throws SQLException {
    var decisions = new LinkedHashMap<String, List<Row>>();
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var asking =
            connection.prepareStatement(
                "select pxInteractionID, pyName, FinalPropensity, ContextWeight, Weight, Value,"
                    + " Priority, pxRank from read_parquet(?) order by pxInteractionID, pxRank")) {
      asking.setString(1, Data.file(SAMPLE).toString());
      try (var rows = asking.executeQuery()) {
        while (rows.next()) {
          var factors =
              new Factors(
                  rows.getDouble(3), rows.getDouble(4), rows.getDouble(5), rows.getDouble(6));
          decisions
              .computeIfAbsent(rows.getString(1), any -> new ArrayList<>())
              .add(new Row(rows.getString(2), factors, rows.getDouble(7), rows.getInt(8)));
        }
      }
    }
    return List.copyOf(decisions.values());
  }
}
