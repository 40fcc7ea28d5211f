package cairn.bench.engine;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** The processor time of this process, native threads included, since a moment. */
public record Cpu(long nanos) {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /** The present moment. */
  public static Cpu now() {
    return new Cpu(SYSTEM.getProcessCpuTime());
  }

  /** Processor seconds since. */
  public double seconds() {
    return (SYSTEM.getProcessCpuTime() - nanos) / 1e9;
  }
}
