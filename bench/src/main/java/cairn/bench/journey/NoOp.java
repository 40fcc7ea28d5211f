package cairn.bench.journey;

import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;

/** A step of the peer's process that does nothing. */
public final class NoOp implements JavaDelegate {
  @Override
  public void execute(DelegateExecution execution) {}
}
