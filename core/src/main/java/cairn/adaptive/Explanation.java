package cairn.adaptive;

import java.util.List;

/**
 * Why a model gives one person this chance: parts that sum to the logit. No statement of causes.
 *
 * @param prediction what is explained; its uncertainty is the root of its variance
 * @param base the logit of a person with average features
 * @param parts one for each predictor that moves the logit, the largest first
 */
public record Explanation(Prediction prediction, double base, List<Part> parts) {
  public Explanation {
    parts = List.copyOf(parts);
  }

  /**
   * What one predictor adds, compared with the average person.
   *
   * @param value the person's word, bin or number
   * @param contribution to the logit; its sign says in which direction
   * @param uncertainty the standard deviation of the weight behind it
   */
  public record Part(String predictor, String value, double contribution, double uncertainty) {}
}
