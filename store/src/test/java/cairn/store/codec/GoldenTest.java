package cairn.store.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Holds the bytes of every released format. {@code golden/format-1.hex} has one line for each
 * sample: the full state, the sealed state, an entry for each fact, then what later versions added
 * to the state in sections of their own. A change of these bytes is a new format with a file of its
 * own, and the old file must still be read.
 */
final class GoldenTest {

  @Test
  void formatOneIsWrittenAsItEverWas() throws IOException {
    var written = CodecTest.golden().stream().map(HexFormat.of()::formatHex).toList();

    assertThat(written).isEqualTo(golden("format-1.hex"));
  }

  @Test
  void formatOneIsReadAsItEverWas() throws IOException {
    var lines = golden("format-1.hex").stream().map(HexFormat.of()::parseHex).toList();

    var full = SampleFacts.fullState();
    assertThat(CodecTest.readState(lines.get(0), full).state()).isEqualTo(full);
    var sealed = SampleFacts.sealedState();
    assertThat(CodecTest.readState(lines.get(1), sealed).state()).isEqualTo(sealed);
    var facts = SampleFacts.facts();
    for (int i = 0; i < facts.size(); i++) {
      assertThat(CodecTest.read(lines.get(i + 2)))
          .isEqualTo(SampleFacts.entry(List.of(facts.get(i))));
    }
    var waited = SampleFacts.waitedState();
    assertThat(CodecTest.readState(lines.getLast(), waited).state()).isEqualTo(waited);
  }

  private static List<String> golden(String name) throws IOException {
    try (var file =
        Objects.requireNonNull(
            GoldenTest.class.getResourceAsStream("/golden/" + name), "the file " + name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
