package cairn.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a server runs. The defaults run on one machine for whoever sits at it.
 *
 * @param host the address it listens on
 * @param port 0 for any free one, to 65535
 * @param store the folder that everything is kept in
 * @param workspace where accounts and boards are kept: a file or a JDBC URL of PostgreSQL; empty
 *     for a file in the store's folder
 * @param publicUrl how browsers reach it, for links and for cookies that travel by HTTPS alone;
 *     empty for as they ask
 * @param accessLog whether every answer makes a line in the log
 * @param mailHost the SMTP server; empty where no mail leaves
 * @param mailPort 1 to 65535
 * @param mailUser empty where the SMTP server asks for none
 * @param mailPassword empty where there is none
 * @param mailFrom the sender's address
 * @param mailTls whether mail leaves by STARTTLS alone
 * @param webhooks addresses of declared webhooks and webhook channels, by name
 * @param tracing the address that traces go to by OTLP over HTTP; empty for nowhere
 */
public record Settings(
    String host,
    int port,
    Path store,
    String workspace,
    String publicUrl,
    boolean accessLog,
    String mailHost,
    int mailPort,
    String mailUser,
    String mailPassword,
    String mailFrom,
    boolean mailTls,
    Map<String, String> webhooks,
    String tracing) {

  /** What an unset setting is. */
  public static final Settings DEFAULTS =
      new Settings(
          "127.0.0.1",
          8080,
          Path.of("cairn-data"),
          "",
          "",
          false,
          "",
          25,
          "",
          "",
          "cairn@localhost",
          false,
          Map.of(),
          "");

  /** The names of the settings; webhooks are {@code webhook.NAME}. */
  public static final List<String> NAMES =
      List.of(
          "host",
          "port",
          "store",
          "workspace",
          "publicUrl",
          "accessLog",
          "mailHost",
          "mailPort",
          "mailUser",
          "mailPassword",
          "mailFrom",
          "mailTls",
          "tracing");

  static final String WEBHOOK = "webhook.";

  public Settings {
    webhooks = Map.copyOf(webhooks);
    if (port < 0 || port > 65_535 || mailPort < 1 || mailPort > 65_535) {
      throw new IllegalArgumentException("a port is a number to 65535");
    }
  }

  /** A setting that cannot be; the message says what to do. */
  public static final class BadSetting extends RuntimeException {
    BadSetting(String message) {
      super(message, null, false, false);
    }
  }

  /** These settings with some of them changed, by name. */
  public Settings with(Map<String, String> changes) {
    var settings = this;
    for (var change : changes.entrySet()) {
      settings = settings.with(change.getKey(), change.getValue().strip());
    }
    return settings;
  }

  private Settings with(String name, String value) {
    if (name.startsWith(WEBHOOK)) {
      var more = new java.util.HashMap<>(webhooks);
      more.put(name.substring(WEBHOOK.length()), value);
      return copy(null, null, more, null, null);
    }
    return switch (name) {
      case "host" -> copy("host", value, null, null, null);
      case "workspace",
          "publicUrl",
          "mailHost",
          "mailUser",
          "mailPassword",
          "mailFrom",
          "tracing" ->
          copy(name, value, null, null, null);
      case "store" -> copy("store", value, null, null, null);
      case "port", "mailPort" -> copy(name, null, null, number(name, value), null);
      case "accessLog", "mailTls" -> copy(name, null, null, null, flag(name, value));
      default ->
          throw new BadSetting(
              "There is no setting " + name + ". Did you mean " + nearest(name) + "?");
    };
  }

  private Settings copy(
      @Nullable String name,
      @Nullable String text,
      @Nullable Map<String, String> hooks,
      @Nullable Integer number,
      @Nullable Boolean flag) {
    return new Settings(
        pick("host", name, text, host),
        pick("port", name, number, port),
        pick("store", name, text == null ? null : Path.of(text), store),
        pick("workspace", name, text, workspace),
        pick("publicUrl", name, text, publicUrl),
        pick("accessLog", name, flag, accessLog),
        pick("mailHost", name, text, mailHost),
        pick("mailPort", name, number, mailPort),
        pick("mailUser", name, text, mailUser),
        pick("mailPassword", name, text, mailPassword),
        pick("mailFrom", name, text, mailFrom),
        pick("mailTls", name, flag, mailTls),
        hooks == null ? webhooks : hooks,
        pick("tracing", name, text, tracing));
  }

  private static <T> T pick(String name, @Nullable String wanted, @Nullable T changed, T now) {
    return name.equals(wanted) && changed != null ? changed : now;
  }

  private static int number(String name, String value) {
    try {
      int number = Integer.parseInt(value);
      if (number >= 0 && number <= 65_535) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new BadSetting("The setting " + name + " is a number to 65535.");
  }

  private static boolean flag(String name, String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on" -> true;
      case "false", "no", "off" -> false;
      default -> throw new BadSetting("The setting " + name + " is true or false.");
    };
  }

  /** The known name that needs the fewest changes. */
  static String nearest(String name) {
    var all = new ArrayList<>(NAMES);
    all.add(WEBHOOK + "NAME");
    return all.stream().min(Comparator.comparingInt(known -> edits(name, known))).orElseThrow();
  }

  /** Levenshtein's distance, letter case aside. */
  private static int edits(String one, String other) {
    var row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        boolean same =
            Character.toLowerCase(one.charAt(i - 1)) == Character.toLowerCase(other.charAt(j - 1));
        int replaced = diagonal + (same ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }

  /** Whether it listens on this machine's loopback address alone. */
  public boolean isOnLoopback() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new BadSetting("The host " + host + " is not known; give an address of this machine.");
    }
  }

  /** Says nothing of passwords. */
  @Override
  public String toString() {
    return "Settings[" + host + ":" + port + ", " + store + "]";
  }
}
