package dev.helium.gateway.connection;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the system allows of files, of which each connection is one. */
public final class OpenFiles {
  private static final Logger LOG = LoggerFactory.getLogger(OpenFiles.class);

  /** Jars, the log, the map, the broker. */
  private static final int OTHERS = 500;

  private OpenFiles() {}

  /** Says so when the limit would be met before that of connections. */
  public static void warn(int connections) {
    if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        && unix.getMaxFileDescriptorCount() < connections + OTHERS) {
      LOG.atWarn()
          .addKeyValue("allowed", unix.getMaxFileDescriptorCount())
          .addKeyValue("connections", connections)
          .log("fewer files may be open than connections: raise the limit of open files");
    }
  }
}
