package cairn.server.channel;

/**
 * The world of simulated people: whatever is sent to them arrives at once, and goes nowhere.
 *
 * @param outcome what a real sender says of what it delivered
 */
record Simulated(String outcome) implements Sender {
  @Override
  public boolean honoursIds() {
    return true;
  }

  @Override
  public Sent send(Letter letter) {
    return new Sent.Delivered(outcome);
  }
}
