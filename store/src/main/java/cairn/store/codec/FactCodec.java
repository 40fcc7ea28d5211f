package cairn.store.codec;

import cairn.log.Entry;
import cairn.log.Fact;
import cairn.person.PersonKey;
import cairn.person.PersonState;
import java.util.ArrayList;
import java.util.List;

/**
 * Facts as {@code tag, length, body}. A tag means the same for ever; a fact may gain fields at its
 * end, which older readers pass over. The switch over facts has no default: a new fact does not
 * compile before it has its bytes here.
 */
final class FactCodec {
  private static final Fact.Cause[] CAUSES = Fact.Cause.values();
  private static final Fact.Withheld[] WITHHELD = Fact.Withheld.values();

  private FactCodec() {}

  static void write(Out out, Fact fact, long base) {
    switch (fact) {
      case Fact.EventOccurred f -> {
        int start = begin(out, 1);
        out.text(f.name());
        out.textOrNull(f.channel());
        out.time(f.at(), base);
        ValueCodec.writeMap(out, f.properties());
        out.number(f.keep());
        out.close(start);
      }
      case Fact.AttributesSet f -> {
        int start = begin(out, 2);
        out.number(f.settings().size());
        for (var setting : f.settings()) {
          out.signed(setting.slot());
          out.text(setting.name());
          ValueCodec.write(out, setting.value());
        }
        out.close(start);
      }
      case Fact.IdentifierAdded f -> {
        int start = begin(out, 3);
        PartCodec.identifier(out, f.identifier());
        out.close(start);
      }
      case Fact.RecordSealed f -> {
        int start = begin(out, 4);
        PartCodec.key(out, f.into());
        out.close(start);
      }
      case Fact.RecordAbsorbed f -> {
        int start = begin(out, 5);
        PartCodec.key(out, f.from());
        state(out, f.state());
        entries(out, f.entries());
        out.close(start);
      }
      case Fact.PurposeStated f -> {
        int start = begin(out, 6);
        PartCodec.purpose(out, f.purpose(), base);
        out.close(start);
      }
      case Fact.PurposeClosed f -> texts(out, 7, f.id());
      case Fact.ConsentRecorded f -> {
        int start = begin(out, 8);
        PartCodec.consent(out, f.consent(), base);
        out.close(start);
      }
      case Fact.ObjectionRaised f -> {
        int start = begin(out, 9);
        PartCodec.objection(out, f.objection(), base);
        out.close(start);
      }
      case Fact.ObjectionLifted f -> {
        int start = begin(out, 10);
        out.constant(f.scope());
        out.text(f.subject());
        out.close(start);
      }
      case Fact.LimitsSet f -> {
        int start = begin(out, 11);
        PartCodec.limits(out, f.limits(), base);
        out.close(start);
      }
      case Fact.QuestionAnswered f -> {
        int start = begin(out, 12);
        out.text(f.question());
        out.textOrNull(f.effect());
        out.textOrNull(f.instance());
        ValueCodec.write(out, f.answer());
        out.flag(f.feeling() != null);
        if (f.feeling() != null) {
          out.signed(f.feeling());
        }
        out.flag(f.effort() != null);
        if (f.effort() != null) {
          out.signed(f.effort());
        }
        out.close(start);
      }
      case Fact.JourneyBegun f -> {
        int start = begin(out, 13);
        out.text(f.instance());
        out.text(f.definition());
        out.number(f.version());
        out.text(f.key());
        out.text(f.beginning());
        out.time(f.at(), base);
        out.close(start);
      }
      case Fact.ArmDrawn f -> texts(out, 14, f.instance(), f.experiment(), f.arm());
      case Fact.StepEntered f -> {
        int start = begin(out, 15);
        out.text(f.instance());
        out.text(f.stage());
        out.text(f.step());
        out.textOrNull(f.from());
        out.constant(f.cause());
        out.text(f.by());
        out.time(f.at(), base);
        out.close(start);
      }
      case Fact.GoalMet f -> texts(out, 16, f.instance(), f.goal());
      case Fact.JourneyEnded f -> {
        int start = begin(out, 17);
        out.text(f.instance());
        out.constant(f.ending());
        out.text(f.step());
        out.textOrNull(f.reason());
        out.time(f.at(), base);
        out.close(start);
      }
      case Fact.JourneyHeld f -> {
        int start = begin(out, 18);
        out.text(f.instance());
        out.time(f.until(), base);
        out.close(start);
      }
      case Fact.JourneyPaused f -> texts(out, 19, f.instance());
      case Fact.JourneyResumed f -> texts(out, 20, f.instance());
      case Fact.JourneyReopened f -> {
        int start = begin(out, 21);
        out.text(f.instance());
        out.text(f.stage());
        out.text(f.step());
        out.time(f.at(), base);
        out.close(start);
      }
      case Fact.JourneyMigrated f -> {
        int start = begin(out, 22);
        out.text(f.instance());
        out.number(f.version());
        out.text(f.stage());
        out.text(f.step());
        out.time(f.at(), base);
        out.close(start);
      }
      case Fact.JourneyStuck f -> texts(out, 23, f.instance(), f.step());
      case Fact.SegmentEntered f -> texts(out, 24, f.segment());
      case Fact.SegmentLeft f -> texts(out, 25, f.segment());
      case Fact.TimerPlanted f -> {
        int start = begin(out, 26);
        PartCodec.timer(out, f.timer(), base);
        out.close(start);
      }
      case Fact.TimerDropped f -> texts(out, 27, f.id());
      case Fact.TimerFired f -> {
        int start = begin(out, 28);
        out.text(f.id());
        out.time(f.due(), base);
        out.close(start);
      }
      case Fact.EffectQueued f -> {
        int start = begin(out, 29);
        PartCodec.pending(out, f.effect(), base);
        ValueCodec.writeMap(out, f.content());
        out.flag(f.muted());
        out.close(start);
      }
      case Fact.EffectReleased f -> {
        int start = begin(out, 30);
        out.text(f.id());
        PartCodec.needs(out, f.remember());
        out.close(start);
      }
      case Fact.EffectWithheld f -> {
        int start = begin(out, 31);
        out.text(f.id());
        out.constant(f.why());
        out.text(f.detail());
        out.close(start);
      }
      case Fact.EffectDeferred f -> {
        int start = begin(out, 32);
        out.text(f.id());
        out.time(f.until(), base);
        out.close(start);
      }
      case Fact.EffectSettled f -> {
        int start = begin(out, 33);
        out.text(f.id());
        out.text(f.outcome());
        out.flag(f.delivered());
        out.close(start);
      }
      case Fact.Baseline f -> {
        int start = begin(out, 34);
        PartCodec.key(out, f.state().key());
        state(out, f.state());
        out.close(start);
      }
      case Fact.Erased _ -> out.close(begin(out, 35));
      case Fact.DecisionMade f -> {
        int start = begin(out, 36);
        DecisionCodec.write(out, f.decision(), base);
        out.flag(f.queued());
        out.close(start);
      }
      case Fact.ResponseRecorded f -> {
        int start = begin(out, 37);
        out.text(f.decision());
        out.text(f.action());
        out.text(f.channel());
        DecisionCodec.response(out, f.response(), base);
        PartCodec.needs(out, f.remember());
        out.close(start);
      }
    }
  }

  static Fact read(In in, long base) {
    in.reading("a log entry, a fact's tag");
    int tag = in.count();
    in.reading("a log entry, fact " + tag);
    int outer = in.enter();
    var fact = body(in, tag, base);
    in.leave(outer);
    return fact;
  }

  private static Fact body(In in, int tag, long base) {
    return switch (tag) {
      case 1 ->
          new Fact.EventOccurred(
              in.text(), in.textOrNull(), in.time(base), ValueCodec.readMap(in), in.count());
      case 2 -> {
        var settings = new ArrayList<Fact.AttributesSet.Setting>();
        for (int i = in.items(); i > 0; i--) {
          settings.add(
              new Fact.AttributesSet.Setting(
                  (int) in.signed(), in.text(), ValueCodec.readOrNull(in)));
        }
        yield new Fact.AttributesSet(settings);
      }
      case 3 -> new Fact.IdentifierAdded(PartCodec.identifier(in));
      case 4 -> new Fact.RecordSealed(PartCodec.key(in));
      case 5 -> {
        var from = PartCodec.key(in);
        var state = state(in, from);
        yield new Fact.RecordAbsorbed(from, state, entries(in));
      }
      case 6 -> new Fact.PurposeStated(PartCodec.purpose(in, base));
      case 7 -> new Fact.PurposeClosed(in.text());
      case 8 -> new Fact.ConsentRecorded(PartCodec.consent(in, base));
      case 9 -> new Fact.ObjectionRaised(PartCodec.objection(in, base));
      case 10 -> new Fact.ObjectionLifted(in.constant(PartCodec.SCOPES), in.text());
      case 11 -> new Fact.LimitsSet(PartCodec.limits(in, base));
      case 12 ->
          new Fact.QuestionAnswered(
              in.text(),
              in.textOrNull(),
              in.textOrNull(),
              ValueCodec.read(in),
              in.flag() ? (Integer) (int) in.signed() : null,
              in.flag() ? (Integer) (int) in.signed() : null);
      case 13 ->
          new Fact.JourneyBegun(
              in.text(), in.text(), in.count(), in.text(), in.text(), in.time(base));
      case 14 -> new Fact.ArmDrawn(in.text(), in.text(), in.text());
      case 15 ->
          new Fact.StepEntered(
              in.text(),
              in.text(),
              in.text(),
              in.textOrNull(),
              in.constant(CAUSES),
              in.text(),
              in.time(base));
      case 16 -> new Fact.GoalMet(in.text(), in.text());
      case 17 ->
          new Fact.JourneyEnded(
              in.text(), in.constant(PartCodec.ENDINGS), in.text(), in.textOrNull(), in.time(base));
      case 18 -> new Fact.JourneyHeld(in.text(), in.time(base));
      case 19 -> new Fact.JourneyPaused(in.text());
      case 20 -> new Fact.JourneyResumed(in.text());
      case 21 -> new Fact.JourneyReopened(in.text(), in.text(), in.text(), in.time(base));
      case 22 ->
          new Fact.JourneyMigrated(in.text(), in.count(), in.text(), in.text(), in.time(base));
      case 23 -> new Fact.JourneyStuck(in.text(), in.text());
      case 24 -> new Fact.SegmentEntered(in.text());
      case 25 -> new Fact.SegmentLeft(in.text());
      case 26 -> new Fact.TimerPlanted(PartCodec.timer(in, base));
      case 27 -> new Fact.TimerDropped(in.text());
      case 28 -> new Fact.TimerFired(in.text(), in.time(base));
      case 29 ->
          new Fact.EffectQueued(PartCodec.pending(in, base), ValueCodec.readMap(in), in.flag());
      case 30 -> new Fact.EffectReleased(in.text(), PartCodec.needs(in));
      case 31 -> new Fact.EffectWithheld(in.text(), in.constant(WITHHELD), in.text());
      case 32 -> new Fact.EffectDeferred(in.text(), in.time(base));
      case 33 -> new Fact.EffectSettled(in.text(), in.text(), in.flag());
      case 34 -> {
        var key = PartCodec.key(in);
        yield new Fact.Baseline(state(in, key));
      }
      case 35 -> new Fact.Erased();
      case 36 -> new Fact.DecisionMade(DecisionCodec.read(in, base), in.flag());
      case 37 ->
          new Fact.ResponseRecorded(
              in.text(),
              in.text(),
              in.text(),
              DecisionCodec.response(in, base),
              PartCodec.needs(in));
      default -> throw in.corrupt("a fact of a newer version, which is not known here");
    };
  }

  private static int begin(Out out, int tag) {
    out.u8(tag);
    return out.open();
  }

  private static void texts(Out out, int tag, String... texts) {
    int start = begin(out, tag);
    for (var text : texts) {
      out.text(text);
    }
    out.close(start);
  }

  static void state(Out out, PersonState state) {
    int start = out.open();
    StateCodec.write(out, state, StateCodec.NOTHING);
    out.close(start);
  }

  static PersonState state(In in, PersonKey key) {
    int outer = in.enter();
    var state = StateCodec.read(in, key).state();
    in.leave(outer);
    return state;
  }

  static void entries(Out out, List<Entry> entries) {
    out.number(entries.size());
    for (var entry : entries) {
      int start = out.open();
      EntryCodec.write(out, entry);
      out.close(start);
    }
  }

  static List<Entry> entries(In in) {
    int size = in.items();
    var entries = new ArrayList<Entry>(size);
    for (int i = 0; i < size; i++) {
      int outer = in.enter();
      entries.add(EntryCodec.read(in));
      in.leave(outer);
    }
    return entries;
  }
}
