package cairn.decision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everything that can drop a candidate, numbered: what comes with Cairn first, then in order. */
final class Components {
  private final List<Component> all = new ArrayList<>();
  private final Map<String, Integer> ids = new HashMap<>();

  Components(
      List<EngagementPolicy> policies, List<ContactPolicy> contacts, List<VolumeLimit> volumes) {
    for (var fixed : FixedComponent.values()) {
      add(fixed.component());
    }
    for (var policy : policies) {
      var stage = Stage.valueOf(policy.test().name());
      add(new Component(policy.id(), stage, policy.sentence(), policy.owner()));
    }
    for (var contact : contacts) {
      add(new Component(contact.id(), Stage.CONTACT, contact.sentence(), contact.owner()));
    }
    for (var volume : volumes) {
      add(new Component(volume.id(), Stage.VOLUME, volume.sentence(), volume.owner()));
    }
  }

  private void add(Component component) {
    if (ids.put(component.id(), all.size()) != null) {
      throw new IllegalArgumentException("two rules are named " + component.id());
    }
    all.add(component);
  }

  Component get(int ordinal) {
    return all.get(ordinal);
  }

  List<Component> all() {
    return Collections.unmodifiableList(all);
  }

  /** The ordinal of a rule; of the first where no rule has the name. */
  int ordinal(String id) {
    return ids.getOrDefault(id, 0);
  }
}
