package cairn.decision.explain;

import cairn.decision.Component;
import cairn.decision.Survivor;

/** What became of one action in one decision. */
public sealed interface WhyNot {
  /** The catalogue has no such action. */
  record Unknown() implements WhyNot {}

  /** It was put to the person. */
  record Chosen(int slot) implements WhyNot {}

  /** A rule stopped it. */
  record Dropped(Component by) implements WhyNot {}

  /**
   * It was weighed, and others came before it.
   *
   * @param place its place among the weighed, from 1
   * @param winner the one shown first
   */
  record Outranked(int place, Survivor itself, Survivor winner) implements WhyNot {}

  /** It was weighed, nothing came before it, and there was still no room. */
  record NoRoom(Survivor itself) implements WhyNot {}
}
