package cairn.decision;

import cairn.person.Recall;
import cairn.rule.Need;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What each contact policy and each volume limit covers, by their places in the catalogue. */
final class Limits {
  private final List<ContactPolicy> contacts;
  private final Bits[] contactBits;
  private final String[] contactWords;
  private final Bits[] volumeBits;
  private final int[][] contactsOf;
  private final int[][] volumesOf;
  private final List<List<Need>> shownNeeds;

  Limits(
      List<Action> actions,
      Candidates candidates,
      List<ContactPolicy> contacts,
      List<VolumeLimit> volumes) {
    this.contacts = contacts;
    this.contactBits =
        contacts.stream()
            .map(policy ->
                candidates.where(action -> action.isBound() && policy.scope().covers(action)))
            .toArray(Bits[]::new);
    this.contactWords = contacts.stream().map(Limits::word).toArray(String[]::new);
    this.volumeBits =
        volumes.stream()
            .map(limit ->
                candidates.where(
                    action -> action.kind() != ActionKind.REQUIRED && limit.scope().covers(action)))
            .toArray(Bits[]::new);
    this.contactsOf = covering(actions, contacts.stream().map(ContactPolicy::scope).toList());
    this.volumesOf = covering(actions, volumes.stream().map(VolumeLimit::scope).toList());
    this.shownNeeds = actions.stream().map(this::needsOf).toList();
  }

  private static int[][] covering(List<Action> actions, List<Scope> scopes) {
    return actions.stream()
        .map(action ->
            IntStream.range(0, scopes.size()).filter(k -> scopes.get(k).covers(action)).toArray())
        .toArray(int[][]::new);
  }

  private static String word(ContactPolicy policy) {
    return switch (policy) {
      case ContactPolicy.Cap cap when cap.scope().level() == Scope.Level.ALL ->
          cap.channel() == null ? "promotion:" : "promotion:" + cap.channel();
      case ContactPolicy.Cap cap -> cap.scope().subject(Pipeline.shown(cap.channel()));
      case ContactPolicy.Suppression pause -> pause.scope().subject(responseWord(pause));
    };
  }

  /** What the organisation's limits bind of what a contact policy covers. */
  Bits contactBits(int contact) {
    return contactBits[contact];
  }

  Bits volumeBits(int volume) {
    return volumeBits[volume];
  }

  /** The word under which what a contact policy counts is remembered. */
  String contactWord(int contact) {
    return contactWords[contact];
  }

  /** The places of the contact policies that cover an action. */
  int[] contactsOf(int action) {
    return contactsOf[action];
  }

  int[] volumesOf(int action) {
    return volumesOf[action];
  }

  /** What is remembered when an action is put to a person. */
  List<Need> shownNeeds(int action) {
    return shownNeeds.get(action);
  }

  /** What is remembered when a person responds to an action by a channel in some way. */
  List<Need> responseNeeds(int action, String channel, Response.Kind kind) {
    var needs = new TreeMap<String, Integer>();
    for (int k : contactsOf[action]) {
      if (contacts.get(k) instanceof ContactPolicy.Suppression s
          && s.response() == kind
          && (s.channel() == null || s.channel().equals(channel))) {
        needs.merge(contactWords[k], s.times(), Math::max);
      }
    }
    return asNeeds(needs);
  }

  private List<Need> needsOf(Action action) {
    var needs = new TreeMap<String, Integer>();
    for (var contact : contacts) {
      if (contact instanceof ContactPolicy.Cap cap
          && cap.scope().level() != Scope.Level.ALL
          && cap.scope().covers(action)) {
        needs.merge(
            cap.scope().subject(Pipeline.shown(cap.channel())), cap.contactsMax(), Math::max);
      }
    }
    return asNeeds(needs);
  }

  private static String responseWord(ContactPolicy.Suppression pause) {
    var word = "response-" + pause.response().name();
    return pause.channel() == null ? word : word + "-" + pause.channel();
  }

  private static List<Need> asNeeds(Map<String, Integer> needs) {
    var all = new ArrayList<Need>();
    needs.forEach((s, keep) -> all.add(new Need(s, Math.min(keep, Recall.TIMES_MAX))));
    return List.copyOf(all);
  }
}
