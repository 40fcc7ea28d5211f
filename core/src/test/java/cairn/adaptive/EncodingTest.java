package cairn.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class EncodingTest {
  private static final FeatureSchema SCHEMA =
      new FeatureSchema(
          1,
          List.of(
              new Predictor.Symbol("channel"),
              new Predictor.Binned("children", List.of(1.0, 3.0)),
              new Predictor.Scaled("age")),
          List.of(new FeatureSchema.Cross(0, 1)));

  private record Values(Map<Integer, Object> values) implements FeatureSource {
    @Override
    public @Nullable String symbol(int predictor) {
      return values.get(predictor) instanceof String word ? word : null;
    }

    @Override
    public double number(int predictor) {
      return values.get(predictor) instanceof Double number ? number : Double.NaN;
    }
  }

  private final Trainer trainer = new Trainer(SCHEMA, LearnerSettings.STANDARD);

  private FeatureVector encode(Map<Integer, Object> values) {
    return trainer.snapshot().encode(new Values(values));
  }

  private static List<String> words(FeatureVector vector) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < vector.size(); i++) {
      words.add(SCHEMA.nameOf(vector.source(i)) + "=" + vector.label(i));
    }
    return words;
  }

  @Test
  void wordsBinsCrossesAndTheConstantBecomeFeatures() {
    var vector = encode(Map.of(0, "web", 1, 3.0, 2, 40.0));

    assertThat(words(vector))
        .containsExactly(
            "channel=web", "children=bin 3", "age=", "channel × children=web × bin 3", "base=");
    assertThat(vector.reading(1)).isEqualTo(3.0);
    assertThat(vector.reading(2)).isEqualTo(40.0);
  }

  @Test
  void anEdgeBelongsToTheBinAboveIt() {
    assertThat(words(encode(Map.of(1, 0.99)))).contains("children=bin 1");
    assertThat(words(encode(Map.of(1, 1.0)))).contains("children=bin 2");
    assertThat(words(encode(Map.of(1, 2.99)))).contains("children=bin 2");
  }

  @Test
  void whatIsNotKnownIsAFeatureOfItsOwn() {
    assertThat(words(encode(Map.of())))
        .contains("channel=(missing)", "children=(missing)", "age=(missing)");
  }

  @Test
  void numbersAreScaledByWhatWasSeenAndClippedToFour() {
    for (double age : new double[] {20, 40, 60}) {
      trainer.fold(
          new Observation.Concluded(
              List.of(new ModelId("bike")), encode(Map.of(2, age)), Outcome.NONE));
    }

    assertThat(encode(Map.of(2, 40.0)).value(2)).isZero();
    assertThat(encode(Map.of(2, 60.0)).value(2)).isCloseTo(Math.sqrt(1.5), within(1e-12));
    assertThat(encode(Map.of(2, 1e9)).value(2)).isEqualTo(4);
  }

  @Test
  void quantileBinsAreTakenOnceEnoughValuesWereSeen() {
    var schema = new FeatureSchema(1, List.of(new Predictor.Quantiles("income", 4)));
    var quantiles = new Trainer(schema, LearnerSettings.STANDARD);
    for (int i = 0; i < NumericSummary.QUANTILES_AFTER; i++) {
      var vector = quantiles.snapshot().encode(new Values(Map.of(0, (double) i)));
      assertThat(vector.label(0)).isEmpty();
      quantiles.fold(new Observation.Concluded(List.of(new ModelId("bike")), vector, Outcome.NONE));
    }

    var labels =
        Arrays.stream(new double[] {-5, 124, 125, 374, 375, 9_999})
            .mapToObj(value -> quantiles.snapshot().encode(new Values(Map.of(0, value))).label(0))
            .toList();

    assertThat(labels).containsExactly("bin 1", "bin 1", "bin 2", "bin 3", "bin 4", "bin 4");
  }

  @Test
  void wordsBeyondTheBoundCountAsOther() {
    for (int i = 0; i < FeatureSpace.LABELS_MAX; i++) {
      trainer.fold(
          new Observation.Concluded(
              List.of(new ModelId("bike")), encode(Map.of(0, "shop " + i)), Outcome.NONE));
    }

    assertThat(encode(Map.of(0, "shop 7")).label(0)).isEqualTo("shop 7");
    assertThat(encode(Map.of(0, "one shop too many")).label(0)).isEqualTo("(other)");
  }

  @Test
  void aVectorReadBackIsEqualAndBrokenBytesAreRefused() {
    var vector = encode(Map.of(0, "Fähre ⛴", 1, 2.0, 2, 33.5));
    byte[] bytes = vector.toBytes();

    assertThat(FeatureVector.fromBytes(bytes)).isEqualTo(vector);
    assertThat(bytes.length).isLessThan(90);
    assertThatThrownBy(() -> FeatureVector.fromBytes(Arrays.copyOf(bytes, bytes.length - 1)))
        .isInstanceOf(IllegalArgumentException.class);
    bytes[0] = 9;
    assertThatThrownBy(() -> FeatureVector.fromBytes(bytes))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(vector.toString()).doesNotContain("Fähre");
  }
}
