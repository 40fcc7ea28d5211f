package cairn.server.screen;

import cairn.server.http.HttpRefusal;
import cairn.server.http.Reply;
import cairn.server.http.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The files of the screen under {@code /web} on the classpath. Addresses of the screen's own pages
 * give its first page; files with a fingerprint in their name may be kept by browsers for ever.
 * Without a built screen there is a plain page that says so.
 */
public final class Screen {
  /** The largest file of the screen, in bytes. */
  static final int FILE_BYTES_MAX = 8 * 1024 * 1024;

  private static final Pattern SAFE = Pattern.compile("(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+");

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("mjs", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("map", "application/json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("webp", "image/webp"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("webmanifest", "application/manifest+json"));

  private static final String PLAIN =
      """
      <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Cairn</title></head>
      <body style="font:18px/1.6 system-ui,sans-serif;max-width:40rem;margin:4rem auto">
      <h1>Cairn runs</h1><p>This server was built without its screen. The HTTP interface is
      described at <a href="/docs">/docs</a>.</p></body></html>
      """;

  private final Map<String, Optional<File>> files = new ConcurrentHashMap<>();

  /** One file, as it is and smaller. */
  @SuppressWarnings("ArrayRecordComponent") // sent, never compared
  private record File(String type, byte[] body, byte @Nullable [] zipped, boolean kept) {}

  /** Answers a GET that no route is for. */
  public Reply answer(Request request) {
    var path = request.raw().rawPath();
    if (path.startsWith("/v1/") || path.startsWith("/health/")) {
      throw HttpRefusal.notFound("There is nothing here.");
    }
    var file = path.equals("/") ? Optional.<File>empty() : file(path);
    if (file.isEmpty() && path.startsWith("/assets/")) {
      throw HttpRefusal.notFound("There is no such file.");
    }
    var chosen = file.or(() -> file("/index.html"));
    return chosen.isEmpty()
        ? Reply.text(200, "text/html; charset=utf-8", PLAIN).with("Cache-Control", "no-cache")
        : reply(request, chosen.get());
  }

  private static Reply reply(Request request, File file) {
    boolean zips =
        file.zipped != null && request.header("Accept-Encoding").orElse("").contains("gzip");
    var body = zips && file.zipped != null ? file.zipped : file.body;
    Reply reply = new Reply.Whole(200, file.type, body, List.of());
    reply =
        reply.with("Cache-Control", file.kept ? "public, max-age=31536000, immutable" : "no-cache");
    reply = reply.with("Vary", "Accept-Encoding");
    return zips ? reply.with("Content-Encoding", "gzip") : reply;
  }

  private Optional<File> file(String path) {
    if (!SAFE.matcher(path).matches()) {
      return Optional.empty();
    }
    var known = files.get(path);
    if (known != null) {
      return known;
    }
    var read = read(path);
    if (read.isPresent()) {
      files.put(path, read);
    }
    return read;
  }

  private static Optional<File> read(String path) {
    var type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    if (type == null) {
      return Optional.empty();
    }
    try (InputStream in = Screen.class.getResourceAsStream("/web" + path)) {
      if (in == null) {
        return Optional.empty();
      }
      var body = in.readNBytes(FILE_BYTES_MAX);
      boolean text = !type.startsWith("image/png") && !type.startsWith("font/");
      var zipped = text ? zip(body) : null;
      return Optional.of(new File(type, body, zipped, path.startsWith("/assets/")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte @Nullable [] zip(byte[] body) throws IOException {
    var bytes = new ByteArrayOutputStream(body.length / 2 + 64);
    try (var zip = new GZIPOutputStream(bytes)) {
      zip.write(body);
    }
    return bytes.size() < body.length ? bytes.toByteArray() : null;
  }
}
