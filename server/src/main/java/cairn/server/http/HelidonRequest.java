package cairn.server.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.zip.ZipException;

/** A request as Helidon has it. */
final class HelidonRequest implements RawRequest {
  private final ServerRequest request;

  HelidonRequest(ServerRequest request) {
    this.request = request;
  }

  @Override
  public String methodName() {
    return request.prologue().method().text();
  }

  @Override
  public String rawPath() {
    return request.path().rawPath();
  }

  @Override
  public Optional<String> query(String name) {
    return request.query().first(name).asOptional();
  }

  @Override
  public Optional<String> header(String name) {
    return request.headers().first(HeaderNames.create(name));
  }

  @Override
  public void headers(BiConsumer<String, String> reader) {
    for (var header : request.headers()) {
      reader.accept(header.name(), header.get());
    }
  }

  @Override
  public Optional<String> cookie(String name) {
    return request.headers().cookies().first(name).asOptional();
  }

  @Override
  public String from() {
    return request.remotePeer().host();
  }

  @Override
  public boolean isFromHere() {
    return request.remotePeer().address() instanceof InetSocketAddress address
        && address.getAddress() != null
        && address.getAddress().isLoopbackAddress();
  }

  @Override
  public byte[] body(int bytesMax) {
    if (!request.content().hasEntity()) {
      return new byte[0];
    }
    long told = request.headers().contentLength().orElse(-1);
    if (told > bytesMax) {
      throw tooLarge(bytesMax);
    }
    try (var in = request.content().inputStream()) {
      var plain = told >= 0 && !request.headers().contains(HeaderNames.CONTENT_ENCODING);
      if (plain) {
        var body = new byte[(int) told];
        int read = in.readNBytes(body, 0, body.length);
        return read == body.length ? body : Arrays.copyOf(body, read);
      }
      var body = in.readNBytes(bytesMax + 1);
      if (body.length > bytesMax) {
        throw tooLarge(bytesMax);
      }
      return body;
    } catch (ZipException e) {
      throw new HttpRefusal(Code.INVALID, "The body is not the gzip it says it is.");
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof ZipException) {
        throw new HttpRefusal(Code.INVALID, "The body is not the gzip it says it is.");
      }
      throw e;
    } catch (IOException e) {
      throw new HttpRefusal(Code.INVALID, "The body broke off.");
    }
  }

  private static HttpRefusal tooLarge(int bytesMax) {
    return new HttpRefusal(
        Code.TOO_LARGE, "Send at most " + bytesMax + " bytes at once; split what is longer.");
  }
}
