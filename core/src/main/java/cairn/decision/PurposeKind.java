package cairn.decision;

import java.util.List;

/**
 * Something people may be trying to do, as a blueprint declares it, so that a person can choose it
 * for their own words.
 *
 * @param words by which it may be suggested to them
 */
public record PurposeKind(String id, String name, List<String> words) {
  public PurposeKind {
    words = List.copyOf(words);
  }
}
