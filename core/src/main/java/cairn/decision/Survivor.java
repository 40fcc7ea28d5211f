package cairn.decision;

/**
 * A candidate that was weighed, with every part of its score.
 *
 * @param action and rendering, by ordinal in the catalogue
 * @param purposeClass higher comes first, whatever the score
 * @param propensity P; variance is that of the logit
 * @param newcomer whether its traffic is capped while its model is new
 * @param context C, lever L, valueOrganisation and valuePerson as they entered
 * @param score what they come to
 */
public record Survivor(
    int action,
    int rendering,
    int purposeClass,
    double logit,
    double variance,
    double propensity,
    boolean newcomer,
    double context,
    double lever,
    double valueOrganisation,
    double valuePerson,
    double score) {}
