package cairn.store.codec;

import cairn.person.Attributes;
import cairn.person.Consent;
import cairn.person.Identifier;
import cairn.person.Interaction;
import cairn.person.Journey;
import cairn.person.JourneyRecord;
import cairn.person.Limits;
import cairn.person.NotNow;
import cairn.person.Objection;
import cairn.person.Pending;
import cairn.person.PersonKey;
import cairn.person.PersonState;
import cairn.person.Purpose;
import cairn.person.Recall;
import cairn.person.Standing;
import cairn.person.Timer;
import cairn.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A person's state as bytes: {@code [version u8]{section number, length, body}*}. Empty sections
 * are left out. Times are written as distances from the state's own now. A section that is not
 * known here comes from a newer version: it is handed back as it stands and written again, so that
 * going back a version and forward again loses nothing. The key is not part of it.
 */
public final class StateCodec {
  /** The version written; every version up to it is read. */
  public static final int VERSION = 1;

  /** No sections of a newer version. */
  public static final byte[] NOTHING = {};

  private static final int HEAD = 1;
  private static final int IDENTIFIERS = 2;
  private static final int ATTRIBUTES = 3;
  private static final int SEGMENTS = 4;
  private static final int CONSENTS = 5;
  private static final int OBJECTIONS = 6;
  private static final int LIMITS = 7;
  private static final int PURPOSES = 8;
  private static final int JOURNEYS = 9;
  private static final int RECORDS = 10;
  private static final int TIMERS = 11;
  private static final int RECALLS = 12;
  private static final int INTERACTIONS = 13;
  private static final int PENDING = 14;
  private static final int NOT_NOW = 15;
  private static final int WAITED_ON = 16;

  private static final Standing[] STANDINGS = Standing.values();
  private static final Journey.Standing[] JOURNEY_STANDINGS = Journey.Standing.values();

  /**
   * What was read.
   *
   * @param unknown sections of a newer version, as they stand
   */
  @SuppressWarnings("ArrayRecordComponent") // bytes that are handed on, never compared
  public record Decoded(PersonState state, byte[] unknown) {}

  private StateCodec() {}

  /** Writes a state and the sections of a newer version that came with it. */
  public static void write(Out out, PersonState state, byte[] unknown) {
    long base = state.now().toEpochMilli();
    out.u8(VERSION);
    out.u8(HEAD);
    int start = out.open();
    out.constant(state.standing());
    out.number(state.position());
    out.time(state.now(), 0);
    if (state.sealedInto() != null) {
      PartCodec.key(out, state.sealedInto());
    }
    out.close(start);
    section(out, IDENTIFIERS, state.identifiers(), base, (o, i, b) -> PartCodec.identifier(o, i));
    attributes(out, state.attributes());
    section(out, SEGMENTS, state.segments(), base, (o, segment, b) -> o.text(segment));
    section(out, CONSENTS, state.consents(), base, PartCodec::consent);
    section(out, OBJECTIONS, state.objections(), base, PartCodec::objection);
    if (!state.limits().equals(Limits.NONE)) {
      out.u8(LIMITS);
      start = out.open();
      PartCodec.limits(out, state.limits(), base);
      out.close(start);
    }
    section(out, PURPOSES, state.purposes(), base, PartCodec::purpose);
    section(out, JOURNEYS, state.journeys(), base, StateCodec::journey);
    section(out, RECORDS, state.records(), base, StateCodec::record);
    section(out, TIMERS, state.timers(), base, PartCodec::timer);
    section(out, RECALLS, state.recalls(), base, StateCodec::recall);
    section(out, INTERACTIONS, state.interactions(), base, StateCodec::interaction);
    section(out, PENDING, state.pending(), base, PartCodec::pending);
    section(out, NOT_NOW, state.notNow(), base, StateCodec::notNow);
    if (state.journeys().stream().anyMatch(j -> !j.waitedOn().isEmpty())) {
      section(out, WAITED_ON, state.journeys(), base, (o, j, b) -> o.text(j.waitedOn()));
    }
    out.raw(unknown, 0, unknown.length);
  }

  /** Reads a state up to the end of its bytes. */
  public static Decoded read(In in, PersonKey key) {
    try {
      return readSections(in, key);
    } catch (IllegalArgumentException e) {
      throw in.corrupt(e);
    }
  }

  private static Decoded readSections(In in, PersonKey key) {
    in.reading("a person's state");
    int version = in.u8();
    if (version < 1 || version > VERSION) {
      throw in.corrupt("version " + version + " is not known here");
    }
    var standing = Standing.OPEN;
    @Nullable PersonKey sealedInto = null;
    long position = 0;
    Instant now = Instant.EPOCH;
    long base = 0;
    var identifiers = List.<Identifier>of();
    var attributes = Attributes.NONE;
    var segments = List.<String>of();
    var consents = List.<Consent>of();
    var objections = List.<Objection>of();
    var notNow = List.<NotNow>of();
    var limits = Limits.NONE;
    var purposes = List.<Purpose>of();
    var journeys = List.<Journey>of();
    var records = List.<JourneyRecord>of();
    var timers = List.<Timer>of();
    var recalls = List.<Recall>of();
    var interactions = List.<Interaction>of();
    var pending = List.<Pending>of();
    @Nullable Out unknown = null;
    while (in.hasMore()) {
      int from = in.position();
      int section = in.count();
      in.reading("a person's state");
      int outer = in.enter();
      in.reading(NAMES[section < NAMES.length ? section : 0]);
      long b = base;
      switch (section) {
        case HEAD -> {
          standing = in.constant(STANDINGS);
          position = in.number();
          now = in.time(0);
          base = now.toEpochMilli();
          sealedInto = in.hasMore() ? PartCodec.key(in) : null;
        }
        case IDENTIFIERS -> identifiers = list(in, PartCodec::identifier);
        case ATTRIBUTES -> attributes = attributes(in);
        case SEGMENTS -> segments = list(in, In::text);
        case CONSENTS -> consents = list(in, i -> PartCodec.consent(i, b));
        case OBJECTIONS -> objections = list(in, i -> PartCodec.objection(i, b));
        case LIMITS -> limits = PartCodec.limits(in, b);
        case PURPOSES -> purposes = list(in, i -> PartCodec.purpose(i, b));
        case JOURNEYS -> journeys = list(in, i -> journey(i, b));
        case RECORDS -> records = list(in, i -> record(i, b));
        case TIMERS -> timers = list(in, i -> PartCodec.timer(i, b));
        case RECALLS -> recalls = list(in, i -> recall(i, b));
        case INTERACTIONS -> interactions = list(in, i -> interaction(i, b));
        case PENDING -> pending = list(in, i -> PartCodec.pending(i, b));
        case NOT_NOW -> notNow = list(in, i -> notNow(i, b));
        case WAITED_ON -> journeys = waitedOn(in, journeys);
        default -> {
          in.skip(in.end() - in.position());
          unknown = unknown == null ? new Out(64) : unknown;
          in.copyTo(unknown, from);
        }
      }
      in.leave(outer);
    }
    var state =
        new PersonState(
            key,
            standing,
            sealedInto,
            position,
            now,
            identifiers,
            attributes,
            segments,
            consents,
            objections,
            notNow,
            limits,
            purposes,
            journeys,
            records,
            timers,
            recalls,
            interactions,
            pending);
    return new Decoded(state, unknown == null ? NOTHING : unknown.copy());
  }

  private static final String[] NAMES = {
    "a person's state, a section of a newer version",
    "a person's state, section 1 (head)",
    "a person's state, section 2 (identifiers)",
    "a person's state, section 3 (attributes)",
    "a person's state, section 4 (segments)",
    "a person's state, section 5 (consents)",
    "a person's state, section 6 (objections)",
    "a person's state, section 7 (limits)",
    "a person's state, section 8 (purposes)",
    "a person's state, section 9 (journeys)",
    "a person's state, section 10 (records)",
    "a person's state, section 11 (timers)",
    "a person's state, section 12 (recalls)",
    "a person's state, section 13 (interactions)",
    "a person's state, section 14 (pending)",
    "a person's state, section 15 (not now)",
    "a person's state, section 16 (waited on)"
  };

  @FunctionalInterface
  private interface ItemWriter<T> {
    void write(Out out, T item, long base);
  }

  private static <T> void section(
      Out out, int number, List<T> items, long base, ItemWriter<T> writer) {
    int size = items.size();
    if (size > 0) {
      out.u8(number);
      int start = out.open();
      out.number(size);
      for (int i = 0; i < size; i++) {
        writer.write(out, items.get(i), base);
      }
      out.close(start);
    }
  }

  @SuppressWarnings("unchecked") // an array of T's own items, seen by nobody else
  private static <T> List<T> list(In in, Function<In, T> reader) {
    int size = in.items();
    if (size == 1) {
      return List.of(reader.apply(in));
    }
    var items = (T[]) new Object[size];
    for (int i = 0; i < size; i++) {
      items[i] = reader.apply(in);
    }
    return List.of(items);
  }

  private static void attributes(Out out, Attributes attributes) {
    int slots = attributes.slots();
    if (slots == 0) {
      return;
    }
    out.u8(ATTRIBUTES);
    int start = out.open();
    out.number(slots);
    for (int slot = 0; slot < slots; slot++) {
      ValueCodec.write(out, attributes.get(slot));
    }
    out.close(start);
  }

  private static Attributes attributes(In in) {
    var bySlot = new @Nullable Value[in.items()];
    for (int slot = 0; slot < bySlot.length; slot++) {
      bySlot[slot] = ValueCodec.readOrNull(in);
    }
    return Attributes.of(bySlot);
  }

  private static void journey(Out out, Journey journey, long base) {
    out.text(journey.instance());
    out.text(journey.definition());
    out.number(journey.version());
    out.text(journey.key());
    out.text(journey.stage());
    out.text(journey.step());
    out.time(journey.begunAt(), base);
    out.time(journey.enteredAt(), base);
    out.number(journey.stepsTaken());
    out.constant(journey.standing());
    out.timeOrNull(journey.heldUntil(), base);
    var ending = journey.ending();
    out.constantOrNull(ending);
    out.textOrNull(journey.reason());
    out.number(journey.arms().size());
    journey.arms().forEach(out::text);
  }

  private static Journey journey(In in, long base) {
    return new Journey(
        in.text(),
        in.text(),
        in.count(),
        in.text(),
        in.text(),
        in.text(),
        "",
        in.time(base),
        in.time(base),
        in.count(),
        in.constant(JOURNEY_STANDINGS),
        in.timeOrNull(base),
        PartCodec.endingOrNull(in),
        in.textOrNull(),
        list(in, In::text));
  }

  /** The steps that the journeys read before last waited on, one for each, in their order. */
  private static List<Journey> waitedOn(In in, List<Journey> journeys) {
    var steps = list(in, In::text);
    if (steps.size() != journeys.size()) {
      throw in.corrupt(steps.size() + " steps for " + journeys.size() + " journeys");
    }
    var all = new ArrayList<Journey>();
    for (int i = 0; i < steps.size(); i++) {
      all.add(journeys.get(i).havingWaitedOn(steps.get(i)));
    }
    return List.copyOf(all);
  }

  private static void record(Out out, JourneyRecord record, long base) {
    out.text(record.definition());
    out.number(record.begun());
    out.timeOrNull(record.lastEndedAt(), base);
    var ending = record.lastEnding();
    out.constantOrNull(ending);
    out.flag(record.closedByNo());
  }

  private static JourneyRecord record(In in, long base) {
    return new JourneyRecord(
        in.text(), in.count(), in.timeOrNull(base), PartCodec.endingOrNull(in), in.flag());
  }

  /** Times stand as distances, the newest from the base, each older one from the one after it. */
  private static void recall(Out out, Recall recall, long base) {
    out.text(recall.subject());
    out.number(recall.size());
    long last = base;
    for (int i = recall.size() - 1; i >= 0; i--) {
      out.signed(last - recall.time(i));
      last = recall.time(i);
    }
  }

  private static Recall recall(In in, long base) {
    var subject = in.text();
    var times = new long[in.items()];
    long last = base;
    for (int i = times.length - 1; i >= 0; i--) {
      last -= in.signed();
      times[i] = last;
    }
    return Recall.of(subject, times);
  }

  private static void notNow(Out out, NotNow notNow, long base) {
    out.text(notNow.subject());
    out.time(notNow.until(), base);
  }

  private static NotNow notNow(In in, long base) {
    return new NotNow(in.text(), in.time(base));
  }

  private static void interaction(Out out, Interaction interaction, long base) {
    out.text(interaction.id());
    out.text(interaction.subject());
    out.text(interaction.channel());
    out.time(interaction.at(), base);
    out.textOrNull(interaction.response());
  }

  private static Interaction interaction(In in, long base) {
    return new Interaction(in.text(), in.text(), in.text(), in.time(base), in.textOrNull());
  }
}
