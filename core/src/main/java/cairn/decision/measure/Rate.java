package cairn.decision.measure;

/** How often something shown was accepted. */
public record Rate(long impressions, long accepted) {
  /** The normal quantile of a 95 percent interval. */
  public static final double Z95 = 1.959963984540054;

  public Rate {
    if (impressions < 0 || accepted < 0 || accepted > impressions) {
      throw new IllegalArgumentException("accepted lies between 0 and impressions");
    }
  }

  /** p; 0 where nothing was shown. */
  public double share() {
    return impressions == 0 ? 0 : (double) accepted / impressions;
  }

  /** √(p(1-p)/n); 0 where nothing was shown. */
  public double standardError() {
    return impressions == 0 ? 0 : Math.sqrt(share() * (1 - share()) / impressions);
  }

  /** Lower end of Wilson's 95 percent interval (1927), which holds for rare outcomes too. */
  public double low() {
    return impressions == 0 ? 0 : centre() - half();
  }

  public double high() {
    return impressions == 0 ? 1 : centre() + half();
  }

  private double centre() {
    double n = impressions;
    return (share() + Z95 * Z95 / (2 * n)) / (1 + Z95 * Z95 / n);
  }

  private double half() {
    double n = impressions;
    double p = share();
    return Z95 * Math.sqrt(p * (1 - p) / n + Z95 * Z95 / (4 * n * n)) / (1 + Z95 * Z95 / n);
  }
}
