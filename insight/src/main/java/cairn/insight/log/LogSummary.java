package cairn.insight.log;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a log amounts to.
 *
 * @param people how many people travelled
 * @param cases how many journeys there are; one case of two people is two
 * @param events how many events
 * @param activities how many different labels
 * @param variants how many different sequences of labels; a lower bound when {@code
 *     variantsComplete} is false
 * @param variantsComplete whether every sequence could be told apart within the bound
 * @param directlyFollowsPairs how many different pairs of labels directly follow each other
 * @param lengthMin the fewest events of a journey; 0 without journeys
 * @param lengthMean the mean number of events of a journey; 0 without journeys
 * @param lengthMax the most events of a journey; 0 without journeys
 * @param topVariant the commonest sequence, ties by labels; empty without journeys
 * @param topVariantCases how many journeys went that way
 * @param from the first event's time
 * @param until the last event's time
 */
public record LogSummary(
    long people,
    long cases,
    long events,
    int activities,
    long variants,
    boolean variantsComplete,
    int directlyFollowsPairs,
    int lengthMin,
    double lengthMean,
    int lengthMax,
    List<String> topVariant,
    long topVariantCases,
    @Nullable Instant from,
    @Nullable Instant until) {

  /** Keeps an unchangeable copy. */
  public LogSummary {
    topVariant = List.copyOf(topVariant);
  }
}
