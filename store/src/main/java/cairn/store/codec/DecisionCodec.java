package cairn.store.codec;

import cairn.adaptive.FeatureVector;
import cairn.decision.Arm;
import cairn.decision.DecisionRecord;
import cairn.decision.DecisionRequest;
import cairn.decision.Drops;
import cairn.decision.Response;
import cairn.decision.Slot;
import cairn.decision.Survivor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decisions and responses as bytes. Drops are written as they are packed. */
final class DecisionCodec {
  private static final Arm[] ARMS = Arm.values();
  private static final Response.Kind[] KINDS = Response.Kind.values();

  private DecisionCodec() {}

  static void write(Out out, DecisionRecord record, long base) {
    out.text(record.id());
    out.time(record.at(), base);
    request(out, record.request());
    out.constant(record.arm());
    out.number(record.drops().size());
    var drops = Drops.of(record.drops()).toBytes();
    out.raw(drops, 0, drops.length);
    out.number(record.survivors().size());
    record.survivors().forEach(survivor -> survivor(out, survivor));
    out.number(record.slots().size());
    record.slots().forEach(slot -> slot(out, slot));
    var features = record.features();
    out.flag(features != null);
    if (features != null) {
      var bytes = features.toBytes();
      out.number(bytes.length);
      out.raw(bytes, 0, bytes.length);
    }
    out.number(record.decisions());
    out.signed(record.silence());
    PartCodec.needs(out, record.remember());
  }

  static DecisionRecord read(In in, long base) {
    var id = in.text();
    var at = in.time(base);
    var request = request(in);
    var arm = in.constant(ARMS);
    int dropCount = in.items();
    var drops = Drops.fromBytes(dropCount, in.numbers(2L * dropCount));
    var survivors = new ArrayList<Survivor>();
    for (int i = in.items(); i > 0; i--) {
      survivors.add(survivor(in));
    }
    var slots = new ArrayList<Slot>();
    for (int i = in.items(); i > 0; i--) {
      slots.add(slot(in));
    }
    @Nullable FeatureVector features =
        in.flag() ? FeatureVector.fromBytes(in.raw(in.items())) : null;
    return new DecisionRecord(
        id,
        at,
        request,
        arm,
        drops,
        survivors,
        slots,
        features,
        in.number(),
        (int) in.signed(),
        PartCodec.needs(in));
  }

  static void response(Out out, Response response, long base) {
    out.constant(response.kind());
    out.textOrNull(response.reason());
    out.timeOrNull(response.until(), base);
    out.decimal(response.value());
  }

  static Response response(In in, long base) {
    return new Response(in.constant(KINDS), in.textOrNull(), in.timeOrNull(base), in.decimal());
  }

  private static void request(Out out, DecisionRequest request) {
    out.text(request.channel());
    out.number(request.placements().size());
    request.placements().forEach(out::text);
    ValueCodec.writeMap(out, request.context());
    out.number(request.limit());
  }

  private static DecisionRequest request(In in) {
    var channel = in.text();
    var placements = new ArrayList<String>();
    for (int i = in.items(); i > 0; i--) {
      placements.add(in.text());
    }
    return new DecisionRequest(channel, placements, ValueCodec.readMap(in), in.count());
  }

  private static void survivor(Out out, Survivor survivor) {
    out.number(survivor.action());
    out.number(survivor.rendering());
    out.signed(survivor.purposeClass());
    out.decimal(survivor.logit());
    out.decimal(survivor.variance());
    out.decimal(survivor.propensity());
    out.flag(survivor.newcomer());
    out.decimal(survivor.context());
    out.decimal(survivor.lever());
    out.decimal(survivor.valueOrganisation());
    out.decimal(survivor.valuePerson());
    out.decimal(survivor.score());
  }

  private static Survivor survivor(In in) {
    return new Survivor(
        in.count(),
        in.count(),
        (int) in.signed(),
        in.decimal(),
        in.decimal(),
        in.decimal(),
        in.flag(),
        in.decimal(),
        in.decimal(),
        in.decimal(),
        in.decimal(),
        in.decimal());
  }

  private static void slot(Out out, Slot slot) {
    out.text(slot.placement());
    out.text(slot.action());
    out.text(slot.treatment());
    out.signed(slot.survivor());
    out.number(slot.among().size());
    slot.among().forEach(out::signed);
    out.number(slot.probabilities().size());
    slot.probabilities().forEach(out::decimal);
    out.decimal(slot.draw());
    out.flag(slot.explored());
    out.flag(slot.mandatory());
  }

  private static Slot slot(In in) {
    var placement = in.text();
    var action = in.text();
    var treatment = in.text();
    int survivor = (int) in.signed();
    List<Integer> among = new ArrayList<>();
    for (int i = in.items(); i > 0; i--) {
      among.add((int) in.signed());
    }
    List<Double> probabilities = new ArrayList<>();
    for (int i = in.items(); i > 0; i--) {
      probabilities.add(in.decimal());
    }
    return new Slot(
        placement,
        action,
        treatment,
        survivor,
        among,
        probabilities,
        in.decimal(),
        in.flag(),
        in.flag());
  }
}
