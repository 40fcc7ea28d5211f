package cairn.blueprint;

import java.util.Map;

/**
 * Words in the form a channel needs.
 *
 * @param fields by name: subject, body, title, link ... as Liquid templates
 */
public record Treatment(String id, String channel, Map<String, String> fields) {
  public Treatment {
    fields = Map.copyOf(fields);
  }
}
