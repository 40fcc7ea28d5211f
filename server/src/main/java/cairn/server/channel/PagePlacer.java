package cairn.server.channel;

/** Puts a message on the person's own page: it is in their history, and nothing has to leave. */
final class PagePlacer implements Sender {
  @Override
  public boolean honoursIds() {
    return true;
  }

  @Override
  public Sent send(Letter letter) {
    return new Sent.Delivered("placed");
  }
}
