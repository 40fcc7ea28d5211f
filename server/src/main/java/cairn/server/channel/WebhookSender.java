package cairn.server.channel;

import cairn.server.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells other systems by a POST of JSON; the header Idempotency-Key makes telling twice harmless.
 */
final class WebhookSender implements Sender {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Map<String, String> addresses;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /**
   * A way to these addresses.
   *
   * @param addresses URL by the name of the channel or webhook
   */
  WebhookSender(Map<String, String> addresses) {
    this.addresses = Map.copyOf(addresses);
  }

  @Override
  public boolean honoursIds() {
    return true;
  }

  @Override
  public Sent send(Letter letter) {
    var address = addresses.get(letter.channel());
    if (address == null) {
      return new Sent.Failed("the setting webhook." + letter.channel() + " is missing");
    }
    try {
      var request =
          HttpRequest.newBuilder(URI.create(address))
              .timeout(PATIENCE)
              .header("Content-Type", Json.TYPE)
              .header("Idempotency-Key", letter.id())
              .POST(BodyPublishers.ofByteArray(Json.bytes(body(letter))))
              .build();
      int status = client.send(request, BodyHandlers.discarding()).statusCode();
      if (status >= 200 && status < 300) {
        return new Sent.Delivered("answered " + status);
      }
      boolean later = status == 408 || status == 425 || status == 429 || status >= 500;
      return later
          ? new Sent.TryLater("answered " + status)
          : new Sent.Failed("answered " + status);
    } catch (IOException e) {
      return new Sent.TryLater("does not answer");
    } catch (IllegalArgumentException e) {
      return new Sent.Failed("the setting webhook." + letter.channel() + " is no address");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Sent.TryLater("the server stops");
    }
  }

  private static Map<String, Object> body(Letter letter) {
    var body = new LinkedHashMap<String, Object>();
    body.put("id", letter.id());
    body.put("person", letter.person());
    body.put("channel", letter.channel());
    body.put("subject", letter.subject());
    if (letter.journey() != null) {
      body.put("journey", letter.journey());
    }
    if (letter.address() != null) {
      body.put("address", letter.address());
    }
    body.put("words", letter.words());
    body.put("content", letter.content());
    return body;
  }
}
