package cairn.server.command;

import cairn.server.Folder;
import cairn.server.Installation;
import cairn.server.Settings;
import cairn.server.http.Json;
import cairn.workspace.audit.Actor;
import cairn.workspace.key.Scope;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * The way into the server that has a store open on this machine. Whoever may write the store's
 * folder may do everything in it; where the house is not open, a key is made there for this one
 * command, and ended with it. It is shown to nobody but the process that wrote down its address and
 * still runs.
 */
final class LocalDoor implements AutoCloseable {
  private final Settings settings;
  private final ServerOptions server = new ServerOptions();
  private final boolean isOpen;
  private Optional<String> ownKey = Optional.empty();

  private LocalDoor(Settings settings, String url) throws IOException, InterruptedException {
    this.settings = settings;
    server.url = url;
    isOpen = Json.MAPPER.readTree(server.get("/v1/session").body()).path("open").asBoolean();
  }

  /** Goes to the server of a store, if one answers. */
  static Optional<LocalDoor> find(Settings settings) throws InterruptedException {
    var url = ServerAddress.read(new Folder(settings.store()));
    if (url.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new LocalDoor(settings, url.get()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private void makeKey() {
    try (var workspace = Installation.openWorkspace(settings, InstantSource.system())) {
      var made =
          workspace.keys().create(Actor.COMMAND_LINE, "One command here", Set.of(Scope.ADMIN));
      server.key = made.secret().text();
      ownKey = Optional.of(made.key().prefix());
    }
  }

  /** The server, to be spoken with until this is closed. */
  ServerOptions server() {
    if (!isOpen && ownKey.isEmpty()) {
      makeKey();
    }
    return server;
  }

  /** Its address. */
  String url() {
    return String.valueOf(server.url);
  }

  @Override
  public void close() {
    ownKey.ifPresent(key -> {
      try (var workspace = Installation.openWorkspace(settings, InstantSource.system())) {
        workspace.keys().revoke(Actor.COMMAND_LINE, key);
      }
    });
  }
}
