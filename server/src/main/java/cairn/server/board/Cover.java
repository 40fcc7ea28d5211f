package cairn.server.board;

import cairn.map.BoardState;
import cairn.map.FeelingPoint;
import cairn.map.JourneyMap;
import cairn.map.Kind;
import cairn.map.Persona;
import cairn.map.Stage;
import java.util.ArrayList;
import java.util.List;

/**
 * A map at a glance.
 *
 * @param quote what its first persona says
 * @param curve how the first persona feels at each step from left to right, -2 to 2; steps nobody
 *     spoke about are left out
 */
record Cover(
    List<String> personas,
    String quote,
    List<String> stages,
    int steps,
    int notes,
    int moments,
    int ideas,
    List<Double> curve) {
  static Cover of(BoardState state) {
    var map = JourneyMap.of(state);
    var personas = map.personas();
    var curve = new ArrayList<Double>();
    if (!personas.isEmpty()) {
      for (var column : map.columns()) {
        map.point(
                personas.getFirst().id(),
                column.id(),
                FeelingPoint.Curve.AS_IS,
                FeelingPoint.Measure.FEELING)
            .ifPresent(point -> curve.add(point.value()));
      }
    }
    return new Cover(
        personas.stream().map(persona -> persona.get(Persona.NAME)).toList(),
        personas.isEmpty() ? "" : personas.getFirst().get(Persona.QUOTE),
        map.stages().stream().map(stage -> stage.get(Stage.NAME)).toList(),
        map.columns().size(),
        state.count(Kind.NOTE) + state.count(Kind.TOUCHPOINT),
        state.count(Kind.MOMENT),
        state.count(Kind.IDEA),
        curve);
  }
}
