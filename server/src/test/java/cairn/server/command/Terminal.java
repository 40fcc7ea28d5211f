package cairn.server.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Runs commands as a shell would and keeps what they print. One test at a time. */
final class Terminal {
  private Terminal() {}

  /** What a command left behind. */
  record Left(int code, String out, String err) {
    /** Standard output, which must be exactly one JSON object. */
    JsonNode json() {
      try (var parser = new ObjectMapper().createParser(out)) {
        JsonNode one = parser.readValueAsTree();
        if (!one.isObject() || parser.nextToken() != null) {
          throw new AssertionError("not exactly one JSON object: " + out);
        }
        return one;
      } catch (IOException e) {
        throw new UncheckedIOException("no JSON: " + out + err, e);
      }
    }
  }

  static synchronized Left run(String... args) {
    var out = System.out;
    var err = System.err;
    var told = new ByteArrayOutputStream();
    var complained = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(told, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
      int code = CairnCommand.run(args);
      return new Left(
          code, told.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}
