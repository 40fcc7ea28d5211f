package cairn.server.channel;

/** A channel nobody has set up: it says so, instead of pretending. */
record Unset(String why) implements Sender {
  @Override
  public boolean honoursIds() {
    return true;
  }

  @Override
  public Sent send(Letter letter) {
    return new Sent.Failed(why);
  }
}
