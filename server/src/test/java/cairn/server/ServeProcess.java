package cairn.server;

import cairn.server.command.Main;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code cairn serve} as a process of its own, on a free port. */
final class ServeProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader lines;
  private final String url;

  private ServeProcess(Process process) throws IOException {
    this.process = process;
    this.lines = process.inputReader();
    var line = lines.readLine();
    if (line == null) {
      throw new IllegalStateException("the server did not come up");
    }
    this.url = new ObjectMapper().readTree(line).path("url").asText();
  }

  /** Starts one on a store and waits until it listens. */
  static ServeProcess start(Path store, String... more) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx400m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "serve",
                "--store",
                store.toString(),
                "--port",
                "0",
                "--json"));
    command.addAll(List.of(more));
    return new ServeProcess(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
  }

  String url() {
    return url;
  }

  /** Ends it at once, as {@code kill -9} does. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() throws IOException {
    kill();
    lines.close();
  }
}
