package cairn.bench;

import cairn.server.command.Main;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * The product as it is run: {@code cairn serve} in a process of its own, on a free port, with the
 * launcher's options and those of {@code CAIRN_JAVA_OPTS}.
 */
public final class ServerProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String PEAK = "VmHWM:";

  private final Process process;
  private final BufferedReader lines;
  private final URI url;

  private ServerProcess(Process process) throws IOException {
    this.process = process;
    this.lines = process.inputReader();
    var line = lines.readLine();
    while (line != null && !line.startsWith("{")) {
      // The virtual machine says something itself where its options ask for it.
      line = lines.readLine();
    }
    if (line == null) {
      throw new IOException("the server did not come up; standard error says why");
    }
    this.url = URI.create(new ObjectMapper().readTree(line).path("url").asText());
  }

  /**
   * Serves a store.
   *
   * @param blueprint a folder of files, published first
   * @throws IOException where it does not come up
   */
  public static ServerProcess start(Path store, Path blueprint) throws IOException {
    var command = new ArrayList<String>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+UseCompactObjectHeaders"));
    var more = System.getenv().getOrDefault("CAIRN_JAVA_OPTS", "").strip();
    if (!more.isEmpty()) {
      command.addAll(List.of(more.split("\\s+")));
    }
    command.addAll(
        List.of(
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
            "--json"));
    return new ServerProcess(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** Where it listens. */
  public URI url() {
    return url;
  }

  /** Processor time it used so far, in seconds. */
  public double cpuSeconds() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
  }

  /** The most memory it had at once, in bytes; empty where the system does not say. */
  public OptionalLong peakBytes() {
    var status = Path.of("/proc", Long.toString(process.pid()), "status");
    try (var said = Files.lines(status)) {
      return said.filter(line -> line.startsWith(PEAK))
          .mapToLong(line -> 1_024 * Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  /** Ends it at once, as a power cut would end it but for the system's cache of files. */
  public void kill() {
    process.destroyForcibly();
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
