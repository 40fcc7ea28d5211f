package cairn.adaptive;

/**
 * Outcomes of about equal predictions, taken together: where a model is right, predicted and
 * observed are the same.
 *
 * @param count outcomes, of late counted in full and earlier ones less
 * @param predicted mean chance before the outcome was known
 * @param observed share of wanted outcomes
 */
public record Calibration(double count, double predicted, double observed) {}
