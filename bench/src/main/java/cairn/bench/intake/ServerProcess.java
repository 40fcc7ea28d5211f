package cairn.bench.intake;

import cairn.server.command.Main;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The product as it is run: {@code cairn serve} in a process of its own, on a free port. */
final class ServerProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Process process;
  private final BufferedReader lines;
  private final URI url;

  private ServerProcess(Process process) throws IOException {
    this.process = process;
    this.lines = process.inputReader();
    var line = lines.readLine();
    if (line == null) {
      throw new IOException("the server did not come up; standard error says why");
    }
    this.url = URI.create(new ObjectMapper().readTree(line).path("url").asText());
  }

  static ServerProcess start(Path store, Path blueprint) throws IOException {
    var command =
        List.of(
            ProcessHandle.current().info().command().orElse("java"),
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+UseCompactObjectHeaders",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "serve",
            "--store",
            store.toString(),
            "--blueprint",
            blueprint.toString(),
            "--port",
            "0",
            "--json");
    return new ServerProcess(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  URI url() {
    return url;
  }

  /** Processor time it used so far, in seconds. */
  double cpuSeconds() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    lines.close();
  }
}
