package cairn.chance;

/**
 * A seeded stream of random numbers, the same on every machine.
 *
 * <p>The generator is SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). One instance belongs to one
 * thread. It is no source of secrets.
 */
public final class Chance {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1.0p-53;

  private long state;
  private double spareGaussian;
  private boolean hasSpare;

  /** Starts the stream that belongs to this seed. */
  public Chance(long seed) {
    this.state = seed;
  }

  /** Makes one seed out of two numbers, so that parts of one run get streams of their own. */
  public static long seed(long first, long second) {
    return mix(mix(first + GOLDEN) + second);
  }

  /** Scrambles 64 bits into 64 bits, one to one. */
  public static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** The next 64 bits. */
  public long nextLong() {
    state += GOLDEN;
    return mix(state);
  }

  /** The next number in [0, 1), a multiple of 2^-53. */
  public double nextDouble() {
    return (nextLong() >>> 11) * UNIT;
  }

  /** The next whole number in [0, bound), without bias; refuses a bound below 1. */
  public int nextInt(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("a bound below 1: " + bound);
    }
    long limit = (1L << 31) - (1L << 31) % bound;
    long bits = nextLong() >>> 33;
    while (bits >= limit) {
      bits = nextLong() >>> 33;
    }
    return (int) (bits % bound);
  }

  /** The next standard normal number, by Marsaglia's polar method. */
  public double nextGaussian() {
    if (hasSpare) {
      hasSpare = false;
      return spareGaussian;
    }
    double u;
    double v;
    double s;
    do {
      u = 2 * nextDouble() - 1;
      v = 2 * nextDouble() - 1;
      s = u * u + v * v;
    } while (s >= 1 || s == 0);
    double scale = StrictMath.sqrt(-2 * StrictMath.log(s) / s);
    spareGaussian = v * scale;
    hasSpare = true;
    return u * scale;
  }

  /** The next Gamma(shape, 1) number, by Marsaglia and Tsang (2000); the shape is above 0. */
  public double nextGamma(double shape) {
    if (!(shape > 0)) {
      throw new IllegalArgumentException("a shape not above 0: " + shape);
    }
    if (shape < 1) {
      double power = StrictMath.pow(1 - nextDouble(), 1 / shape);
      return nextGamma(shape + 1) * power;
    }
    double d = shape - 1.0 / 3;
    double c = 1 / StrictMath.sqrt(9 * d);
    while (true) {
      double x = nextGaussian();
      double t = 1 + c * x;
      if (t > 0) {
        double v = t * t * t;
        if (StrictMath.log(1 - nextDouble()) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
          return d * v;
        }
      }
    }
  }

  /** The next Beta(a, b) number; both above 0. */
  public double nextBeta(double a, double b) {
    double x = nextGamma(a);
    double y = nextGamma(b);
    return x + y == 0 ? a / (a + b) : x / (x + y);
  }

  /** Puts the numbers into a random order, each order equally likely. */
  public void shuffle(int[] numbers) {
    for (int i = numbers.length - 1; i > 0; i--) {
      int j = nextInt(i + 1);
      int kept = numbers[i];
      numbers[i] = numbers[j];
      numbers[j] = kept;
    }
  }
}
