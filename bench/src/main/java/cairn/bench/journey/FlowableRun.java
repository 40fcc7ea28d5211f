package cairn.bench.journey;

import cairn.bench.engine.Cpu;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/**
 * The scenario in Flowable, embedded, on H2 in memory, without history: everything in its favour
 * but durability, which H2 in memory does not give. The executor of timers runs only while timers
 * are measured.
 */
final class FlowableRun implements AutoCloseable {
  private static final String PROCESS =
      """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
          xmlns:flowable="http://flowable.org/bpmn" targetNamespace="j1">
        <message id="purchase" name="purchase"/>
        <process id="j1" isExecutable="true">
          <startEvent id="start"/>
          <sequenceFlow id="f1" sourceRef="start" targetRef="split"/>
          <exclusiveGateway id="split" default="toB"/>
          <sequenceFlow id="toA" sourceRef="split" targetRef="sendA">
            <conditionExpression xsi:type="tFormalExpression">${score >= 50}</conditionExpression>
          </sequenceFlow>
          <sequenceFlow id="toB" sourceRef="split" targetRef="sendB"/>
          <serviceTask id="sendA" flowable:class="cairn.bench.journey.NoOp"/>
          <serviceTask id="sendB" flowable:class="cairn.bench.journey.NoOp"/>
          <sequenceFlow id="f2" sourceRef="sendA" targetRef="wait"/>
          <sequenceFlow id="f3" sourceRef="sendB" targetRef="wait"/>
          <eventBasedGateway id="wait"/>
          <sequenceFlow id="f4" sourceRef="wait" targetRef="bought"/>
          <sequenceFlow id="f5" sourceRef="wait" targetRef="late"/>
          <intermediateCatchEvent id="bought">
            <messageEventDefinition messageRef="purchase"/>
          </intermediateCatchEvent>
          <intermediateCatchEvent id="late">
            <timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>
          </intermediateCatchEvent>
          <sequenceFlow id="f6" sourceRef="bought" targetRef="thanks"/>
          <sequenceFlow id="f7" sourceRef="late" targetRef="remind"/>
          <serviceTask id="thanks" flowable:class="cairn.bench.journey.NoOp"/>
          <serviceTask id="remind" flowable:class="cairn.bench.journey.NoOp"/>
          <sequenceFlow id="f8" sourceRef="thanks" targetRef="over"/>
          <sequenceFlow id="f9" sourceRef="remind" targetRef="over"/>
          <endEvent id="over"/>
        </process>
      </definitions>
      """;

  private static final Duration LATER = Duration.ofHours(2);
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final long LOOK_NANOS = 20_000_000;

  private final ProcessEngine engine;
  private Instant now = Instant.now();

  FlowableRun() {
    var settings = new StandaloneProcessEngineConfiguration();
    settings.setJdbcUrl("jdbc:h2:mem:j1;DB_CLOSE_DELAY=-1");
    settings.setJdbcDriver("org.h2.Driver");
    settings.setJdbcUsername("sa");
    settings.setJdbcPassword("");
    settings.setJdbcMaxActiveConnections(32);
    settings.setDatabaseSchemaUpdate("true");
    settings.setHistoryLevel(HistoryLevel.NONE);
    settings.setAsyncExecutorActivate(false);
    settings.setDisableIdmEngine(true);
    settings.setDisableEventRegistry(true);
    engine = settings.buildProcessEngine();
    engine.getRepositoryService().createDeployment().addString("j1.bpmn20.xml", PROCESS).deploy();
  }

  Costs run(int count) {
    round("warm", Math.max(200, count / 3));
    return round("measured", count);
  }

  private Costs round(String name, int count) {
    var start = timed(count, i -> begin(name + "-w" + i, i));
    var wake = timed(count, i -> purchase(name + "-w" + i));
    for (int i = 0; i < count; i++) {
      begin(name + "-t" + i, i);
    }
    return new Costs(start, wake, timers(count));
  }

  private static Costs.Cost timed(int count, IntConsumer one) {
    var cpu = Cpu.now();
    long from = System.nanoTime();
    for (int i = 0; i < count; i++) {
      one.accept(i);
    }
    return Costs.Cost.of(count, cpu.seconds(), (System.nanoTime() - from) / 1e9);
  }

  private void begin(String key, int i) {
    engine
        .getRuntimeService()
        .startProcessInstanceByKey("j1", key, Map.<String, Object>of("score", i % 100));
  }

  private void purchase(String key) {
    var waiting =
        engine
            .getRuntimeService()
            .createExecutionQuery()
            .processInstanceBusinessKey(key, true)
            .messageEventSubscriptionName("purchase")
            .singleResult();
    engine.getRuntimeService().messageEventReceived("purchase", waiting.getId());
  }

  private Costs.Cost timers(int count) {
    now = now.plus(LATER);
    engine.getProcessEngineConfiguration().getClock().setCurrentTime(Date.from(now));
    var executor = engine.getProcessEngineConfiguration().getAsyncExecutor();
    var cpu = Cpu.now();
    long from = System.nanoTime();
    executor.start();
    while (engine.getRuntimeService().createProcessInstanceQuery().count() > 0) {
      if (System.nanoTime() - from > PATIENCE.toNanos()) {
        throw new IllegalStateException("the peer's timers did not all fire");
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
    var cost = Costs.Cost.of(count, cpu.seconds(), (System.nanoTime() - from) / 1e9);
    executor.shutdown();
    return cost;
  }

  @Override
  public void close() {
    engine.close();
  }
}
