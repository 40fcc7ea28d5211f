package cairn.adaptive;

import java.util.Arrays;

/**
 * What was looked at for one person at one moment, as a list of features; goes into the record of a
 * decision and is what training reads later.
 *
 * <p>Each feature has its source (predictor number), its label (word, bin, or empty for a plain
 * number), its value (1 for words and bins), its reading (the number before scaling, NaN for
 * words), and a key that names source and label in 64 bits. Immutable; equal when all of it is
 * equal, bit by bit.
 */
public final class FeatureVector {
  /** The label of a value that was not known. */
  public static final String MISSING = "(missing)";

  /** The label that stands for words beyond {@link FeatureSpace#LABELS_MAX} of one predictor. */
  public static final String OTHER = "(other)";

  /** The most features one vector may have. */
  public static final int SIZE_MAX = 2 * FeatureSchema.PREDICTORS_MAX;

  /** The longest label, in characters; longer words are cut. */
  public static final int LABEL_MAX = 100;

  private static final int EDITION = 1;
  private static final int VALUE_IS_ONE = 1;
  private static final int HAS_READING = 2;

  private final int schemaVersion;
  private final int[] sources;
  private final String[] labels;
  private final double[] values;
  private final double[] readings;
  private final long[] keys;

  private FeatureVector(
      int schemaVersion, int[] sources, String[] labels, double[] values, double[] readings) {
    this.schemaVersion = schemaVersion;
    this.sources = sources;
    this.labels = labels;
    this.values = values;
    this.readings = readings;
    this.keys = new long[sources.length];
    for (int i = 0; i < sources.length; i++) {
      keys[i] = key(sources[i], labels[i]);
    }
  }

  /** Starts a vector for a schema of this version. */
  public static Builder builder(int schemaVersion) {
    return new Builder(schemaVersion);
  }

  /** The key of a feature: the same on every machine and in every release. */
  static long key(int source, String label) {
    long hash = 0xCBF29CE484222325L ^ (source * 0x9E3779B97F4A7C15L);
    for (int i = 0; i < label.length(); i++) {
      hash = (hash ^ label.charAt(i)) * 0x100000001B3L;
    }
    return cairn.chance.Chance.mix(hash);
  }

  public int schemaVersion() {
    return schemaVersion;
  }

  public int size() {
    return sources.length;
  }

  public int source(int i) {
    return sources[i];
  }

  public String label(int i) {
    return labels[i];
  }

  public double value(int i) {
    return values[i];
  }

  /** The number before scaling or binning; NaN where there was none. */
  public double reading(int i) {
    return readings[i];
  }

  long key(int i) {
    return keys[i];
  }

  /** A compact form that every later release can read. */
  public byte[] toBytes() {
    ByteSink sink = new ByteSink(16 + 12 * size());
    write(sink);
    return sink.toArray();
  }

  void write(ByteSink sink) {
    sink.int8(EDITION);
    sink.count(schemaVersion);
    sink.count(size());
    for (int i = 0; i < size(); i++) {
      sink.count(sources[i]);
      sink.text(labels[i]);
      boolean one = values[i] == 1;
      boolean read = !Double.isNaN(readings[i]);
      sink.int8((one ? VALUE_IS_ONE : 0) | (read ? HAS_READING : 0));
      if (!one) {
        sink.float64(values[i]);
      }
      if (read) {
        sink.float64(readings[i]);
      }
    }
  }

  /** Reads what {@link #toBytes} wrote; fails with IllegalArgumentException on anything else. */
  public static FeatureVector fromBytes(byte[] bytes) {
    return read(new ByteSource(bytes));
  }

  static FeatureVector read(ByteSource source) {
    int edition = source.int8();
    if (edition != EDITION) {
      throw new IllegalArgumentException("unknown edition of a feature vector: " + edition);
    }
    Builder builder = new Builder(source.count());
    int size = source.count();
    for (int i = 0; i < size; i++) {
      int predictor = source.count();
      String label = source.text();
      int flags = source.int8();
      double value = (flags & VALUE_IS_ONE) != 0 ? 1 : source.float64();
      double reading = (flags & HAS_READING) != 0 ? source.float64() : Double.NaN;
      builder.add(predictor, label, value, reading);
    }
    return builder.build();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FeatureVector that
        && schemaVersion == that.schemaVersion
        && Arrays.equals(sources, that.sources)
        && Arrays.equals(labels, that.labels)
        && Arrays.equals(values, that.values)
        && Arrays.equals(readings, that.readings);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(labels) + Arrays.hashCode(values);
  }

  /** Counts only: what is inside may be personal. */
  @Override
  public String toString() {
    return "FeatureVector[" + size() + " features, schema " + schemaVersion + "]";
  }

  /** Collects features; one thread. */
  public static final class Builder {
    private final int schemaVersion;
    private int size;
    private int[] sources = new int[24];
    private String[] labels = new String[24];
    private double[] values = new double[24];
    private double[] readings = new double[24];

    private Builder(int schemaVersion) {
      this.schemaVersion = schemaVersion;
    }

    /** A word or bin of a predictor. */
    public Builder token(int source, String label) {
      return add(source, label, 1, Double.NaN);
    }

    /** A number of a predictor, as the model shall see it. */
    public Builder number(int source, double value) {
      return add(source, "", value, value);
    }

    Builder add(int source, String label, double value, double reading) {
      if (size == SIZE_MAX) {
        throw new IllegalArgumentException("more than " + SIZE_MAX + " features");
      }
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a feature value that is no finite number");
      }
      if (size == sources.length) {
        sources = Arrays.copyOf(sources, 2 * size);
        labels = Arrays.copyOf(labels, 2 * size);
        values = Arrays.copyOf(values, 2 * size);
        readings = Arrays.copyOf(readings, 2 * size);
      }
      sources[size] = source;
      labels[size] = label.length() > LABEL_MAX ? label.substring(0, LABEL_MAX) : label;
      values[size] = value;
      readings[size] = reading;
      size++;
      return this;
    }

    public FeatureVector build() {
      return new FeatureVector(
          schemaVersion,
          Arrays.copyOf(sources, size),
          Arrays.copyOf(labels, size),
          Arrays.copyOf(values, size),
          Arrays.copyOf(readings, size));
    }
  }
}
