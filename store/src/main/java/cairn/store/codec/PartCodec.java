package cairn.store.codec;

import cairn.person.Consent;
import cairn.person.Ending;
import cairn.person.Identifier;
import cairn.person.Limits;
import cairn.person.Objection;
import cairn.person.Pending;
import cairn.person.PersonKey;
import cairn.person.Purpose;
import cairn.person.Timer;
import cairn.rule.Need;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts that states and facts share. Enum constants are written by their place, so new ones are
 * only ever added at the end.
 */
final class PartCodec {
  static final Ending[] ENDINGS = Ending.values();
  static final Objection.Scope[] SCOPES = Objection.Scope.values();
  private static final Identifier.Kind[] IDENTIFIER_KINDS = Identifier.Kind.values();
  private static final Purpose.Source[] SOURCES = Purpose.Source.values();
  private static final Timer.Kind[] TIMER_KINDS = Timer.Kind.values();
  private static final Pending.Kind[] PENDING_KINDS = Pending.Kind.values();
  private static final Pending.Purpose[] PENDING_PURPOSES = Pending.Purpose.values();

  private PartCodec() {}

  static @Nullable Ending endingOrNull(In in) {
    int place = in.u8();
    if (place > ENDINGS.length) {
      throw in.corrupt("it names an ending that is not known here");
    }
    return place == 0 ? null : ENDINGS[place - 1];
  }

  static void key(Out out, PersonKey key) {
    out.fixed64(key.high());
    out.fixed64(key.low());
  }

  static PersonKey key(In in) {
    return new PersonKey(in.fixed64(), in.fixed64());
  }

  static void identifier(Out out, Identifier identifier) {
    out.constant(identifier.kind());
    out.text(identifier.value());
  }

  static Identifier identifier(In in) {
    return new Identifier(in.constant(IDENTIFIER_KINDS), in.text());
  }

  static void consent(Out out, Consent consent, long base) {
    out.text(consent.subject());
    out.flag(consent.given());
    out.time(consent.at(), base);
    out.text(consent.source());
  }

  static Consent consent(In in, long base) {
    return new Consent(in.text(), in.flag(), in.time(base), in.text());
  }

  static void objection(Out out, Objection objection, long base) {
    out.constant(objection.scope());
    out.text(objection.subject());
    out.time(objection.at(), base);
  }

  static Objection objection(In in, long base) {
    return new Objection(in.constant(SCOPES), in.text(), in.time(base));
  }

  static void limits(Out out, Limits limits, long base) {
    out.number(limits.caps().size());
    for (var cap : limits.caps()) {
      out.textOrNull(cap.channel());
      out.number(cap.contactsMax());
      out.duration(cap.window());
    }
    var quiet = limits.quiet();
    out.flag(quiet != null);
    if (quiet != null) {
      out.localTime(quiet.from());
      out.localTime(quiet.to());
    }
    out.timeOrNull(limits.silentUntil(), base);
  }

  static Limits limits(In in, long base) {
    var caps = new ArrayList<Limits.Cap>();
    for (int i = in.items(); i > 0; i--) {
      caps.add(new Limits.Cap(in.textOrNull(), in.count(), in.duration()));
    }
    Limits.@Nullable QuietHours quiet =
        in.flag() ? new Limits.QuietHours(in.localTime(), in.localTime()) : null;
    return new Limits(caps, quiet, in.timeOrNull(base));
  }

  static void needs(Out out, List<Need> needs) {
    out.number(needs.size());
    for (var need : needs) {
      out.text(need.subject());
      out.number(need.keep());
    }
  }

  static List<Need> needs(In in) {
    var needs = new ArrayList<Need>();
    for (int i = in.items(); i > 0; i--) {
      needs.add(new Need(in.text(), in.count()));
    }
    return needs;
  }

  static void purpose(Out out, Purpose purpose, long base) {
    out.text(purpose.id());
    out.text(purpose.kind());
    out.text(purpose.text());
    out.constant(purpose.source());
    out.time(purpose.at(), base);
    out.flag(purpose.open());
  }

  static Purpose purpose(In in, long base) {
    return new Purpose(
        in.text(), in.text(), in.text(), in.constant(SOURCES), in.time(base), in.flag());
  }

  static void timer(Out out, Timer timer, long base) {
    out.text(timer.id());
    out.constant(timer.kind());
    out.text(timer.subject());
    out.time(timer.due(), base);
    var local = timer.local();
    out.flag(local != null);
    if (local != null) {
      out.localTime(local.time());
      out.text(local.zone());
    }
  }

  static Timer timer(In in, long base) {
    return new Timer(
        in.text(),
        in.constant(TIMER_KINDS),
        in.text(),
        in.time(base),
        in.flag() ? new Timer.Local(in.localTime(), in.text()) : null);
  }

  static void pending(Out out, Pending pending, long base) {
    out.text(pending.id());
    out.constant(pending.kind());
    out.constant(pending.purpose());
    out.textOrNull(pending.instance());
    out.textOrNull(pending.action());
    out.text(pending.channel());
    out.text(pending.subject());
    out.time(pending.queuedAt(), base);
    out.flag(pending.released());
  }

  static Pending pending(In in, long base) {
    return new Pending(
        in.text(),
        in.constant(PENDING_KINDS),
        in.constant(PENDING_PURPOSES),
        in.textOrNull(),
        in.textOrNull(),
        in.text(),
        in.text(),
        in.time(base),
        in.flag());
  }
}
