package cairn.server.http;

import io.helidon.common.socket.PeerInfo;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The request by which a browser asks for a WebSocket. */
final class HandshakeRequest implements RawRequest {
  private final HttpPrologue prologue;
  private final Headers headers;
  private final PeerInfo peer;

  HandshakeRequest(HttpPrologue prologue, Headers headers, PeerInfo peer) {
    this.prologue = prologue;
    this.headers = headers;
    this.peer = peer;
  }

  @Override
  public String methodName() {
    return prologue.method().text();
  }

  @Override
  public String rawPath() {
    return prologue.uriPath().rawPath();
  }

  @Override
  public Optional<String> query(String name) {
    return prologue.query().first(name).asOptional();
  }

  @Override
  public Optional<String> header(String name) {
    var wanted = HeaderNames.create(name);
    return headers.contains(wanted) ? Optional.of(headers.get(wanted).get()) : Optional.empty();
  }

  @Override
  public void headers(BiConsumer<String, String> reader) {
    for (var header : headers) {
      reader.accept(header.name(), header.get());
    }
  }

  @Override
  public Optional<String> cookie(String name) {
    for (var part : header("Cookie").orElse("").split(";", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0 && part.substring(0, equals).strip().equals(name)) {
        return Optional.of(part.substring(equals + 1).strip());
      }
    }
    return Optional.empty();
  }

  @Override
  public String from() {
    return peer.host();
  }

  @Override
  public boolean isFromHere() {
    return peer.address() instanceof InetSocketAddress address
        && address.getAddress() != null
        && address.getAddress().isLoopbackAddress();
  }

  @Override
  public byte[] body(int bytesMax) {
    return new byte[0];
  }
}
