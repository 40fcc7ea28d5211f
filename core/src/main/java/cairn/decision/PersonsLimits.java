package cairn.decision;

import cairn.person.Objection;
import cairn.person.PersonState;
import cairn.person.Recall;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a person's own words rule out: hard for everything but required notices. */
final class PersonsLimits {
  private final PersonState person;
  private final Instant now;
  private final String channel;
  private final @Nullable String consent;

  PersonsLimits(Asked asked, String channel) {
    this.person = asked.person();
    this.now = asked.now();
    this.channel = channel;
    this.consent = asked.consent();
  }

  /** Why nothing at all may come by this channel now, or null. */
  @Nullable FixedComponent everything() {
    for (var objection : person.objections()) {
      if (objection.scope() == Objection.Scope.EVERYTHING
          || (objection.scope() == Objection.Scope.CHANNEL
              && objection.subject().equals(channel))) {
        return FixedComponent.OBJECTION;
      }
    }
    var silent = person.limits().silentUntil();
    if (silent != null && now.isBefore(silent)) {
      return FixedComponent.PERSON_SILENCE;
    }
    if (consent != null && !person.allows(consent)) {
      return FixedComponent.NO_CONSENT;
    }
    return room() <= 0 ? FixedComponent.PERSON_CAP : null;
  }

  /** How many more contacts the person's own caps allow in this channel now. */
  int room() {
    int room = Integer.MAX_VALUE;
    for (var cap : person.limits().caps()) {
      if (cap.channel() == null || cap.channel().equals(channel)) {
        room =
            Math.min(
                room,
                cap.contactsMax()
                    - person.contacts(Recall.CONTACT, cap.channel(), now, cap.window()));
      }
    }
    return room;
  }

  /** Whether none of their words is about single actions. */
  boolean namesNoAction() {
    if (!person.notNow().isEmpty()) {
      return false;
    }
    for (var objection : person.objections()) {
      if (objection.scope() == Objection.Scope.ACTION) {
        return false;
      }
    }
    return true;
  }

  /** Why this action may not come, or null; a word about a part holds for its bundle. */
  @Nullable FixedComponent action(Action action) {
    for (var objection : person.objections()) {
      if (objection.scope() == Objection.Scope.ACTION
          && (objection.subject().equals(action.id())
              || objection.subject().equals(action.group())
              || action.parts().contains(objection.subject()))) {
        return FixedComponent.OBJECTION;
      }
    }
    for (var notNow : person.notNow()) {
      boolean meant =
          notNow.subject().equals(action.id()) || action.parts().contains(notNow.subject());
      if (meant && now.isBefore(notNow.until())) {
        return FixedComponent.NOT_NOW;
      }
    }
    return null;
  }
}
