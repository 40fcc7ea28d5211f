package cairn.decision;

import java.time.Instant;

/** What is remembered of contacts with a person, as contact policies count it. */
final class ContactCounts {
  private static final int NOT_COUNTED = -1;

  private final Catalogue catalogue;
  private final DecisionRequest request;
  private final Asked asked;
  private final int[] used;

  ContactCounts(Catalogue catalogue, DecisionRequest request, Asked asked) {
    this.catalogue = catalogue;
    this.request = request;
    this.asked = asked;
    this.used = new int[catalogue.contacts().size()];
    java.util.Arrays.fill(used, NOT_COUNTED);
  }

  /** Whether a policy holds in the request's channel. */
  boolean isHere(ContactPolicy policy) {
    return policy.channel() == null || policy.channel().equals(request.channel());
  }

  /** Contacts in a cap's window, by its place in the catalogue. */
  int used(int place, ContactPolicy.Cap cap) {
    if (used[place] == NOT_COUNTED) {
      used[place] = count(place, cap);
    }
    return used[place];
  }

  private int count(int place, ContactPolicy.Cap cap) {
    var word = catalogue.limits().contactWord(place);
    if (cap.scope().level() != Scope.Level.ALL || cap.channel() != null) {
      var recall = asked.person().recall(word);
      return recall == null ? 0 : recall.count(asked.now(), cap.window());
    }
    int count = 0;
    for (var recall : asked.person().recalls()) {
      count += recall.subject().startsWith(word) ? recall.count(asked.now(), cap.window()) : 0;
    }
    return count;
  }

  /** True while a pause runs: it began when the last of so many responses in a window came. */
  boolean isPaused(int place, ContactPolicy.Suppression pause) {
    var recall = asked.person().recall(catalogue.limits().contactWord(place));
    if (recall == null) {
      return false;
    }
    for (int i = recall.size() - 1; i >= pause.times() - 1; i--) {
      var last = Instant.ofEpochMilli(recall.time(i));
      boolean running = asked.now().isBefore(last.plus(pause.pause()));
      if (running && recall.count(last, pause.window()) >= pause.times()) {
        return true;
      }
    }
    return false;
  }

  /** Whether putting this action to the person is a contact of its own. */
  boolean isNew(int ordinal) {
    var action = catalogue.action(ordinal);
    if (action.kind() == ActionKind.REQUIRED) {
      return false;
    }
    Instant since = asked.now().minus(Pipeline.SAME_CONTACT_WITHIN);
    for (var interaction : asked.person().interactions()) {
      if (interaction.at().isAfter(since)
          && interaction.response() == null
          && interaction.subject().equals(action.id())
          && interaction.channel().equals(request.channel())) {
        return false;
      }
    }
    return true;
  }
}
