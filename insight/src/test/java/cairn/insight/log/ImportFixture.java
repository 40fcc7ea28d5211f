package cairn.insight.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cairn.insight.log.ImportOutcome.Done;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.io.TempDir;

/** A folder to write logs into, and a sink that keeps what is read from them. */
abstract class ImportFixture {

  @TempDir Path folder;
  final Collected collected = new Collected();

  ImportOutcome run(Path file, ImportSettings settings) {
    return LogImport.run(file, settings, collected, ImportListener.NONE);
  }

  ImportReport done(Path file, ImportSettings settings) {
    var outcome = run(file, settings);
    assertThat(outcome).isInstanceOf(Done.class);
    return ((Done) outcome).report();
  }

  ImportReport doneText(String log) throws IOException {
    return done(write("log", log), ImportSettings.DEFAULTS);
  }

  Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  static LogMapping mapping(Map<String, String> settings) {
    return ((MappingResult.Understood) MappingSettings.of(settings)).mapping();
  }

  static byte[] gzip(String content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var packed = new GZIPOutputStream(bytes)) {
      packed.write(content.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
