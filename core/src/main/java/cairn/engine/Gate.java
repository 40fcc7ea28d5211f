package cairn.engine;

import cairn.blueprint.Channel;
import cairn.decision.Pipeline;
import cairn.log.Fact;
import cairn.log.Fact.Withheld;
import cairn.person.Journey;
import cairn.person.Limits;
import cairn.person.Objection;
import cairn.person.Pending;
import cairn.person.Pending.Purpose;
import cairn.person.PersonState;
import cairn.person.Recall;
import cairn.rule.Need;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last check before something leaves. Required notices pass; a no, an objection and the
 * person's own limits bind everything else; the organisation's caps and quiet hours bind what
 * promotes.
 */
final class Gate {
  /** What comes from a journey that is paused waits, and asks again so often. */
  static final Duration RESTING_LOOK_EVERY = Duration.ofHours(1);

  private final Turn turn;
  private final PersonState state;
  private final Instant now;

  Gate(Turn turn) {
    this.turn = turn;
    this.state = turn.state;
    this.now = turn.stamp.now();
  }

  /** Released, deferred or withheld, as a fact. */
  Fact release(Pending effect) {
    var channel = turn.blueprint.channel(effect.channel());
    if (effect.purpose() == Purpose.REQUIRED || effect.kind() == Pending.Kind.WEBHOOK) {
      return new Fact.EffectReleased(effect.id(), List.of());
    }
    var refusal = persons(effect);
    if (refusal == null && isContact(effect) && rests(effect)) {
      return new Fact.EffectDeferred(effect.id(), now.plus(RESTING_LOOK_EVERY));
    }
    if (refusal == null && isContact(effect)) {
      refusal = contact(effect, channel);
    }
    if (refusal != null) {
      return refusal;
    }
    return new Fact.EffectReleased(effect.id(), isContact(effect) ? counted(effect) : List.of());
  }

  private List<Need> counted(Pending effect) {
    var catalogue = turn.blueprint.catalogue();
    return effect.purpose() == Purpose.PROMOTIONAL
        ? Pipeline.remember(catalogue, effect.action(), effect.channel())
        : List.of(new Need(Recall.CONTACT + effect.channel(), Recall.TIMES_MAX));
  }

  private static boolean isContact(Pending effect) {
    return effect.kind() == Pending.Kind.MESSAGE || effect.kind() == Pending.Kind.QUESTION;
  }

  /** What the person said: a no, "not now", an objection. */
  private @Nullable Fact persons(Pending effect) {
    var definition = Walk.definitionOf(effect.instance());
    if (definition != null) {
      if (state.record(definition).map(r -> r.closedByNo()).orElse(false)) {
        return withheld(effect, Withheld.PERSON_SAID_NO, definition);
      }
      var journey = state.journey(effect.instance() == null ? "" : effect.instance());
      if (journey.map(j -> j.standing() == Journey.Standing.HELD).orElse(false)) {
        return withheld(effect, Withheld.NOT_NOW, definition);
      }
    }
    for (var objection : state.objections()) {
      if (covers(objection, effect, definition)) {
        return withheld(effect, Withheld.OBJECTION, objection.subject());
      }
    }
    return null;
  }

  /** Whether the journey it comes from is paused, for this person or for everybody. */
  private boolean rests(Pending effect) {
    var definition = Walk.definitionOf(effect.instance());
    return definition != null
        && (turn.world.switches().journeys().contains(definition)
            || state
                .journey(String.valueOf(effect.instance()))
                .filter(j -> j.standing() == Journey.Standing.PAUSED)
                .isPresent());
  }

  private static boolean covers(Objection objection, Pending effect, @Nullable String definition) {
    return switch (objection.scope()) {
      case EVERYTHING -> true;
      case CHANNEL -> objection.subject().equals(effect.channel());
      case JOURNEY -> objection.subject().equals(definition);
      case ACTION ->
          objection.subject().equals(effect.subject())
              || objection.subject().equals(effect.action());
      case PROFILING -> false;
    };
  }

  private @Nullable Fact contact(Pending effect, @Nullable Channel channel) {
    if (channel == null || turn.world.switches().stopsChannel(channel.id())) {
      return withheld(effect, Withheld.CHANNEL_STOPPED, effect.channel());
    }
    if (channel.consent() != null && !state.allows(channel.consent())) {
      return withheld(effect, Withheld.NO_CONSENT, channel.consent());
    }
    if (channel.address() >= 0 && state.attributes().get(channel.address()) == null) {
      return withheld(effect, Withheld.MISSING_IDENTIFIER, channel.id());
    }
    var limits = state.limits();
    var silent = limits.silentUntil();
    if (silent != null && now.isBefore(silent)) {
      return withheld(effect, Withheld.PERSONS_LIMIT, "silence");
    }
    for (var cap : limits.caps()) {
      if ((cap.channel() == null || cap.channel().equals(channel.id()))
          && state.contacts(Recall.CONTACT, cap.channel(), now, cap.window())
              >= cap.contactsMax()) {
        return withheld(effect, Withheld.PERSONS_LIMIT, channel.id());
      }
    }
    var quiet = quiet(effect, limits.quiet(), false);
    if (quiet != null || effect.purpose() != Purpose.PROMOTIONAL) {
      return quiet;
    }
    for (var cap : channel.caps()) {
      if (state.contacts(Recall.PROMOTION, channel.id(), now, cap.window()) >= cap.contactsMax()) {
        return withheld(effect, Withheld.FREQUENCY_CAP, channel.id());
      }
    }
    return quiet(effect, channel.quiet(), channel.dropInQuiet());
  }

  private @Nullable Fact quiet(Pending effect, Limits.@Nullable QuietHours hours, boolean drop) {
    var until = hours == null ? null : new Clock(turn).quietUntil(hours, now);
    if (until == null) {
      return null;
    }
    return drop
        ? withheld(effect, Withheld.QUIET_HOURS, effect.channel())
        : new Fact.EffectDeferred(effect.id(), until);
  }

  private static Fact withheld(Pending effect, Withheld why, String detail) {
    return new Fact.EffectWithheld(effect.id(), why, detail);
  }
}
