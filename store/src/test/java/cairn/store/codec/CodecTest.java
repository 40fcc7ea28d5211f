package cairn.store.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.engine.Change;
import cairn.log.Entry;
import cairn.log.Fact;
import cairn.person.PersonState;
import cairn.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is written is read back the same, and what cannot have been written is refused. */
final class CodecTest {

  @Test
  void everyKindOfFactIsReadBackAsWritten() {
    for (var fact : SampleFacts.facts()) {
      var entry = SampleFacts.entry(List.of(fact));

      assertThat(read(bytes(entry))).as(fact.getClass().getSimpleName()).isEqualTo(entry);
    }
  }

  @Test
  void noKindOfFactIsForgottenHere() {
    var tried = SampleFacts.facts().stream().map(Object::getClass).collect(Collectors.toSet());

    assertThat(tried)
        .containsAll(
            Arrays.asList(Fact.class.getPermittedSubclasses()).stream()
                .filter(Class::isRecord)
                .map(c -> (Class<?>) c)
                .toList());
  }

  @Test
  void everyPartOfAStateIsReadBackAsWritten() {
    for (var state :
        List.of(
            SampleFacts.fullState(),
            SampleFacts.sealedState(),
            SampleFacts.waitedState(),
            PersonState.unknown(SampleFacts.ADA))) {
      assertThat(readState(bytes(state), state).state()).isEqualTo(state);
    }
  }

  @Test
  void commandIdsOfAnyKindAreReadBackAsWritten() {
    for (var id :
        Stream.of(
                "x",
                "0f8fad5b-d9cb-469f-a165-70867728950e",
                "0F8FAD5B-D9CB-469F-A165-70867728950E",
                "0f8fad5b-d9cb-469f-a165-70867728950-",
                "0f8fad5bd9cb469fa16570867728950e0000",
                "ümlaut",
                "x".repeat(Entry.COMMAND_ID_CHARS_MAX))
            .toList()) {
      var entry =
          new Entry(
              1, id, Entry.Origin.LIVE, SampleFacts.NOON, SampleFacts.NOON, 0, 0, 0, 1, List.of());
      assertThat(read(bytes(entry)).commandId()).isEqualTo(id);
    }
  }

  @Test
  void longTextsMoveTheirLengthsAndStayWhole() {
    for (int chars : new int[] {0, 1, 126, 127, 128, 129, 8_192}) {
      for (var letter : List.of("a", "é", "€")) {
        var text = letter.repeat(chars);
        var fact =
            new Fact.EventOccurred("e", null, SampleFacts.NOON, Map.of("text", Value.of(text)), 0);
        var entry = SampleFacts.entry(List.of(fact, new Fact.Erased()));
        assertThat(read(bytes(entry))).isEqualTo(entry);
      }
    }
  }

  @Test
  void aSectionOfANewerVersionIsKeptAndWrittenAgain() {
    var state = SampleFacts.fullState();
    var newer = bytes(state);
    var out = new Out(64);
    out.raw(newer, 0, newer.length);
    out.u8(90);
    int start = out.open();
    out.text("what a later version says of this person");
    out.close(start);

    var read = readState(out.copy(), state);
    var again = new Out(64);
    StateCodec.write(again, read.state(), read.unknown());

    assertThat(read.state()).isEqualTo(state);
    assertThat(again.copy()).isEqualTo(out.copy());
  }

  @Test
  void aFieldThatALaterVersionAddsToAFactIsPassedOver() {
    var entry = SampleFacts.entry(List.of(new Fact.PurposeClosed("p1")));
    var bytes = bytes(entry);
    var longer = Arrays.copyOf(bytes, bytes.length + 3);
    longer[bytes.length - 4] = (byte) (longer[bytes.length - 4] + 3);

    assertThat(read(longer)).isEqualTo(entry);
  }

  @Test
  void aHandoverIsReadBackAsWritten() {
    var note =
        new HandoverCodec.Note(
            Entry.Origin.IMPORT,
            SampleFacts.FINE,
            new Change.Handover(SampleFacts.PHONE, SampleFacts.ADA, SampleFacts.sealedState()),
            List.of(SampleFacts.entry(SampleFacts.facts())));
    var out = new Out(64);
    HandoverCodec.write(out, note);

    assertThat(HandoverCodec.read(new In(out.copy(), 0, out.length(), "it"), SampleFacts.PHONE))
        .isEqualTo(note);
  }

  @Test
  void bytesCutShortAreRefusedAndThePlaceIsNamed() {
    var bytes = bytes(SampleFacts.entry(SampleFacts.facts()));
    for (int length = 0; length < bytes.length; length++) {
      var cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> read(cut))
          .isInstanceOf(CorruptRecordException.class)
          .hasMessageContaining("a log entry")
          .hasMessageContaining("byte");
    }
  }

  @Test
  void flippedBytesNeverFailInAnyOtherWay() {
    long seed = 20261121;
    var random = new Random(seed);
    var state = bytes(SampleFacts.fullState());
    var entry = bytes(SampleFacts.entry(SampleFacts.facts()));
    for (int round = 0; round < 20_000; round++) {
      var damagedState = flipped(state, random);
      var damagedEntry = flipped(entry, random);
      try {
        readState(damagedState, SampleFacts.fullState());
      } catch (CorruptRecordException refused) {
        assertThat(refused).hasMessageNotContaining("Zoë").hasMessageNotContaining("ada");
      }
      try {
        read(damagedEntry);
      } catch (CorruptRecordException refused) {
        assertThat(refused).hasMessageNotContaining("Zoë").hasMessageNotContaining("ada@");
      }
    }
  }

  private static byte[] flipped(byte[] bytes, Random random) {
    var copy = bytes.clone();
    for (int i = random.nextInt(3); i >= 0; i--) {
      copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
    }
    return copy;
  }

  static byte[] bytes(Entry entry) {
    var out = new Out(16);
    EntryCodec.write(out, entry);
    return out.copy();
  }

  static byte[] bytes(PersonState state) {
    var out = new Out(16);
    StateCodec.write(out, state, StateCodec.NOTHING);
    return out.copy();
  }

  static Entry read(byte[] bytes) {
    return EntryCodec.read(new In(bytes, 0, bytes.length, "it"));
  }

  static StateCodec.Decoded readState(byte[] bytes, PersonState state) {
    return StateCodec.read(new In(bytes, 0, bytes.length, "it"), state.key());
  }

  static List<byte[]> golden() {
    var all = new ArrayList<byte[]>();
    all.add(bytes(SampleFacts.fullState()));
    all.add(bytes(SampleFacts.sealedState()));
    for (var fact : SampleFacts.facts()) {
      all.add(bytes(SampleFacts.entry(List.of(fact))));
    }
    all.add(bytes(SampleFacts.waitedState()));
    return all;
  }
}
