package cairn.workspace.sql;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;

/** Lets only what an operator must read out of Flyway: it tells every step it takes otherwise. */
public final class SchemaLog implements LogCreator {
  /** Made by Flyway, which finds it by name. */
  public SchemaLog() {}

  @Override
  public Log createLogger(Class<?> origin) {
    return new Quiet(System.getLogger("cairn.workspace.schema"));
  }

  private record Quiet(System.Logger logger) implements Log {
    @Override
    public void debug(String message) {}

    @Override
    public void info(String message) {}

    @Override
    public void warn(String message) {
      logger.log(System.Logger.Level.WARNING, message);
    }

    @Override
    public void error(String message) {
      logger.log(System.Logger.Level.ERROR, message);
    }

    @Override
    public void error(String message, Exception e) {
      logger.log(System.Logger.Level.ERROR, message, e);
    }

    @Override
    public void notice(String message) {}
  }
}
