package cairn.adaptive;

/**
 * What a model says about one person.
 *
 * @param logit z, the mean of the logit
 * @param variance v of the logit
 * @param propensity q, the chance of the wanted outcome
 */
public record Prediction(double logit, double variance, double propensity) {}
