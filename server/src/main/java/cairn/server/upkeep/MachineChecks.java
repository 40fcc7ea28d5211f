package cairn.server.upkeep;

import cairn.store.StoreException;
import cairn.store.SyncTest;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.zone.ZoneRulesProvider;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is asked of the machine: Java, memory, disk, port, time zones. */
final class MachineChecks {
  static final int JAVA = 25;

  private static final long HEAP_BYTES_MIN = 400L << 20;
  private static final long DISK_BYTES_MIN = 256L << 20;
  private static final long DISK_BYTES_WANTED = 4L << 30;
  private static final long SYNC_MICROS_WANTED = 20_000;
  private static final int ZONES_YEARS_MAX = 2;
  private static final Pattern ZONES = Pattern.compile("(\\d{4})([a-z]*)");

  private MachineChecks() {}

  static Finding java() {
    var runs = Runtime.version();
    var what = "Java " + runs + " in " + System.getProperty("java.home") + ".";
    return runs.feature() == JAVA
        ? Finding.good("java", what)
        : Finding.bad(
            "java",
            what,
            "Get a JDK " + JAVA + " from https://adoptium.net and set JAVA_HOME to it.");
  }

  static Finding memory() {
    long heap = Runtime.getRuntime().maxMemory();
    long machine =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    var what =
        "%,d MB of %,d MB may be used for objects, and as much again beside them."
            .formatted(heap >> 20, machine >> 20);
    return heap >= HEAP_BYTES_MIN
        ? Finding.good("memory", what)
        : Finding.warning(
            "memory",
            what,
            "Give it at least 512 MB: CAIRN_JAVA_OPTS=-Xmx512m, on a machine with twice that.");
  }

  static Finding disk(Path folder, long storeBytes) {
    try {
      long room = Files.getFileStore(existing(folder)).getUsableSpace();
      var what =
          "%,d MB are free where %s is; the store has %,d MB."
              .formatted(room >> 20, folder, storeBytes >> 20);
      if (room < DISK_BYTES_MIN) {
        return Finding.bad("disk", what, "Make room, or move the store to a larger disk.");
      }
      // Packing rewrites tables beside the old ones; at worst as much again as there is.
      return room < Math.max(DISK_BYTES_WANTED, storeBytes)
          ? Finding.warning(
              "disk", what, "Leave at least as much free as the store is large, and 4 GB.")
          : Finding.good("disk", what);
    } catch (IOException e) {
      return Finding.bad("disk", folder + " cannot be read: " + e, "Name another by --store.");
    }
  }

  static Finding sync(Path folder) {
    var place = existing(folder);
    try {
      var test = SyncTest.of(place);
      var what = "A write is safe on the disk after %,d µs.".formatted(test.microsMedian());
      if (test.suspicious()) {
        return Finding.warning(
            "sync",
            what + " That is faster than any disk.",
            "Let the disk or the machine under it really sync, or a power cut may lose what was"
                + " acknowledged.");
      }
      return test.microsMedian() > SYNC_MICROS_WANTED
          ? Finding.warning(
              "sync", what, "Events are answered no sooner than that: use a faster disk.")
          : Finding.good("sync", what);
    } catch (StoreException e) {
      return Finding.bad(
          "sync", String.valueOf(e.getMessage()), "Let this account write to " + place + ".");
    }
  }

  private static Path existing(Path folder) {
    var place = folder.toAbsolutePath();
    while (!Files.isDirectory(place) && place.getParent() != null) {
      place = place.getParent();
    }
    return place;
  }

  static Finding port(String host, int port, Optional<String> server) {
    if (server.isPresent()) {
      return Finding.good("port", "A server runs on the store, at " + server.get() + ".");
    }
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
      return Finding.good("port", "Port %d of %s is free.".formatted(port, host));
    } catch (IOException e) {
      return Finding.bad(
          "port",
          "Port %d of %s is not free: %s.".formatted(port, host, e.getMessage()),
          "End what listens there, or name another port: ./cairn serve --port 8081.");
    }
  }

  static Finding zones() {
    var version = ZoneRulesProvider.getVersions("UTC").lastEntry().getKey();
    var what = "Rules of time zones: " + version + ".";
    var parts = ZONES.matcher(version);
    boolean old =
        parts.matches()
            && Year.now(ZoneOffset.UTC).getValue() - Integer.parseInt(parts.group(1))
                >= ZONES_YEARS_MAX;
    return old
        ? Finding.warning(
            "time zones", what, "Update the JDK: quiet hours follow the rules it knows.")
        : Finding.good("time zones", what);
  }
}
